import { type ChannelDoor, fresh, openDoor } from './door.ts';

let door: ChannelDoor;
afterEach(() => door.close());

const press = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { data: { v: 1 } } } };

/** One turn takes its time, so that there is no room for another one. */
async function openBusyDoor({ mostWaiting }: { mostWaiting: number }) {
  const { promise: released, resolve: release } = Promise.withResolvers<null>();
  const crowd = { atOnce: 1, holdMs: 600_000, longestWaitMs: 1, mostWaiting };
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  door = await openDoor({
    crowd,
    answer: () => {
      begin();
      return released;
    },
  });
  const first = door.knocks(fresh());
  await begun;
  const through = async () => {
    release(null);
    expect((await first).status).toBe(200);
  };
  return { through };
}

test('whoever waited for too long is told that nothing was done, and their turn ends', async () => {
  const { through } = await openBusyDoor({ mostWaiting: 10 });
  expect(await door.knocks(fresh())).toEqual({ status: 200, text: '' });
  expect(door.kept.map(({ message }) => JSON.stringify(message))).toEqual([
    expect.stringContaining('Too many ask at once'),
  ]);
  expect(door.heard).toHaveLength(1);
  await through();
});

test('whoever pressed is told in the answer to their press', async () => {
  const { through } = await openBusyDoor({ mostWaiting: 10 });
  const { status, text } = await door.knocks(fresh(press));
  expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining({ value: 'Too many ask at once' })]);
  expect(door.kept).toEqual([]);
  await through();
});

test('where even those who wait are too many, the channel is asked to come back', async () => {
  const { through } = await openBusyDoor({ mostWaiting: 0 });
  expect((await door.knocks(fresh())).status).toBe(503);
  expect([door.kept, door.heard]).toEqual([[], [expect.any(String)]]);
  await through();
});
