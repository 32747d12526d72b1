import { type Desk, openDesk } from '../helpers/desk.ts';

const minutes = (count: number) => count * 60_000;

describe('what somebody watches', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.startsOver());

  test('the Autopilot sync that a colleague starts is told once it begins, and once it is over', async () => {
    await desk.ana.says('watch autopilot');
    await desk.ana.sees(/Watch 1: Autopilot sync/);
    await desk.jon.says('sync autopilot');
    await desk.jon.sees(/Accepted|Working/);
    await desk.clock.goesOn(minutes(0.2));
    await desk.ana.sees(/The Autopilot sync has completed[\s\S]*Started here by Jon Vik, run 1[\s\S]*watch 1/);
  });
});
