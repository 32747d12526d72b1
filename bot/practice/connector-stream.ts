import type { ServerResponse } from 'node:http';
import type { Connector } from './connector.ts';
import { personalIdOf } from './connector-conversations.ts';
import type { Change, PractisingPerson } from './connector-types.ts';
import { findPractisingPerson } from './people.ts';

/** Often enough that a newcomer who starts the bot sees the page notice. */
const knockEveryMs = 2_000;

/** Server-sent events: every open page hears what its person may see. */
export class PageStreams {
  readonly #connector: Connector;
  readonly #open = new Set<ServerResponse>();
  readonly #knocking: NodeJS.Timeout;

  constructor(connector: Connector) {
    this.#connector = connector;
    this.#knocking = setInterval(() => this.#knock(), knockEveryMs).unref();
  }

  open(url: URL, response: ServerResponse): void {
    const person = findPractisingPerson(url.searchParams.get('person') ?? '');
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
    const tell = (change: Change) => response.write(`data: ${JSON.stringify(change)}\n\n`);
    const forget = this.#connector.watch((change) => isFor(person, change) && tell(change));
    tell({ kind: 'bot', reachable: this.#connector.botReachable });
    this.#open.add(response);
    response.once('close', () => {
      forget();
      this.#open.delete(response);
    });
    this.#knock();
  }

  close(): void {
    clearInterval(this.#knocking);
    for (const response of this.#open) response.end();
  }

  /** Nobody looks, nobody knocks. */
  #knock(): void {
    if (this.#open.size > 0) this.#connector.knock().catch(() => undefined); // knocking tells its result itself
  }
}

function isFor(person: PractisingPerson, change: Change): boolean {
  if (change.kind === 'bot') return true;
  if (change.kind === 'message' && change.message.onlyFor !== null && change.message.onlyFor !== person.teamsId)
    return false;
  const conversation = change.kind === 'message' ? change.message.conversation : change.conversation;
  return !conversation.startsWith('a:') || conversation === personalIdOf(person.teamsId);
}
