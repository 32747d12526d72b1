import { openContract } from '../contract.ts';
import type { Exchange } from './exchange.ts';

const contract = openContract();

/** What is wrong with all of these, as one error; none where nothing is, or where there is nothing to compare with. */
export function complaintsAbout(exchanges: readonly Exchange[]): Error[] {
  if (!contract) return [];
  const found = new Set(exchanges.flatMap((exchange) => contract.about(exchange)));
  if (found.size === 0) return [];
  const error = new Error(
    `What passed between the bot and Graph does not fit Graph's description:\n${[...found].join('\n')}`,
  );
  // Where this was noticed tells nobody anything.
  error.stack = '';
  return [error];
}
