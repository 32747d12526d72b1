import { randomUUID } from 'node:crypto';
import { openStage, type Stage } from './stage.ts';
import { tellStory } from './story.ts';

let stage: Stage;
/** What an earlier test of this process has left running: it shares Node's modules with the stories, and must be in none. */
let stranger: NodeJS.Timeout;
beforeAll(async () => {
  stranger = setInterval(() => randomUUID(), 1);
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  clearInterval(stranger);
});

const seeds = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

describe('whatever people, Microsoft, Teams, crashes and time do', () => {
  test('the same seed is the same story, from the first one of a process on', async () => {
    for (const seed of seeds(5)) {
      const first = await tellStory(stage, seed);
      await tellStory(stage, `${seed} is followed by another one`);
      expect(await tellStory(stage, seed)).toEqual(first);
    }
  }, 120_000);

  test('what was promised holds in 200 stories', async () => {
    for (const seed of seeds(200)) {
      const { broken } = await tellStory(stage, seed);
      expect({ replay: `npm run simulate -- --seed ${seed}`, broken }).toMatchObject({ broken: [] });
    }
  }, 600_000);

  test('another seed is another story', async () => {
    const [one, other] = [await tellStory(stage, '1'), await tellStory(stage, '2')];
    expect(one.lines).not.toEqual(other.lines);
  });
});
