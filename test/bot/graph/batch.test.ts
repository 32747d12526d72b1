import fc from 'fast-check';
import type { BulkAsk } from '../../../bot/graph/batch-wire.ts';
import { openGraph, type TokenSource } from '../../../bot/graph/client.ts';
import { familyOf } from '../../../bot/graph/limits.ts';
import { ledgersInMemory } from '../../../bot/graph/pace.ts';
import type { Refusal } from '../../../bot/graph/refusal.ts';
import { openSender, shortWaits } from '../../../bot/graph/send.ts';
import {
  allFine,
  batchesAt,
  byId,
  fine,
  type Part,
  partByPart,
  partsOf,
  read,
  saidOf,
  times,
  toldBy,
  write,
} from './batch-service.ts';
import {
  always,
  answer,
  anybody,
  type Handler,
  now,
  openService,
  paceForTests,
  type Service,
  token,
} from './service.ts';

/** Room for everything, and windows so short that nobody waits for the next one. */
const wide = () => ({ windowMs: 5, places: 1_000 });

let service: Service;
beforeEach(async () => {
  service = await openService({ limits: wide });
  service.otherwise(allFine);
});
afterEach(() => service.close());

const ana = () => service.as(always('t'));
const refusalsIn = (answers: readonly { kind: string }[]) => answers.filter(({ kind }) => kind === 'refused');
const asksAt = () => batchesAt(service).flat();
const countsOf = (parts: readonly Part[]) => {
  const counts = new Map<string, number>();
  for (const { method, url } of parts) counts.set(`${method} ${url}`, (counts.get(`${method} ${url}`) ?? 0) + 1);
  return counts;
};

describe('many asks', () => {
  const anyAsk = fc.oneof(
    fc.nat(60).map((index) => read(index)),
    fc.nat(60).map((index) => write(index)),
    fc.nat(60).map((index) => ({ ...write(index), path: `/deviceManagement/exchangeConnectors/c${index}/sync` })),
    fc.nat(60).map((index) => ({ ...read(index), path: `/deviceAppManagement/mobileApps/a${index}` })),
    fc.nat(60).map((index) => ({ ...read(index), path: `/deviceManagement/windowsAutopilotSettings?n=${index}` })),
  );
  const anyAsks = fc
    .uniqueArray(anyAsk, { maxLength: 45, selector: ({ method, path }) => `${method} ${path}` })
    .map((asks) => asks.map((ask, index) => ({ ...ask, id: `${index}` })));

  test('go in batches of at most twenty, each once, and each is told once what became of it', async () => {
    await fc.assert(
      fc.asyncProperty(anyAsks, async (asks) => {
        service.calls.length = 0;
        const { answers } = await toldBy(ana(), asks);
        expect(answers.map(({ id }) => Number(id)).sort((one, two) => one - two)).toEqual(asks.map((_, at) => at));
        expect(refusalsIn(answers)).toEqual([]);
        expect([...countsOf(asksAt()).values()].every((count) => count === 1)).toBe(true);
        expect(asksAt()).toHaveLength(asks.length);
        for (const parts of batchesAt(service)) expectWellFormed(parts);
      }),
      { numRuns: 60 },
    );
  });

  function expectWellFormed(parts: readonly Part[]) {
    expect(parts.length).toBeLessThanOrEqual(20);
    expect(new Set(parts.map(({ id }) => id.toLowerCase())).size).toBe(parts.length);
    expect(new Set(parts.map(({ headers }) => headers['client-request-id'])).size).toBe(parts.length);
    expect(new Set(parts.map(({ method, url }) => `${method} ${familyOf(url)}`)).size).toBe(1);
    for (const { url, body, headers } of parts) {
      expect(url).toMatch(/^\/device/);
      expect(headers['Content-Type']).toBe(body === undefined ? undefined : 'application/json');
    }
  }

  test('are none: nothing is asked', async () => {
    expect(await toldBy(ana(), [])).toEqual({ answers: [], waits: [] });
    expect(service.calls).toEqual([]);
  });

  test('are answered with what was read, and with the proof of what was written', async () => {
    service.otherwise(
      partByPart((part) => [{ ...(fine(part) as object), headers: { 'Request-Id': `r-${part.url.slice(-2)}` } }]),
    );
    const told = byId(await toldBy(ana(), [read(7), { ...write(8), path: '/deviceManagement/managedDevices/x/d8' }]));
    const [readPart, writePart] = ['GET', 'POST'].map((method) => asksAt().find((part) => part.method === method));
    expect(told['read 7']).toMatchObject({
      status: 200,
      body: { url: '/deviceManagement/managedDevices/d7' },
      receipt: { requestId: 'r-d7', clientRequestId: readPart?.headers['client-request-id'] },
    });
    expect(told['syncPayloads 8']).toMatchObject({
      status: 204,
      receipt: { requestId: 'r-d8', clientRequestId: writePart?.headers['client-request-id'] },
    });
  });

  test('writes wait for nobody who reads', async () => {
    let letGo = () => {};
    service.otherwise((response, call) => {
      if (partsOf(call.body)[0]?.method === 'POST') return allFine(response, call);
      letGo = () => allFine(response, call);
    });
    const told: string[] = [];
    await ana().bulk([read(1), write(1)], {
      answered({ id }) {
        told.push(id);
        if (id === 'syncPayloads 1') letGo();
      },
    });
    expect(told).toEqual(['syncPayloads 1', 'read 1']);
  });
});

