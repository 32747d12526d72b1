import { planted } from './planted.ts';
import { openStage, type Stage } from './stage.ts';
import { tellStory } from './story.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const most = 200;

describe('a mistake made on purpose is found within 200 stories', () => {
  test.each(Object.entries(planted))(
    '%s',
    async (_, { plants, foundAs, from }) => {
      const found = await firstBroken(from, (seed) => tellStory(stage, seed, plants));
      expect(found).toMatch(foundAs);
    },
    300_000,
  );
});

/** What was wrong in the first story in which anything was. */
async function firstBroken(from: number, tell: (seed: string) => ReturnType<typeof tellStory>): Promise<string> {
  for (let seed = from; seed <= most; seed += 1) {
    const { broken } = await tell(String(seed));
    if (broken.length > 0) return broken.join('\n');
  }
  return 'nothing was found';
}
