import fc from 'fast-check';
import { z } from 'zod';
import { jsonOf } from '../../../bot/graph/json.ts';
import { fine, partByPart, saidOf } from './batch-service.ts';
import { always, answer, openService, type Service } from './service.ts';

const int64 = fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n);

test('every 64-bit number of an answer comes out with all its digits', () => {
  fc.assert(
    fc.property(fc.array(int64), (numbers) => {
      const read = jsonOf(`{"value":[${numbers.map((number) => `{"errorCode": ${number}}`).join(',')}]}`);
      const { value } = z.object({ value: z.array(z.object({ errorCode: z.coerce.string() })) }).parse(read);
      expect(value.map(({ errorCode }) => errorCode)).toEqual(numbers.map(String));
    }),
  );
});

test('whatever a number can hold stays a number, and texts and fractions stay as they are', () => {
  const text =
    '{"a":-2016341112,"b":9007199254740991,"c":"9007199254740993","d":0.12345678901234567,"e":1e300,"f":[0]}';
  expect(jsonOf(text)).toEqual(JSON.parse(text));
});

/** A whole number too long to be exact. */
const long = /(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/;

test('any other JSON is read as ever, also beside a long number', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(!long.test(text));
      expect(jsonOf(text)).toEqual(JSON.parse(text));
      expect(jsonOf(`[9007199254740993,${text}]`)).toEqual(['9007199254740993', JSON.parse(text)]);
    }),
    { numRuns: 500 },
  );
});

test.each(['', '<html>1234567890123456</html>', '{"a": 1234567890123456'])('%s is no JSON', (text) => {
  expect(jsonOf(text)).toBeUndefined();
});

describe('a code beyond what a number can hold', () => {
  let service: Service;
  beforeEach(async () => {
    service = await openService();
  });
  afterEach(() => service.close());

  const code = z.object({ errorCode: z.union([z.number(), z.string()]) });

  test('is exact where one thing is read', async () => {
    service.will(answer(200, '{"errorCode": 9007199254740993}'));
    expect(await service.as(always('t')).get('/things', code)).toEqual({ errorCode: '9007199254740993' });
  });

  test('is exact where it came in a batch', async () => {
    const marked = partByPart((part) =>
      part.url === '/things' ? [saidOf(200, {}, { errorCode: 'HERE' })(part)] : [fine(part)],
    );
    service.otherwise((response, call) => {
      const end = response.end.bind(response);
      response.end = ((body: string) => end(body.replace('"HERE"', '-9223372036854775808'))) as typeof response.end;
      marked(response, call);
    });
    const told: unknown[] = [];
    await service.as(always('t')).bulk([{ id: 'a', method: 'GET', path: '/things' }], {
      answered: (one) => told.push(one.kind === 'answered' && one.body),
    });
    expect(told).toEqual([{ errorCode: '-9223372036854775808' }]);
  });
});