describe('two writes to one device', () => {
  const onOneDevice = [write(1), write(1, 'syncDevice'), write(2), write(1, 'reboot')];

  test('are never on their way together, and keep their order, also after a refusal', async () => {
    const underWay = new Set<string>();
    const together: string[] = [];
    const order: string[] = [];
    service.otherwise((response, call) => {
      const devices = partsOf(call.body).map(({ url }) => url.split('/')[3] ?? '');
      for (const device of devices) {
        if (underWay.has(device)) together.push(device);
        underWay.add(device);
      }
      setTimeout(() => {
        for (const device of devices) underWay.delete(device);
        slowDown(response, call);
      }, 10);
    });
    const slowDown = partByPart((part, nth) => {
      if (part.url.endsWith('syncPayloads') && nth === 1) return [saidOf(429)(part)];
      order.push(part.url.split('/').slice(3).join('/'));
      return [fine(part)];
    });
    const { answers } = await toldBy(ana(), onOneDevice);
    expect(answers).toHaveLength(4);
    expect(together).toEqual([]);
    expect(order.filter((one) => one.startsWith('d1'))).toEqual(['d1/syncPayloads', 'd1/syncDevice', 'd1/reboot']);
    for (const parts of batchesAt(service))
      expect(new Set(parts.map(({ url }) => url.split('/')[3])).size).toBe(parts.length);
  });

  test('take up no more places than they use', async () => {
    await service.close();
    service = await openService({ limits: () => ({ windowMs: 60_000, places: 45 }) });
    service.otherwise(allFine);
    const names = times(45, (index) => `action${index}`);
    const { answers } = await toldBy(
      ana(),
      names.map((name) => write(1, name)),
    );
    expect(answers).toHaveLength(45);
  });
});

