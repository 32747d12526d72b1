import { play } from './play.ts';
import { openTurns } from './turns/index.ts';

let turns: Awaited<ReturnType<typeof openTurns>>;
beforeAll(async () => {
  turns = await openTurns();
});
afterAll(() => turns.close());

test('whatever comes in, the whole bot gives one answer, gives nothing away, and starts nothing', async () => {
  for (const claim of turns.claims) {
    const { failure } = await play(claim, { seed: 1, inputs: 25 });
    expect({ replay: `npm run fuzz -- --seed 1 --claim "${claim.name}"`, failure }).toMatchObject({ failure: null });
  }
}, 120_000);
