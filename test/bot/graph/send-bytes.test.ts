import { openSender, type SenderDoor, turnWaits } from '../../../bot/graph/send.ts';
import { type Loopback, openLoopback, type Told } from '../../helpers/loopback.ts';

let told: Told;
let service: Loopback;
let door: SenderDoor;
beforeEach(async () => {
  service = await openLoopback(async () => told);
  door = openSender(turnWaits);
});
afterEach(async () => {
  await door.close();
  await service.close();
});

const ask = async (bytesUpTo: number) => {
  const { body } = await door.send({ method: 'GET', url: service.url, headers: {}, bytesUpTo });
  return Buffer.from(body, 'latin1');
};

test('every byte arrives as it was sent, text or not', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  told = { status: 200, body: bytes };
  expect(await ask(1_000)).toEqual(bytes);
  expect(await ask(256)).toEqual(bytes);
});

test('of a longer answer the beginning is taken, and the next question is answered as if nothing had been', async () => {
  told = { status: 200, body: Buffer.alloc(3 * 1024 * 1024, 'x') };
  expect((await ask(1_000)).toString()).toBe('x'.repeat(1_000));
  told = { status: 200, body: 'short' };
  expect((await ask(1_000)).toString()).toBe('short');
});

test('an answer longer than anything the bot asks for is cut off too', async () => {
  told = { status: 200, body: Buffer.alloc(12 * 1024 * 1024, 'x') };
  expect(await ask(1_000)).toHaveLength(1_000);
});

test('a connection that breaks in the middle is no shorter file', async () => {
  told = { status: 200, headers: { 'content-length': '5000' }, body: 'half' };
  await expect(ask(10_000)).rejects.toThrow();
});