describe('a part that is refused', () => {
  const some = (index: number) => index % 3 === 0;
  const isSome = ({ url }: Part) => some(Number(/d(\d+)/.exec(url)?.[1]));

  test('with 429 is asked again, and only that one, after the longest of the waits', async () => {
    const at: number[] = [];
    const decide = partByPart((part, nth) =>
      isSome(part) && nth === 1
        ? [saidOf(429, { 'Retry-After': part.url.endsWith('d0') ? '0.3' : '0.1' })(part)]
        : [fine(part)],
    );
    service.otherwise((response, call) => {
      at.push(performance.now());
      decide(response, call);
    });
    const { answers } = await toldBy(ana(), times(18, read));
    expect(refusalsIn(answers)).toEqual([]);
    expect(answers).toHaveLength(18);
    const [first, ...later] = batchesAt(service);
    expect(first).toHaveLength(18);
    expect(later.flat().map(({ url }) => url)).toEqual(first!.filter(isSome).map(({ url }) => url));
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(299);
  });

  test('with 429 is asked again also where it is a write: it has changed nothing', async () => {
    service.otherwise(partByPart((part, nth) => (nth < 3 ? [saidOf(429)(part)] : [fine(part)])));
    const { answers } = await toldBy(ana(), [write(1)]);
    expect(answers).toMatchObject([{ kind: 'answered', status: 204 }]);
    expect(asksAt()).toHaveLength(3);
  });

  test.each([500, 502, 503, 504])('with %d is read again, but never written again', async (status) => {
    service.otherwise(partByPart((part, nth) => (nth === 1 ? [saidOf(status)(part)] : [fine(part)])));
    const told = byId(await toldBy(ana(), [read(1), write(1)]));
    expect(told).toMatchObject({
      'read 1': { kind: 'answered' },
      'syncPayloads 1': { kind: 'refused', refusal: { kind: 'unreachable', how: 'server', changed: 'unknown' } },
    });
    expect(countsOf(asksAt()).get('POST /deviceManagement/managedDevices/d1/syncPayloads')).toBe(1);
  });

  test('with 503 and a wait is not read again before', async () => {
    const at: number[] = [];
    const decide = partByPart((part, nth) => (nth === 1 ? [saidOf(503, { 'retry-after': '1' })(part)] : [fine(part)]));
    service.otherwise((response, call) => {
      at.push(performance.now());
      decide(response, call);
    });
    await toldBy(ana(), [read(1)]);
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(999);
  });

  test('with 500 for ever is read four times, and then it is told', async () => {
    service.otherwise(partByPart((part) => [saidOf(500)(part)]));
    const { answers } = await toldBy(ana(), [read(1)]);
    expect(answers).toMatchObject([{ refusal: { kind: 'unreachable', how: 'server', changed: 'nothing' } }]);
    expect(asksAt()).toHaveLength(4);
  });

  test.each<[number, Partial<Refusal>]>([
    [400, { kind: 'unexpected', how: 'bad-request' }],
    [403, { kind: 'not-allowed' }],
    [404, { kind: 'not-there', what: 'object' }],
    [409, { kind: 'unexpected', how: 'other' }],
    [424, { kind: 'unexpected', how: 'other' }],
  ])('with %d is told, and not asked again', async (status, refusal) => {
    service.otherwise(partByPart((part) => [saidOf(status)(part)]));
    const { answers } = await toldBy(ana(), [read(1), write(1)]);
    expect(answers).toHaveLength(2);
    for (const one of answers)
      expect(one).toMatchObject({ kind: 'refused', refusal: { ...refusal, changed: 'nothing' } });
    expect(asksAt()).toHaveLength(2);
  });

  test('keeps the ids that support asks for, and what its route means by 409', async () => {
    const id = '36d08b49-8070-4064-adb1-ee88213899fb';
    const error = { code: 'Conflict', message: 'Busy.', innerError: { 'request-id': id } };
    service.otherwise(partByPart((part) => [saidOf(409, {}, { error })(part)]));
    const { answers } = await toldBy(ana(), [{ ...write(1), meanings: { conflict: 'running-already' } }]);
    const clientRequestId = asksAt()[0]?.headers['client-request-id'];
    expect(answers).toMatchObject([
      {
        refusal: {
          kind: 'running-already',
          support: { status: 409, code: 'Conflict', requestId: id, clientRequestId },
        },
      },
    ]);
  });
});

