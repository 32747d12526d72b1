import { mayScrape, type Scraper } from '../../../bot/watching/scrape-access.ts';

const token = 'only-for-the-scraper';
const host = '127.0.0.1:3978';
const from = (address: string | undefined, headers: Scraper['headers'] = {}) => ({
  address,
  headers: { host, ...headers },
});

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.8.8.8'])('this machine reads the numbers: %s', (address) => {
  expect(mayScrape(from(address), null)).toBe(true);
  expect(mayScrape(from(address), token)).toBe(true);
});

test.each(['localhost:3978', 'LOCALHOST', '[::1]:3978', '127.0.0.1'])('this machine may be called %s', (name) => {
  expect(mayScrape(from('127.0.0.1', { host: name }), null)).toBe(true);
});

test.each(['10.0.0.7', '::ffff:10.0.0.7', '2001:db8::1', 'fe80::127.0.0.1', '::ffff:10.127.0.1', '', undefined])(
  'nobody else does without a token: %s',
  (address) => {
    expect(mayScrape(from(address), null)).toBe(false);
    expect(mayScrape(from(address), token)).toBe(false);
    expect(mayScrape(from(address, { authorization: 'Bearer null' }), null)).toBe(false);
    expect(mayScrape(from(address, { authorization: 'Bearer ' }), null)).toBe(false);
  },
);

test('another machine reads them with the token, and with nothing but the token', () => {
  const with_ = (authorization: string | string[]) => mayScrape(from('10.0.0.7', { authorization }), token);
  expect(with_(`Bearer ${token}`)).toBe(true);
  for (const wrong of [token, `bearer ${token}`, `Bearer ${token} `, `Bearer ${token.slice(1)}`, 'Bearer', ''])
    expect(with_(wrong)).toBe(false);
});

test.each([
  ['x-forwarded-for', '203.0.113.9'],
  ['forwarded', 'for=203.0.113.9'],
  ['via', '1.1 proxy'],
  ['x-real-ip', '203.0.113.9'],
  ['x-forwarded-proto', 'https'],
  ['x-forwarded-host', 'sync-desk.example.com'],
])('a proxy on this machine that says so speaks for the world: %s', (name, value) => {
  expect(mayScrape(from('127.0.0.1', { [name]: value }), null)).toBe(false);
  expect(mayScrape(from('127.0.0.1', { [name]: value, authorization: `Bearer ${token}` }), token)).toBe(true);
});

test.each([
  'sync-desk.example.com',
  '127.0.0.1.example.com',
  'localhost.example.com',
  '127.0.0.1:1@example.com',
  undefined,
])('who asks for another host came from outside, or from a page that leads here: %s', (name) => {
  expect(mayScrape({ address: '127.0.0.1', headers: { host: name } }, null)).toBe(false);
});
