import type { BulkAnswer, BulkTell } from './batch.ts';
import type { BulkAsk } from './batch-wire.ts';
import type { Graph } from './client.ts';
import { Refused } from './errors.ts';
import { readPages } from './pages.ts';

/** Something to ask that waits for the others of its turn. */
type Joined = {
  ask: Omit<BulkAsk, 'id'>;
  /** How it is asked where no other has come. */
  alone(): void;
  told(answer: BulkAnswer): void;
  failed(error: unknown): void;
};

type Answered = Extract<BulkAnswer, { kind: 'answered' }>;
type Wish<T> = { ask: Joined['ask']; alone(): Promise<T>; read(answer: Answered): T };

/** A Graph whose reads and writes of one turn of the event loop go out as one bulk; each is answered as if it were alone. */
export function together(graph: Graph, tell: Pick<BulkTell, 'waits'> = {}): Graph {
  let joined: Joined[] = [];

  function send(): void {
    const asked = joined;
    joined = [];
    const [first, ...others] = asked;
    if (others.length === 0) first?.alone();
    else
      sendAll({ graph, tell }, asked).catch((error) => {
        for (const { failed } of asked) failed(error);
      });
  }

  function join<T>(wish: Wish<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    if (joined.length === 0) setImmediate(send);
    joined.push({
      ask: wish.ask,
      alone: () => resolve(wish.alone()),
      told: (answer) => resolve(answerTo(wish, answer)),
      failed: reject,
    });
    return promise;
  }

  const get: Graph['get'] = (path, schema) =>
    join({
      ask: { method: 'GET', path },
      alone: () => graph.get(path, schema),
      read: (answer) => graph.understood(answer, schema),
    });

  return {
    ...graph,
    get,
    all: (path, schema, wish) => readPages({ url: graph.url, get }, { path, schema }, wish),
    post: (path, options = {}) =>
      join({
        ask: { method: 'POST', path, ...options },
        alone: () => graph.post(path, options),
        read: ({ receipt }) => receipt,
      }),
  };
}

/** Told apart by their place: two may ask for the same. */
function sendAll({ graph, tell }: { graph: Graph; tell: Pick<BulkTell, 'waits'> }, asked: readonly Joined[]) {
  return graph.bulk(
    asked.map(({ ask }, index) => ({ ...ask, id: String(index) })),
    { ...tell, answered: (answer) => asked[Number(answer.id)]?.told(answer) },
  );
}

async function answerTo<T>({ read }: Wish<T>, answer: BulkAnswer): Promise<T> {
  if (answer.kind === 'refused') throw new Refused(answer.refusal);
  return read(answer);
}
