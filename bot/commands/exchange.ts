import { exchangeSync as action } from '../actions/exchange-sync.ts';
import { allConnectors } from '../finding/connectors.ts';
import { exchangeListCard } from '../views/exchange.ts';
import { connectorsUnderWay } from './connector-runs.ts';
import type { Answer, Command, Turn } from './define.ts';
import { reading, readRefused } from './reading.ts';
import { hereOf } from './run-answer.ts';

export const exchange: Command = {
  name: 'exchange',
  phrases: {
    en: ['exchange', 'exchange connectors', 'exchange connector', 'connectors', 'connector'],
    ru: ['соединители', 'соединитель', 'соединители exchange', 'соединитель exchange', 'коннекторы'],
    de: ['exchange', 'exchange-connectors', 'exchange-connector', 'connectors anzeigen', 'zeige connectors'],
  },
  takes: 'nothing',
  about: 'command.exchange',
  scopes: action.scopes.read,
  run: (turn) => connectorsAnswer(turn, 'below'),
};

const support = 'exchange-support';

/** The connectors as they stand. That their support has ended is told each person once. */
export async function connectorsAnswer(turn: Turn, place: Answer['place']): Promise<Answer> {
  const { desk, from, screen } = turn;
  const { read: scopes } = action.scopes;
  const [read, runs, wasTold] = await Promise.all([
    reading(() => allConnectors(desk.graphFor(from, scopes))),
    runsByConnector(turn),
    desk.people.wasTold(from, support),
  ]);
  if (read.kind === 'refused') {
    const again = exchange.phrases[screen.words.language][0];
    return readRefused(turn, { action: action.name, refusal: read.refusal, again, place, scopes });
  }
  const connectors = read.value;
  if (!wasTold && connectors.length > 0) await desk.people.told(from, support);
  const once = { nonce: desk.newId(), issuedAt: screen.now };
  return { card: exchangeListCard({ connectors, runs, tellsSupport: !wasTold, once }, screen), place };
}

/** Which run is just syncing a connector. */
async function runsByConnector(turn: Turn): Promise<Map<string, number>> {
  const underWay = await connectorsUnderWay(turn);
  return new Map(underWay.map(({ target, run }) => [target.target.id, run.number]));
}

/** The same card without what need not be said again. */
export async function hideSupportDate(turn: Turn): Promise<Answer> {
  await turn.desk.people.told(turn.from, support);
  return connectorsAnswer(turn, hereOf(turn));
}
