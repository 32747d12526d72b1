import { z } from 'zod';
import type { BulkAnswer } from '../../../bot/graph/batch.ts';
import type { Graph } from '../../../bot/graph/client.ts';
import { Refused } from '../../../bot/graph/errors.ts';
import { openSender, shortWaits } from '../../../bot/graph/send.ts';
import type { Person, SignIn, SignInAnswer, TenantId } from '../../../bot/ports.ts';
import type { Queue } from '../../../bot/runs/queue.ts';
import {
  classOf,
  meteredGraph,
  meteredPace,
  meteredQueue,
  meteredSender,
  meteredSignIn,
} from '../../../bot/watching/doors.ts';
import { openLoopback } from '../../helpers/loopback.ts';
import { recordingMeter } from '../../helpers/meter.ts';
import { notAllowed, throttled } from '../runs/samples.ts';

const ana = { tenantId: 'contoso', id: 'ana' } as Person;
const ask = (url: string) => ({ method: 'GET' as const, url, headers: {} });

describe('a request', () => {
  test.each([
    [200, 'ok'],
    [204, 'ok'],
    [302, 'refused'],
    [409, 'refused'],
    [429, 'throttled'],
    [500, 'server'],
    [503, 'server'],
  ])('that is answered with %d counts as %s', (status, outcome) => {
    expect(classOf(status)).toBe(outcome);
  });

  test('is timed by whom it was for and what came of it, and its answer is passed on', async () => {
    const meter = recordingMeter();
    const service = await openLoopback(async () => ({ status: 429, body: {} }));
    const sender = openSender(shortWaits);
    const send = meteredSender(sender.send, 'graph', meter);
    expect((await send(ask(service.url))).status).toBe(429);
    await service.close();
    await expect(send(ask(service.url))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await sender.close();
    expect(meter.seen).toEqual(['request service=graph outcome=throttled', 'request service=graph outcome=connection']);
  });
});

test('a place in the limits of Graph is waited for in the name of its family, also in vain', async () => {
  const meter = recordingMeter();
  let places = async () => ({ count: 1, answered: async () => {} });
  const pace = meteredPace({ places: () => places() }, meter);
  const wish = { tenantId: 't' as TenantId, personId: 'p', count: 1, urgent: false, signal: undefined };
  await pace.places({ ...wish, family: 'devices', kind: 'write' });
  places = async () => {
    throw new Error('no time left');
  };
  await expect(pace.places({ ...wish, family: 'applications', kind: 'read' })).rejects.toThrow('no time left');
  expect(meter.seen).toEqual([
    'throttle-wait family=devices kind=write',
    'throttle-wait family=applications kind=read',
  ]);
});

describe('a refusal of Graph', () => {
  const refused = async () => {
    throw new Refused(notAllowed);
  };
  const graphThat = (change: Partial<Graph>) => {
    const meter = recordingMeter();
    const graph = { url: 'http://graph', ...change } as Graph;
    return {
      meter,
      graph: meteredGraph(() => graph, meter)({ person: ana, token: async () => ({ kind: 'token', token: 't' }) }),
    };
  };

  test.each(['get', 'all', 'post'] as const)('is counted by its kind, and is still one: %s', async (how) => {
    const { graph, meter } = graphThat({ [how]: refused });
    const asked = {
      get: () => graph.get('/x', z.any()),
      all: () => graph.all('/x', z.any(), { most: 1 }),
      post: () => graph.post('/x'),
    };
    await expect(asked[how]()).rejects.toMatchObject({ refusal: { kind: 'not-allowed' } });
    expect(meter.seen).toEqual(['refusals kind=not-allowed']);
  });

  test('in a batch is counted for each part, and everybody is told', async () => {
    const answers = [
      { id: '1', kind: 'refused', refusal: throttled(null) },
      { id: '2', kind: 'answered' },
      { id: '3', kind: 'refused', refusal: notAllowed },
    ] as unknown as BulkAnswer[];
    const { graph, meter } = graphThat({ bulk: async (_, tell) => answers.forEach(tell.answered) });
    const told: string[] = [];
    await graph.bulk([], { answered: ({ id }) => told.push(id) });
    expect(told).toEqual(['1', '2', '3']);
    expect(meter.seen).toEqual(['refusals kind=throttled', 'refusals kind=not-allowed']);
  });

  test('is nothing that merely broke here', async () => {
    const broken = async () => {
      throw new Error('a bug');
    };
    const { graph, meter } = graphThat({ get: broken });
    await expect(graph.get('/x', z.any())).rejects.toThrow('a bug');
    expect(meter.seen).toEqual([]);
  });
});

test('a step is timed by its lane and how it ended, and one that failed is still tried again by the queue', async () => {
  const meter = recordingMeter();
  const handlers: Parameters<Queue['work']>[0][] = [];
  const queue = meteredQueue(
    { work: async (given: Parameters<Queue['work']>[0]) => handlers.push(given) } as unknown as Queue,
    meter,
  );
  const done = async () => {};
  const fails = async () => {
    throw new Error('the connector is away');
  };
  await queue.work({
    start: done,
    look: done,
    tell: fails,
    remind: done,
    notice: done,
    watch: done,
    resume: done,
    schedule: done,
    serials: done,
    answer: done,
  });
  const [given] = handlers;
  await given?.resume({ attemptId: '1' }, { sentAt: new Date(), isRetry: false });
  await expect(given?.tell({ runId: '1' as never }, { sentAt: new Date(), isRetry: false })).rejects.toThrow(
    'the connector is away',
  );
  expect(meter.seen).toEqual(['step lane=resume ended=done', 'step lane=tell ended=failed']);
});

test('a way in through Teams that came to nothing is counted once, however many clients hear of it', async () => {
  const meter = recordingMeter();
  const answers: SignInAnswer[] = [
    { kind: 'refused', why: 'consent', again: false },
    { kind: 'refused', why: 'consent', again: true },
    { kind: 'signed-in', pending: false },
  ];
  const next = async () => answers.shift() as SignInAnswer;
  const signIn = meteredSignIn({ exchange: next, redeem: next } as unknown as SignIn, meter);
  const sent = { id: '1', token: 't' };
  expect(await signIn.exchange(ana, sent)).toMatchObject({ why: 'consent' });
  expect(await signIn.exchange(ana, sent)).toMatchObject({ why: 'consent', again: true });
  expect(await signIn.redeem(ana, 'code')).toEqual({ kind: 'signed-in', pending: false });
  expect(meter.seen).toEqual(['sign-ins ended=consent']);
});
