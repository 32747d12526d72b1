import { claims } from './claims/index.ts';
import { play } from './play.ts';

describe('whatever comes in', () => {
  for (const claim of claims) {
    test(claim.name, async () => {
      const { failure } = await play(claim, { seed: 1, inputs: 100 });
      expect({ replay: `npm run fuzz -- --seed 1 --claim "${claim.name}"`, failure }).toMatchObject({ failure: null });
    });
  }
});
