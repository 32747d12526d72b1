/** What a thousand people at once have to be told, and how soon. */
import { short } from './figures.ts';
import { atMost, type Goal } from './goals.ts';
import type { Row } from './report.ts';
import type { Played, Stage } from './stampede-plays.ts';

const goals = { byFloor: 1.08, posts: 1, turnMs: 15_000 } as const;

export const goalsOf = (plays: readonly Played[]): Goal[] => plays.flatMap(goalsFor);

function goalsFor(played: Played): Goal[] {
  const { way, floorMs, posts, answers, outcome, turnMs, failedTurns } = played;
  const goal = (what: string, value: number, most: number) => atMost(`${way}: ${what}`, value, most);
  const lastAnswer = way === 'typed' ? [goal('last answer by floor', byFloor(answers, floorMs), goals.byFloor)] : [];
  return [
    { text: `${way}: POSTs ${posts} (${goals.posts})`, met: posts === goals.posts },
    goal('refused by the connector', answers.refused + outcome.refused, 0),
    ...lastAnswer,
    goal('never answered', answers.never, 0),
    goal('last told by floor', byFloor(outcome, floorMs), goals.byFloor),
    goal('never told', outcome.never, 0),
    goal('messages too many', played.extraMessages, 0),
    goal('turns that failed', failedTurns, 0),
    goal('turns over 15 s', turnMs.filter((ms) => ms > goals.turnMs).length, 0),
  ];
}

/** While somebody was left out, nobody was the last. */
const byFloor = ({ lastMs, never }: Stage, floorMs: number): number => (never > 0 ? Number.NaN : lastMs / floorMs);

export const rowsFor = (plays: readonly Played[]): Row[] => plays.flatMap(rowsOf);

function rowsOf({ way, floorMs, posts, answers, outcome, turnMs, cpuMs }: Played): Row[] {
  const seconds = (ms: number) => short(ms / 1000);
  const row = (what: string, stage: Stage): Row => ({
    stampede: `${way}: ${what}`,
    'last after s': seconds(stage.lastMs),
    'by floor': short(stage.lastMs / floorMs),
    never: String(stage.never),
    'connector requests': String(stage.requests),
    refused: String(stage.refused),
  });
  const whole = { 'POSTs at Graph': String(posts), 'longest turn s': seconds(Math.max(...turnMs)) };
  return [
    { ...row('answer', answers), ...whole, 'CPU s': seconds(cpuMs) },
    { ...row('outcome', outcome), 'POSTs at Graph': '', 'longest turn s': '', 'CPU s': '' },
  ];
}
