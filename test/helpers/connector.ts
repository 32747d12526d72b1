import { type ConnectorFiles, openFiles } from './connector-files.ts';
import { type ConnectorMessages, conversationIn, type Message, openMessages } from './connector-messages.ts';
import { type Asked, openGate, openLoopback, type Told } from './loopback.ts';

export type { Message } from './connector-messages.ts';

/**
 * An answer in the connector's words for "no", or a connection that breaks off. `taken`: what was sent stands in the chat all the
 * same, and the bot cannot know.
 */
export type Failure = ({ status: number; code?: string; headers?: Record<string, string> } | { trouble: 'broken' }) & {
  taken?: boolean;
};

/** `meant`: for a request of this kind in this conversation only. */
type Planned = Failure & { meant?: { method: 'POST' | 'PUT'; conversationId: string } };

type Request = { method: string; path: string; body: string; headers: Asked['headers'] };

export type Connector = {
  serviceUrl: string;
  messages(conversationId: string): Message[];
  /** People's OneDrive. */
  files: ConnectorFiles;
  /** Everything that came in, for counting and for searching. */
  traffic: Request[];
  /** What came without a good token of the bot, and what was wrong with it. */
  refused: { path: string; complaint: string }[];
  /**
   * The next requests are answered so, in order, or the next of those that are meant; the sign that somebody is typing comes when a
   * turn is slow, and uses none up.
   */
  fails(...answers: Planned[]): void;
  /** Every request about this conversation is answered so: the bot was blocked, the chat is gone. */
  refuses(conversationId: string, answer: Failure): void;
  /** Somebody deletes a message: later edits of it meet what Teams says then. */
  deletes(message: Message): void;
  /** Requests wait from now on; call what comes back to let them through. */
  holds(): () => void;
  /** Forgets everything, as for another test. */
  startsOver(): void;
  close(): Promise<void>;
};

/** What is wrong with the bearer token of a request; `null` where nothing is. */
type CheckBearer = (authorization: string | undefined) => Promise<string | null>;

type Parts = {
  desk: ConnectorMessages;
  files: ConnectorFiles;
  check: CheckBearer;
  gate: ReturnType<typeof openGate>;
  planned: Planned[];
  gone: Map<string, Failure>;
} & Pick<Connector, 'traffic' | 'refused'>;

/** A Bot Connector that keeps what the bot sends and edits. Without `check` it takes anybody's requests. */
export async function openConnector(check: CheckBearer = async () => null): Promise<Connector> {
  const parts: Parts = {
    desk: openMessages(),
    files: openFiles(() => server.url),
    check,
    gate: openGate(),
    planned: [],
    gone: new Map(),
    traffic: [],
    refused: [],
  };
  const { desk, files, gate, planned, gone, traffic, refused } = parts;
  const server = await openLoopback((asked) => answer(parts, asked));
  return {
    serviceUrl: `${server.url}/`,
    messages: desk.messages,
    files,
    traffic,
    refused,
    fails: (...answers) => {
      planned.push(...answers);
    },
    refuses: (conversationId, failure) => {
      gone.set(conversationId, failure);
    },
    deletes: desk.delete,
    holds: gate.hold,
    startsOver: () => {
      desk.forget();
      files.forget();
      gone.clear();
      for (const list of [planned, traffic, refused]) list.length = 0;
    },
    close: server.close,
  };
}

async function answer(
  { desk, files, check, gate, planned, gone, traffic, refused }: Parts,
  asked: Asked,
): Promise<Told> {
  const { method, headers, body } = asked;
  const path = asked.query.size > 0 ? `${asked.path}?${asked.query}` : asked.path;
  traffic.push({ method, path, body, headers });
  if (files.isOne(path)) return files.answer(asked);
  const failure = (isTyping(body) ? undefined : nextFor(planned, method, path)) ?? gone.get(conversationIn(path));
  await gate.passed();
  const complaint = await check(headers.authorization);
  if (complaint) refused.push({ path, complaint });
  if (complaint) return failureAnswer({ status: 401, code: 'Unauthorized' });
  if (!failure) return desk.keep({ method, path, body });
  if (failure.taken) desk.keep({ method, path, body });
  return failureAnswer(failure);
}

function nextFor(planned: Planned[], method: string, path: string): Failure | undefined {
  const isFor = ({ meant }: Planned) =>
    !meant || (meant.method === method && meant.conversationId === conversationIn(path));
  const at = planned.findIndex(isFor);
  return at < 0 ? undefined : planned.splice(at, 1)[0];
}

const isTyping = (body: string) => /"type":"typing"/.test(body);

function failureAnswer(failure: Failure): Told {
  if ('trouble' in failure) return failure;
  const { status, code = 'Failed', headers = {} } = failure;
  return { status, headers, body: { error: { code, message: 'as planned' } } };
}
