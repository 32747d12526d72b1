import { devicesById, type FoundDevice } from '../finding/devices.ts';
import type { Run } from '../runs/run.ts';
import { runFileCard, runFileName } from '../views/run-file.ts';
import { runRows } from '../views/run-rows.ts';
import { csvOf } from './csv.ts';
import type { Answer, Turn } from './define.ts';
import { answerOffer, offerFile } from './file-offer.ts';
import { graphOf } from './payloads/shared.ts';
import { reading } from './reading.ts';
import { noSuchRun } from './runs.ts';

/** The rows of a run as a file. */
export async function offerRunFile(turn: Turn, number: number): Promise<Answer> {
  const { desk, from, screen } = turn;
  const run = await desk.runs.find(from.tenantId, number);
  if (!run) return noSuchRun(turn, number);
  const { words } = screen;
  return offerFile(turn, {
    content: { run: number },
    name: runFileName(run, screen),
    about: words.say('details.file.about', { number, title: words.say(`action.${run.action}`) }),
    bytes: Buffer.byteLength(fileOf(run, [], screen)),
    card: (state) => runFileCard(run, state, screen),
  });
}

export async function runOfferAnswered(turn: Turn, number: number, wanted: boolean): Promise<Answer> {
  const { desk, from, screen } = turn;
  const run = await desk.runs.find(from.tenantId, number);
  if (!run) return noSuchRun(turn, number);
  return answerOffer(wanted, {
    card: (state) => runFileCard(run, state, screen),
    text: async () => fileOf(run, await devicesOf(turn, run), screen),
  });
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