describe('a token that runs out in the middle', () => {
  const expired = { error: { code: 'InvalidAuthenticationToken', message: 'expired' } };
  const refused = saidOf(401, {}, expired);
  /** Hands out a new token only where a fresh one is wished for. */
  const tokens = (fresh: TokenSource) => {
    const wishes: Parameters<TokenSource>[0][] = [];
    let value = 'old';
    const source: TokenSource = async (wish) => {
      if (!wish.fresh) return token(value);
      wishes.push(wish);
      const answered = await fresh(wish);
      if (answered.kind === 'token') value = answered.token;
      return answered;
    };
    return { source, wishes };
  };
  /** Takes the new token only. */
  const takesNew = (said = refused): Handler => {
    const [no, yes] = [partByPart((part) => [said(part)]), allFine];
    return (response, call) => (call.headers.authorization === 'Bearer new' ? yes : no)(response, call);
  };

  test('is replaced once for all batches on their way, and what was refused is asked again, writes too', async () => {
    const { source, wishes } = tokens(async () => token('new'));
    service.otherwise(takesNew());
    const { answers } = await toldBy(service.as(source), [...times(45, read), ...times(45, write)]);
    expect(refusalsIn(answers)).toEqual([]);
    expect(answers).toHaveLength(90);
    expect(wishes).toHaveLength(1);
    expect([...countsOf(asksAt()).values()].every((count) => count <= 2)).toBe(true);
  });

  test('is replaced again when it runs out again', async () => {
    let [count, value] = [0, 'token 0'];
    const source: TokenSource = async ({ fresh = false }) => {
      if (fresh) value = `token ${++count}`;
      return token(value);
    };
    const answeredBy = new Map<string, number>();
    const [no, yes] = [partByPart((part) => [refused(part)]), allFine];
    service.otherwise((response, call) => {
      const used = (answeredBy.get(call.headers.authorization ?? '') ?? 0) + 1;
      answeredBy.set(call.headers.authorization ?? '', used);
      (used <= 6 ? yes : no)(response, call);
    });
    const { answers } = await toldBy(service.as(source), times(400, read));
    expect(refusalsIn(answers)).toEqual([]);
    expect(answers).toHaveLength(400);
    expect(count).toBeGreaterThanOrEqual(2);
  });

  test('and whose successor is refused too: each is told, and asked twice at most', async () => {
    const { source } = tokens(async () => token('no better'));
    service.otherwise(takesNew());
    const { answers } = await toldBy(service.as(source), times(3, write));
    expect(answers).toHaveLength(3);
    for (const one of answers) expect(one).toMatchObject({ refusal: { kind: 'signed-out', changed: 'nothing' } });
    expect([...countsOf(asksAt()).values()]).toEqual([2, 2, 2]);
  });

  test('and has no successor: each is told why', async () => {
    const { source } = tokens(async () => ({ kind: 'signed-out', need: 'proof' }));
    service.otherwise(takesNew());
    const { answers } = await toldBy(service.as(source), times(3, write));
    for (const one of answers)
      expect(one).toMatchObject({ refusal: { kind: 'signed-out', need: 'proof', changed: 'nothing' } });
    expect(asksAt()).toHaveLength(3);
  });

  test('is replaced by one with the claims that a part asks for', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true}}}';
    const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
    const { source, wishes } = tokens(async () => token('new'));
    service.otherwise(takesNew(saidOf(401, { 'WWW-Authenticate': challenge })));
    await toldBy(service.as(source), [write(1)]);
    expect(wishes).toEqual([{ fresh: true, claims }]);
  });

  test('and is refused for the batch as a whole: the same', async () => {
    const { source, wishes } = tokens(async () => token('new'));
    service.otherwise((response, call) =>
      (call.headers.authorization === 'Bearer new' ? allFine : answer(401, expired))(response, call),
    );
    const { answers } = await toldBy(service.as(source), times(20, write));
    expect(refusalsIn(answers)).toEqual([]);
    expect(wishes).toHaveLength(1);
  });

  test('does not help whoever lacks an Intune role, and is not replaced', async () => {
    const message = JSON.stringify({ ErrorCode: 'Forbidden', Message: '{"Message": "An error has occurred"}' });
    const { source, wishes } = tokens(async () => token('new'));
    service.otherwise(takesNew(saidOf(401, {}, { error: { code: 'UnknownError', message } })));
    const { answers } = await toldBy(service.as(source), [write(1)]);
    expect(answers).toMatchObject([{ refusal: { kind: 'not-allowed', missing: { kind: 'intune-access' } } }]);
    expect(wishes).toEqual([]);
  });
});

