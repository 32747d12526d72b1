import { pressGoodForMs } from '../../cards/press.ts';
import { devicesById, type FoundDevice } from '../finding/devices.ts';
import type { Run } from '../runs/run.ts';
import { noteCard } from '../views/answers.ts';
import { runFileCard, runFileName } from '../views/run-file.ts';
import { runRows } from '../views/run-rows.ts';
import { csvOf } from './csv.ts';
import type { Answer, Did, Turn } from './define.ts';
import { graphOf } from './payloads/shared.ts';
import { reading } from './reading.ts';
import { noSuchRun } from './runs.ts';

/** The rows of a run as a file: offered where nobody else reads it, and made when somebody says that they want it. */
export async function offerRunFile(turn: Turn, number: number): Promise<Answer> {
  const { desk, from, screen } = turn;
  const run = await desk.runs.find(from.tenantId, number);
  if (!run) return noSuchRun(turn, number);
  const isAlone = turn.where.kind === 'personal';
  const where = isAlone ? null : await desk.chatWith(from);
  const instead = runFileCard(run, 'only-personal', screen);
  if (!isAlone && !where) return { card: instead, place: 'below' };
  const card = runFileCard(run, isAlone ? 'offered' : 'offered-elsewhere', screen);
  return { card, place: 'below', file: { kind: 'offer', file: await offerOf(turn, run), where, instead } };
}

async function offerOf({ desk, from, screen }: Turn, run: Run) {
  const { words, practice, now } = screen;
  const about = words.say('details.file.about', { number: run.number, title: words.say(`action.${run.action}`) });
  return {
    name: runFileName(run, screen),
    about: practice ? words.row([words.say('practice.mark'), about]) : about,
    bytes: Buffer.byteLength(fileOf(run, [], screen)),
    offer: await desk.drafts.open(from, { run: run.number }, now),
  };
}

/** An offer is good for one answer, of the person it was made to; the run is looked up again. */
export async function offerAnswered(turn: Turn, did: Extract<Did, { kind: 'answered-offer' }>): Promise<Answer> {
  const number = did.offer === null ? null : await takeOffer(turn, did.offer);
  if (number === null) return closedOffer(turn);
  const { desk, from, screen } = turn;
  const run = await desk.runs.find(from.tenantId, number);
  if (!run) return noSuchRun(turn, number);
  if (!did.wanted) return { card: runFileCard(run, 'declined', screen), place: 'here' };
  const text = fileOf(run, await devicesOf(turn, run), screen);
  const instead = runFileCard(run, 'not-taken', screen);
  return { card: runFileCard(run, 'sent', screen), place: 'here', file: { kind: 'text', text, instead } };
}

/** The number of the run that was offered; null for an offer that is not theirs to answer, or not any more. */
async function takeOffer({ desk, from, where, screen }: Turn, id: string): Promise<number | null> {
  const offer = await desk.drafts.find(from.tenantId, id);
  const number = numberIn(offer?.content);
  if (!offer || number === null || offer.owner !== from.id || where.kind !== 'personal') return null;
  await desk.drafts.drop(from.tenantId, id);
  return screen.now.getTime() - offer.touchedAt.getTime() > pressGoodForMs ? null : number;
}

const numberIn = (content: unknown): number | null =>
  typeof content === 'object' && content !== null && 'run' in content && typeof content.run === 'number'
    ? content.run
    : null;

function closedOffer({ screen }: Turn): Answer {
  return {
    card: noteCard({ title: 'closed.title', sentences: [{ key: 'details.file.closed' }] }, screen),
    place: 'below',
  };
}

/** Twenty go in one question to Graph; more than that many questions are too many for one turn. */
const mostLookedUp = 200;

/** Serials and users are not kept with a run: they are what this person may see of them now. */
async function devicesOf(turn: Turn, { targets }: Run): Promise<readonly FoundDevice[]> {
  const ids = targets.filter(({ target }) => target.kind === 'device').map(({ target }) => target.id);
  if (ids.length === 0 || ids.length > mostLookedUp) return [];
  const read = await reading(() => devicesById(graphOf(turn), ids));
  return read.kind === 'read' ? read.value : [];
}

function fileOf(run: Run, devices: readonly FoundDevice[], screen: Turn['screen']): string {
  const { header, rows } = runRows(run, devices, screen);
  return csvOf(header, rows);
}
