import type { PressOf } from '../../cards/press.ts';
import type { Run } from '../runs/run.ts';
import { messageCard } from '../views/answers.ts';
import { typeButton } from '../views/buttons.ts';
import { againWishFrom, failures } from './again-words.ts';
import type { Answer, Command, Turn } from './define.ts';
import { againExchange } from './exchange-presses.ts';
import { againPayloads } from './payloads/repeat.ts';
import { askKeyOf } from './run-answer.ts';
import { noSuchRun } from './runs.ts';
import { againAutopilot } from './sync-presses.ts';
import { runNumberIn } from './understand.ts';

export const again: Command = {
  name: 'again',
  phrases: {
    en: ['again', 'repeat', 'once more'],
    ru: ['ещё раз', 'повтори', 'повторить', 'снова'],
    de: ['nochmal', 'noch einmal', 'wiederholen', 'wiederhole', 'erneut'],
  },
  takes: 'text',
  about: 'command.again',
  run: againSaid,
};

/** The last run this person asked for, or only what went wrong in what they were shown last. */
async function againSaid(turn: Turn, argument: string): Promise<Answer> {
  const number = runNumberIn(argument);
  if (number !== null) return againRun(turn, number);
  const what = againWishFrom(argument);
  if (!what) return note(turn, 'again.which');
  const last = await (what.only === 'failed' ? lastSeen(turn) : turn.desk.runs.findLastOwnedBy(turn.from, what.action));
  if (last) return againAnswer(turn, last, { only: what.only, askKey: turn.key });
  return note(turn, what.action ? 'again.none-of-it' : 'again.none');
}

/** Somebody else's has a button for it, where one sees what it is. */
async function againRun(turn: Turn, number: number): Promise<Answer> {
  const run = await turn.desk.runs.find(turn.from.tenantId, number);
  if (!run) return noSuchRun(turn, number);
  return run.asker.id === turn.from.id
    ? againAnswer(turn, run, { only: 'all', askKey: turn.key })
    : note(turn, 'again.which');
}

/** A button of its board, which everybody has who reads that. */
export async function againPressed(turn: Turn, { run: number, only, nonce }: PressOf<'again'>): Promise<Answer> {
  const run = await turn.desk.runs.find(turn.from.tenantId, number);
  return run ? againAnswer(turn, run, { only, askKey: askKeyOf(turn, nonce) }) : noSuchRun(turn, number);
}

type How = { only: 'all' | 'failed'; askKey: string };

/** The same once more, all of it or what a repeat can cure. */
function againAnswer(turn: Turn, run: Run, { only, askKey }: How): Promise<Answer> | Answer {
  switch (run.action) {
    case 'autopilot-sync':
      return againAutopilot(turn, run, { only, askKey });
    case 'sync-payloads':
      return againPayloads(turn, run, only);
    case 'exchange-sync':
      return againExchange(turn, run, { only, askKey });
  }
}

/** Whoever is on call repeats what somebody else had asked for in that chat, in their own name. */
async function lastSeen({ desk, from, where }: Turn): Promise<Run | null> {
  const [own, here] = await Promise.all([desk.runs.findLastOwnedBy(from, null), desk.runs.findLastShownIn(where)]);
  return here && here.number > (own?.number ?? 0) ? here : own;
}

function note({ screen }: Turn, key: 'again.which' | 'again.none' | 'again.none-of-it'): Answer {
  const phrases = again.phrases[screen.words.language];
  const buttons = [phrases[0], `${phrases[0]} ${failures[screen.words.language][0]}`].map((phrase) =>
    typeButton(phrase, phrase),
  );
  const card = messageCard(
    { title: 'again.title', sentences: [{ key }], ...(key === 'again.which' ? { buttons } : {}) },
    screen,
  );
  return { card, place: 'below' };
}
