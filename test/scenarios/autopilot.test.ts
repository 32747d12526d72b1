import { type Desk, openDesk } from '../helpers/desk.ts';

const minutes = (count: number) => count * 60_000;

describe('the Autopilot sync', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const posts = () => desk.graph.visits().filter((visit) => visit.method === 'POST');

  test('a free clock: accepted, then done with evidence, in one card edited in place', async () => {
    await desk.ana.says('sync autopilot');
    await desk.ana.sees(/Accepted|Working/);
    await desk.clock.goesOn(minutes(0.2));
    const board = await desk.ana.sees(/^Done$/m);
    expect(board.card.fallbackText).toMatch(/Evidence: the last sync moved from .+ to .+/);
    expect(desk.ana.messages()).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  test('a second asker joins the running sync', async () => {
    await desk.ana.says('sync autopilot');
    await desk.ana.sees(/Accepted|Working/);
    await desk.jon.says('autopilot sync');
    expect(desk.jon.newest().card.fallbackText).toMatch(/Runs in the name of Ana Ruiz/);
    await desk.ana.sees(/Also waiting: Jon Vik/);
    await desk.clock.goesOn(minutes(0.2));
    await desk.ana.sees(/^Done$/m);
    await desk.jon.sees(/^Done$/m);
    expect(posts()).toHaveLength(1);
  });
});