describe('an answer that is not as it should be', () => {
  /** What may be said of a part, and whether a write may have happened. */
  const oddities: Record<string, { said: (part: Part) => unknown[]; mayHave: boolean }> = {
    'is missing': { said: () => [], mayHave: true },
    'comes twice': { said: (part) => [fine(part), fine(part)], mayHave: true },
    'contradicts itself': { said: (part) => [saidOf(429)(part), fine(part)], mayHave: true },
    'contradicts itself the other way round': { said: (part) => [fine(part), saidOf(429)(part)], mayHave: true },
    'has a number for an id': { said: (part) => [{ ...(fine(part) as object), id: Number(part.id) }], mayHave: true },
    'has another id': { said: (part) => [{ ...(fine(part) as object), id: `${part.id}x` }], mayHave: true },
    'has no id': { said: (part) => [{ ...(fine(part) as object), id: undefined }], mayHave: true },
    'has an object for an id': { said: (part) => [{ ...(fine(part) as object), id: { toString: 1 } }], mayHave: true },
    'has words for a status': { said: (part) => [{ ...(fine(part) as object), status: '204' }], mayHave: true },
    'has a status there is not': { said: (part) => [{ ...(fine(part) as object), status: 99 }], mayHave: true },
    'is not finished': { said: (part) => [{ ...(fine(part) as object), status: 100 }], mayHave: true },
    'is nothing': { said: () => [null], mayHave: true },
    'is a word': { said: () => ['fine'], mayHave: true },
    'has no headers': { said: (part) => [{ ...(fine(part) as object), headers: null }], mayHave: true },
    'has a list for headers': { said: (part) => [{ ...(fine(part) as object), headers: ['a'] }], mayHave: true },
    'has a number for Retry-After': {
      said: (part) => [{ id: part.id, status: 429, headers: { 'Retry-After': 0 } }],
      mayHave: false,
    },
    'has a text for a body': { said: (part) => [{ ...(fine(part) as object), body: 'PGh0bWw+' }], mayHave: true },
    'has JSON in a text for a body': {
      said: (part) => [{ ...(fine(part) as object), body: '{"url": 1}' }],
      mayHave: true,
    },
    'has an error in a text for a body': {
      said: (part) => [saidOf(400, {}, '{"error":{"code":"BadRequest"}}')(part)],
      mayHave: false,
    },
    'is trouble of the service': { said: (part) => [saidOf(500)(part)], mayHave: true },
    'is "too many"': { said: (part) => [saidOf(429)(part)], mayHave: false },
    'is "unauthorized"': { said: (part) => [saidOf(401)(part)], mayHave: false },
    'is as it should be': { said: (part) => [fine(part)], mayHave: true },
  };
  const anyOddities = fc.array(fc.constantFrom(...Object.keys(oddities)), { minLength: 1, maxLength: 30 });

  test('nobody is forgotten, nobody is told twice, and no write is repeated that may have happened', async () => {
    await fc.assert(
      fc.asyncProperty(anyOddities, fc.integer({ min: 1, max: 30 }), async (drawn, count) => {
        service.calls.length = 0;
        const mayHaveHappened = new Set<string>();
        const repeated: string[] = [];
        let turn = 0;
        service.otherwise(
          partByPart((part, nth) => {
            // Whatever it is, it ends; trouble of the service only slows reading down.
            const name = nth > 5 ? 'is as it should be' : drawn[turn++ % drawn.length]!;
            const isSlow = part.method === 'GET' && name === 'is trouble of the service';
            const { said, mayHave } = oddities[isSlow ? 'is as it should be' : name]!;
            if (part.method === 'POST' && mayHaveHappened.has(part.url)) repeated.push(part.url);
            if (mayHave) mayHaveHappened.add(part.url);
            return said(part);
          }),
        );
        const asks = [...times(count, read), ...times(count, write)];
        const { answers } = await toldBy(ana(), asks);
        expect(answers.map(({ id }) => id).sort()).toEqual(asks.map(({ id }) => id).sort());
        expect(repeated).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  const readAgain = { kind: 'answered' };
  const unknown = { kind: 'refused', refusal: { kind: 'unexpected', how: 'unreadable', changed: 'unknown' } };
  test.each<[string, object, object]>([
    ['is missing', readAgain, unknown],
    ['comes twice', readAgain, { kind: 'answered' }],
    ['contradicts itself', readAgain, unknown],
    ['contradicts itself the other way round', readAgain, unknown],
    ['has a number for an id', readAgain, { kind: 'answered' }],
    ['has another id', readAgain, unknown],
    ['has an object for an id', readAgain, unknown],
    ['has words for a status', readAgain, unknown],
    ['is not finished', readAgain, unknown],
    ['has no headers', readAgain, { kind: 'answered' }],
    ['has a text for a body', readAgain, unknown],
    ['has JSON in a text for a body', { body: { url: 1 } }, unknown],
    ['has a number for Retry-After', readAgain, { kind: 'answered' }],
  ])('that %s', async (name, ofRead, ofWrite) => {
    service.otherwise(partByPart((part, nth) => (nth === 1 ? oddities[name]!.said(part) : [fine(part)])));
    const told = byId(await toldBy(ana(), [read(1), write(1)]));
    expect(told).toMatchObject({ 'read 1': ofRead, 'syncPayloads 1': ofWrite });
  });

  const proto = '{"responses":[{"id":"0","status":204,"headers":{"__proto__":"x","constructor":"y"},"body":null}]}';
  test('names of headers are only names', async () => {
    service.otherwise(answer(200, proto));
    expect((await toldBy(ana(), [write(1)])).answers).toMatchObject([{ kind: 'answered' }]);
  });
});

describe('a batch that fails as a whole', () => {
  const html = '<!DOCTYPE html><html><body>Access denied</body></html>';
  type Row = { handler: Handler; write: object; repeats: boolean };
  const unreadable = { kind: 'unexpected', how: 'unreadable', changed: 'unknown' };
  const broken = { kind: 'unreachable', how: 'connection', changed: 'unknown' };
  const rows: Record<string, Row> = {
    'too many batches': { handler: answer(429, '', { 'retry-after': '0.1' }), write: {}, repeats: true },
    'the service is in trouble': {
      handler: answer(503, ''),
      ...{ write: { kind: 'unreachable', how: 'server', changed: 'unknown' }, repeats: false },
    },
    'a proxy answers with its own page': { handler: answer(200, html), write: unreadable, repeats: false },
    'the JSON is cut off': { handler: answer(200, '{"responses":[{"id":"0","sta'), write: unreadable, repeats: false },
    'an error inside of a 200': {
      handler: answer(200, { error: { code: 'BadRequest' } }),
      write: unreadable,
      repeats: false,
    },
    'no responses': { handler: answer(200, { responses: [] }), write: unreadable, repeats: false },
    'something else for responses': { handler: answer(200, { responses: {} }), write: unreadable, repeats: false },
    'ten megabytes': {
      handler: answer(200, { responses: 'a'.repeat(10 * 1024 * 1024) }),
      write: unreadable,
      repeats: false,
    },
    'a reset before the answer': {
      handler: (response) => response.socket?.resetAndDestroy(),
      write: broken,
      repeats: false,
    },
    'a reset during the answer': {
      handler: (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"responses":[', () => response.socket?.resetAndDestroy());
      },
      ...{ write: broken, repeats: false },
    },
  };

  test.each(Object.entries(rows))(
    '%s: reads are asked again; a write is where it certainly changed nothing',
    async (_, row) => {
      const seen = new Set<string>();
      service.otherwise((response, call) => {
        const method = partsOf(call.body)[0]?.method ?? '';
        const isFirst = !seen.has(method);
        seen.add(method);
        (isFirst ? row.handler : allFine)(response, call);
      });
      const told = await toldBy(ana(), [...times(3, read), ...times(3, write)]);
      expect(told.answers).toHaveLength(6);
      const { 'read 1': ofRead, 'syncPayloads 1': ofWrite } = byId(told);
      expect(ofRead).toMatchObject({ kind: 'answered' });
      expect(ofWrite).toMatchObject(row.repeats ? { kind: 'answered' } : { kind: 'refused', refusal: row.write });
      const writes = [...countsOf(asksAt())].filter(([name]) => name.startsWith('POST'));
      expect(writes.map(([, count]) => count)).toEqual(times(3, () => (row.repeats ? 2 : 1)));
    },
  );

  test.each<[string, Handler, object]>([
    ['it does not begin to answer', () => {}, { kind: 'unreachable', how: 'timeout', changed: 'unknown' }],
    ['it is called malformed', answer(400, ''), { kind: 'unexpected', how: 'bad-request', changed: 'nothing' }],
    [
      'it leads elsewhere',
      answer(307, '', { location: 'http://127.0.0.1:1/' }),
      { kind: 'unexpected', changed: 'nothing' },
    ],
    ['it is forbidden', answer(403, ''), { kind: 'not-allowed', changed: 'nothing' }],
  ])('%s: each is told, and asked once', async (_, handler, refusal) => {
    service.otherwise(handler);
    const { answers } = await toldBy(ana(), [...times(3, read), ...times(3, write)]);
    expect(answers).toHaveLength(6);
    for (const one of answers) {
      const changed = one.id.startsWith('read') ? { changed: 'nothing' } : {};
      expect(one).toMatchObject({ kind: 'refused', refusal: { ...refusal, ...changed } });
    }
    expect(service.calls).toHaveLength(2);
  });

  test('nobody is listening: a write has certainly changed nothing, and is tried again for a while', async () => {
    const nowhere = 'http://127.0.0.1:1/beta';
    const sender = openSender(shortWaits);
    const tried: string[] = [];
    const log = { debug() {}, info() {}, error() {}, warn: (_: object, message: string) => void tried.push(message) };
    const door = openGraph({ url: nowhere, send: sender.send, pace: paceForTests(), clock: { now: () => now }, log });
    const { answers } = await toldBy(door({ person: anybody, token: always('t') }), [write(1)]);
    await sender.close();
    expect(answers).toMatchObject([{ refusal: { kind: 'unreachable', how: 'connection', changed: 'nothing' } }]);
    expect(tried).toHaveLength(4);
  });
});

describe('an end in the middle', () => {
  const full = (places: number) => openService({ limits: () => ({ windowMs: 60_000, places }) });

  test('tells what was not sent that it was not begun, and what was on its way that it may have been', async () => {
    await service.close();
    service = await full(30);
    const stop = new AbortController();
    let batches = 0;
    service.otherwise((response, call) => {
      batches += 1;
      // The second batch hears nothing any more.
      if (batches === 1) allFine(response, call);
      else stop.abort();
    });
    const { answers } = await toldBy(service.as(always('t'), stop.signal), times(45, write));
    expect(answers).toHaveLength(45);
    const arrived = asksAt().map(({ url }) => url);
    const told = (kind: string) =>
      answers.flatMap((one) =>
        (one.kind === 'refused' ? one.refusal.changed : one.kind) === kind
          ? [`/deviceManagement/managedDevices/d${one.id.split(' ')[1]}/syncPayloads`]
          : [],
      );
    expect(told('nothing').filter((url) => arrived.includes(url))).toEqual([]);
    expect(told('nothing').length).toBeGreaterThanOrEqual(15);
    expect(arrived.filter((url) => ![...told('answered'), ...told('unknown')].includes(url))).toEqual([]);
    expect(told('unknown').length).toBeGreaterThan(0);
  });

  test('while everybody waits for room ends the wait', async () => {
    await service.close();
    service = await full(20);
    service.otherwise(allFine);
    const stop = new AbortController();
    const told: string[] = [];
    await service.as(always('t'), stop.signal).bulk(times(45, read), {
      answered: (one) => told.push(one.kind === 'answered' ? one.kind : one.refusal.kind),
      waits: () => stop.abort(),
    });
    expect(told).toHaveLength(45);
    expect(told.filter((kind) => kind === 'throttled')).toHaveLength(25);
  });

  test('before anything began: nothing is asked', async () => {
    const { answers } = await toldBy(service.as(always('t'), AbortSignal.abort()), [read(1), write(1)]);
    for (const one of answers) expect(one).toMatchObject({ kind: 'refused', refusal: { changed: 'nothing' } });
    expect(answers).toHaveLength(2);
    expect(service.calls).toEqual([]);
  });
});

describe('whoever waits', () => {
  test('is told until when about, and how many are left', async () => {
    await service.close();
    service = await openService({ limits: () => ({ windowMs: 300, places: 20 }) });
    service.otherwise(allFine);
    const { answers, waits: told } = await toldBy(ana(), times(45, read));
    expect(answers).toHaveLength(45);
    expect(told.length).toBeGreaterThan(0);
    const left = told.map((one) => one.left);
    expect(left).toEqual([...left].sort((one, other) => other - one));
    expect(left.at(-1)).toBeGreaterThan(0);
    expect(left[0]).toBeLessThanOrEqual(45);
    for (const { until } of told) expect(until.getTime()).toBeGreaterThan(Date.parse('2026-03-02T12:00:00Z'));
    for (const { until } of told) expect(until.getTime()).toBeLessThanOrEqual(Date.parse('2026-03-02T12:00:01Z'));
  });
});

describe('a surprise', () => {
  test('is thrown when nothing is on its way any more', async () => {
    const surprise = new Error('the database is gone');
    let asked = 0;
    const source: TokenSource = async () => {
      asked += 1;
      if (asked === 2) throw surprise;
      return token('t');
    };
    const told: string[] = [];
    const bulk = service.as(source).bulk(times(45, read), { answered: ({ id }) => told.push(id) });
    await expect(bulk).rejects.toBe(surprise);
    const atTheEnd = [told.length, service.calls.length];
    await new Promise((later) => setTimeout(later, 50));
    expect([told.length, service.calls.length]).toEqual(atTheEnd);
  });

  test('about the places does not lose what Graph has answered', async () => {
    await service.close();
    let fails = false;
    const { change, ...others } = ledgersInMemory({ now: () => new Date() });
    service = await openService({
      limits: wide,
      ledgers: {
        ...others,
        async change(key, fresh, act) {
          if (fails) throw new Error('the database is gone');
          return change(key, fresh, act);
        },
      },
    });
    service.otherwise((response, call) => {
      fails = true;
      allFine(response, call);
    });
    expect((await toldBy(ana(), times(5, write))).answers).toMatchObject(times(5, () => ({ kind: 'answered' })));
    fails = false;
    service.otherwise((response, call) => {
      fails = true;
      answer(204)(response, call);
    });
    await ana().post('/deviceManagement/managedDevices/d1/syncDevice');
    expect(service.logged()).toContain('could not be counted');
  });
});

test('the same ask twice is asked and told twice', async () => {
  const asks: BulkAsk[] = [read(1), read(1)];
  expect((await toldBy(ana(), asks)).answers).toHaveLength(2);
});
