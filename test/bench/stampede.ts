/** Everybody asks for the Autopilot sync at once, each in a chat of their own: who is told, and how soon. */
import { sayGoals } from './goals.ts';
import { report } from './report.ts';
import { type DeskOptions, openDesk } from './stampede-desk.ts';
import { goalsOf, rowsFor } from './stampede-goals.ts';
import { type Played, play, ways } from './stampede-plays.ts';

/** `only` is the number of one way. */
export type StampedeOptions = DeskOptions & { only: number };

export async function stampede({ only, ...options }: StampedeOptions): Promise<void> {
  const plays: Played[] = [];
  for (const way of ways.filter((_, i) => only === 0 || i + 1 === only)) {
    console.log(`${options.people} people, ${way}`);
    const desk = await openDesk(options);
    plays.push(await play(desk, way));
    await desk.stop();
  }
  const title = `${options.people.toLocaleString('en')} people in as many chats ask for the Autopilot sync at once`;
  report({ name: 'stampede', title, rows: rowsFor(plays), reading, measured: plays });
  sayGoals('stampede', goalsOf(plays));
}

const reading =
  'The connector enforces 50 requests a second for the app and its tenant, and for each chat 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in ' +
  'an hour; what it refuses counts too. Floor: one message to everybody. Answer: from the first ask; a press is answered in its own ' +
  'response. Outcome: from the moment Graph told of the end of the sync, which the driver ends once all is quiet. Teams’ limits are ' +
  'as they are, only the sync is short.';
