import { autopilotSync, planAutopilotSync } from '../actions/autopilot-sync.ts';
import { type Opening, tenantTarget } from '../actions/define.ts';
import type { Follow } from '../runs/ask.ts';
import { joinKeyFor } from '../runs/joining.ts';
import type { Run, Window } from '../runs/run.ts';
import { clockAnswer, laterSaid } from './autopilot.ts';
import type { Answer, Command, Turn } from './define.ts';
import { reading, readRefused, startAgain } from './reading.ts';
import { followFor, runAnswer } from './run-answer.ts';
import { type Kept, keepSerials, serialsAnswer, serialsHeard } from './serials/answer.ts';

const action = autopilotSync;

/** Harmless enough to run when asked for by name. */
export const syncAutopilot: Command = {
  name: 'sync-autopilot',
  phrases: action.phrases,
  takes: 'as-typed',
  about: 'command.sync-autopilot',
  examples: 'help.on.autopilot',
  menu: 'everywhere',
  scopes: action.scopes.write,
  run: (turn, typed) => syncSaid(turn, typed),
};

/** It begins as soon as Intune takes it in any case. */
const atOnce = /(?<=^|\s)(?:(?:right )?now|(?:прямо )?сейчас|jetzt|sofort)[\s.!]*$/iu;

/**
 * With a list of serials, whoever gave it hears how they stand once the sync has completed. What was not understood may have been
 * about the sync (when, or whether at all), so then nothing starts: the list is shown, with the button.
 */
async function syncSaid(turn: Turn, said: string): Promise<Answer> {
  const typed = said.replace(atOnce, '').trim();
  const wish = { askKey: turn.key, place: 'below', book: false, notBefore: null } as const;
  if (typed === '' && !turn.attached) return sync(turn, wish);
  const later = await laterSaid(turn, typed, syncAutopilot);
  if (later) return later;
  const heard = serialsHeard(turn, typed, syncAutopilot);
  if (heard.kind === 'answer') return heard.answer;
  const given = await keepSerials(turn, heard.list);
  const isPlain = heard.list.nonsense.length === 0;
  return isPlain ? sync(turn, { ...wish, given }) : serialsAnswer(turn, { ...given, place: 'below' });
}

export type SyncWish = {
  askKey: string;
  place: Answer['place'];
  /** Whether a closed window is booked, or only shown. */
  book: boolean;
  /** What the service said when it refused an earlier start. */
  notBefore: Window | null;
  /** Serials to hear of once it has completed. */
  given?: Kept | undefined;
};

/** Free: runs. Running: follows. Closed: books, or offers to. Already asked for by somebody: joins. */
export async function sync(turn: Turn, wish: SyncWish): Promise<Answer> {
  const { runs } = turn.desk;
  const { tenantId } = turn.from;
  const joinKey = joinKeyFor(action.name, [tenantTarget]);
  const { asked, onItsWay } = await runs.findKnown(tenantId, { askKey: wish.askKey, joinKey });
  if (asked) return runAnswer(turn, asked, wish);
  if (onItsWay) return joined(turn, wish, onItsWay);
  // Of many who ask in the same moment one reads; the others find a run that they can join.
  return runs.first(`${tenantId} ${joinKey}`, async (isFirst) => {
    const begun = isFirst ? null : await runs.findJoinable(tenantId, joinKey);
    return begun ? joined(turn, wish, begun) : planned(turn, wish);
  });
}

async function planned(turn: Turn, wish: SyncWish): Promise<Answer> {
  const { runs } = turn.desk;
  const read = await reading(() =>
    planAutopilotSync(turn.desk.graphFor(turn.from, action.scopes.write), turn.screen.now),
  );
  if (read.kind === 'refused') {
    const phrase = action.phrases[turn.screen.words.language][0];
    const again = wish.given ? startAgain(turn, wish.given.id) : phrase;
    const { write: scopes } = action.scopes;
    return readRefused(turn, { action: action.name, refusal: read.refusal, again, place: wish.place, scopes });
  }
  const booking = bookingFor(wish, read.value.opening, turn.screen.now);
  if (read.value.opening.kind === 'closed' && !booking) return closedAnswer(turn, wish);
  const { run, how } = await runs.ask({ action, ...read.value, booking, ...followWith(turn, wish) });
  return runAnswer(turn, run, { ...wish, isNew: how === 'begun' });
}

const closedAnswer = (turn: Turn, { place, given }: SyncWish): Promise<Answer> =>
  clockAnswer(turn, { wished: true, place, list: given?.id });

const followWith = (turn: Turn, wish: SyncWish): Follow => ({ ...followFor(turn, wish), serials: wish.given?.list });

/** The later of what the service said and what its clock tells; null where there is nothing to wait for. */
function bookingFor(wish: SyncWish, opening: Opening, now: Date): Window | null {
  if (!wish.book || opening.kind === 'running') return null;
  const told = wish.notBefore && wish.notBefore.opensAt > now ? wish.notBefore : null;
  if (opening.kind !== 'closed') return told;
  return told && told.opensAt > opening.opensAt ? told : { opensAt: opening.opensAt, basis: opening.basis };
}

async function joined(turn: Turn, wish: SyncWish, run: Run): Promise<Answer> {
  await turn.desk.runs.join(run, followWith(turn, wish));
  return runAnswer(turn, run, wish);
}
