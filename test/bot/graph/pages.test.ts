import { z } from 'zod';
import { Refused, refusalIn } from '../../../bot/graph/errors.ts';
import { always, answer, type Handler, openService, type Service } from './service.ts';

const device = z.object({ id: z.string() });
const path = '/deviceManagement/managedDevices?$select=id';

let service: Service;
let elsewhere: Service;
beforeEach(async () => {
  [service, elsewhere] = [await openService(), await openService()];
});
afterEach(async () => {
  const complaints = [...service.complaints(), ...elsewhere.complaints()];
  await Promise.all([service.close(), elsewhere.close()]);
  expect(complaints).toEqual([]);
  expect(elsewhere.calls).toEqual([]);
});

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const page = (ids: string[], link?: unknown): Handler => answer(200, { value: rows(...ids), '@odata.nextLink': link });
const next = (token: string) => `${service.url}${path}&$skiptoken=${token}`;
const all = (most: number, keep?: (row: { id: string }) => boolean) =>
  service.as(always('secret-1')).all(path, device, { most, ...(keep ? { keep } : {}) });
const refusalOf = async (asked: Promise<unknown>) => refusalIn(await asked.catch((error: unknown) => error));

describe('a list', () => {
  test('of one page is read with one request', async () => {
    service.will(page(['a', 'b']));
    expect(await all(100)).toEqual({ rows: rows('a', 'b'), more: false });
  });

  test.each([[null], [undefined]])('ends where its link to the next page is %s', async (link) => {
    service.will(page(['a'], link));
    expect(await all(100)).toEqual({ rows: rows('a'), more: false });
  });

  test('of several pages is read to its end, each page as the one before it says, in the person’s name', async () => {
    service.will(page(['a'], next('1')), page([], next('2')), page(['b', 'c']));
    expect(await all(100)).toEqual({ rows: rows('a', 'b', 'c'), more: false });
    expect(service.calls.map((call) => call.path)).toEqual(
      ['', '&$skiptoken=1', '&$skiptoken=2'].map((end) => `/beta${path}${end}`),
    );
    for (const { headers } of service.calls) expect(headers.authorization).toBe('Bearer secret-1');
  });

  test('that is longer than wished for is cut, and says so', async () => {
    service.will(page(['a', 'b'], next('1')), page(['c', 'd']));
    expect(await all(3)).toEqual({ rows: rows('a', 'b', 'c'), more: true });
  });

  test('whose first page is enough is not read further', async () => {
    service.will(page(['a', 'b'], next('1')));
    expect(await all(2)).toEqual({ rows: rows('a', 'b'), more: true });
  });

  test('that is exactly as long as wished for has no more', async () => {
    service.will(page(['a'], next('1')), page(['b']));
    expect(await all(2)).toEqual({ rows: rows('a', 'b'), more: false });
  });

  test('that goes in circles is left after fifty pages', async () => {
    service.otherwise(page(['a'], next('again')));
    const read = await all(1_000);
    expect([read.rows.length, read.more]).toEqual([50, true]);
    expect(service.calls).toHaveLength(50);
  });

  test('of rows that nobody asked for keeps none of them, wherever they are', async () => {
    service.will(page(['a', 'x', 'b'], next('1')), page(['x', 'c']));
    expect(await all(100, ({ id }) => id !== 'x')).toEqual({ rows: rows('a', 'b', 'c'), more: false });
  });

  test('is read on until enough rows were kept', async () => {
    service.will(page(['x', 'a'], next('1')), page(['x', 'x'], next('2')), page(['b', 'x'], next('3')));
    expect(await all(2, ({ id }) => id !== 'x')).toEqual({ rows: rows('a', 'b'), more: true });
  });

  test('survives passing trouble between its pages', async () => {
    service.will(page(['a'], next('1')), answer(503), (response) => response.destroy(), page(['b']));
    expect(await all(100)).toEqual({ rows: rows('a', 'b'), more: false });
  });

  test('that is refused in the middle is refused', async () => {
    service.will(page(['a'], next('1')), answer(403));
    expect(await refusalOf(all(100))).toMatchObject({ kind: 'not-allowed', changed: 'nothing' });
  });

  test.each<[string, Handler]>([
    ['a row of another shape', answer(200, { value: [{ id: 'a' }, { id: 7 }] })],
    ['no rows', answer(200, { values: [] })],
    ['a page of HTML', answer(200, '<html></html>')],
    ['an error inside of a 200', answer(200, { error: { code: 'BadRequest' } })],
  ])('with %s is not understood', async (_, handler) => {
    service.will(page(['a'], next('1')), handler);
    expect(await refusalOf(all(100))).toMatchObject({ kind: 'unexpected', how: 'unreadable', changed: 'nothing' });
  });
});

describe('a link that leads elsewhere is refused, and nothing is sent there:', () => {
  const base = () => new URL(service.url);
  const links: Record<string, () => unknown> = {
    'another host': () => next('1').replace(service.url, elsewhere.url),
    'another host that begins like ours': () => next('1').replace('127.0.0.1', '127.0.0.1.example.com'),
    'our host as the name of a user': () => `http://${base().host}@${new URL(elsewhere.url).host}/beta${path}`,
    'a user on our host': () => next('1').replace('http://', 'http://ana:secret@'),
    'another scheme': () => next('1').replace('http://', 'https://'),
    'another port': () => next('1').replace(base().port, '1'),
    'another version': () => next('1').replace('/beta/', '/v1.0/'),
    'a version that begins like ours': () => next('1').replace('/beta/', '/beta2/'),
    'no version': () => `${base().origin}/deviceManagement/managedDevices`,
    'another version by way of ours': () => next('1').replace('/beta/', '/beta/../v1.0/'),
    'another version by way of ours, in disguise': () => next('1').replace('/beta/', '/beta/%2e%2e/v1.0/'),
    'another version by way of ours, in a better disguise': () => next('1').replace('/beta/', '/beta/..%2fv1.0/'),
    backslashes: () => next('1').replace('/beta/', '/beta\\..\\v1.0/'),
    'a path only': () => `/beta${path}`,
    'a path without its beginning': () => 'managedDevices?$skiptoken=1',
    'a host without a scheme': () => `//${new URL(elsewhere.url).host}/beta${path}`,
    nothing: () => '',
    'a number': () => 7,
    'a list': () => [next('1')],
    'a script': () => 'javascript:alert(1)',
  };

  test.each(Object.entries(links))('%s', async (_, link) => {
    service.will(page(['a'], link()));
    const refusal = await refusalOf(all(100));
    expect(refusal).toMatchObject({
      kind: 'unexpected',
      how: 'unreadable',
      changed: 'nothing',
      support: { status: 200 },
    });
    expect(service.calls).toHaveLength(1);
  });

  test('but not one that only spells our address in another way', async () => {
    service.will(page(['a'], next('1').replace('http://', 'HTTP://').replace('&', '&%20a=%2F&')), page(['b']));
    expect(await all(100)).toEqual({ rows: rows('a', 'b'), more: false });
    expect(service.calls[1]?.path).toBe(`/beta${path}&%20a=%2F&$skiptoken=1`);
  });
});

test('what is not a list is refused, as everything else', async () => {
  service.will(answer(200, { id: 'a' }));
  await expect(all(1)).rejects.toBeInstanceOf(Refused);
});
