import { refusalIn } from '../graph/errors.ts';
import { type DueStep, endLeases } from '../store/run-targets.ts';
import { couldNotLook, couldNotRecover, recovered, saw } from './advance.ts';
import type { RunTarget } from './run.ts';
import { startAll } from './starting.ts';
import { type Here, locate, momentOf, type Parts, save, sendRest, withoutEarly } from './step.ts';

/** As many as one batch takes (graph-contract 7.3): no more starts than that can be cut off by a crash at once. */
const startsTogether = 20;
/** Ten batches; enough to use the pace the service allows, few enough to end within seconds. */
const looksTogether = 200;

/** Starts what is due, or finds out what became of starts that were cut off. */
export async function startStep(parts: Parts, step: DueStep): Promise<void> {
  const here = await locate(parts, step, { states: ['waiting', 'starting'], most: startsTogether });
  if (here) await inTrace(here, 'start', () => start(here));
}

/** Whoever had begun this step is gone: what they were about to start is looked for now, not when their lease ends. */
export async function startStepAgain(parts: Parts, step: DueStep): Promise<void> {
  const cutOff = await endLeases(parts.store.db, step, parts.clock.now());
  await startStep(parts, cutOff ?? step);
}

async function start(located: Here): Promise<void> {
  const here = await withoutEarly(located);
  const { waiting = [], starting = [] } = Object.groupBy(here.targets, ({ state }) =>
    state === 'waiting' || state === 'starting' ? state : 'other',
  );
  if (starting.length > 0) await each(here, starting, recover);
  await startAll(here, waiting);
}

/** Looks at what is due again. */
export async function lookStep(parts: Parts, step: DueStep): Promise<void> {
  const here = await locate(parts, step, { states: ['following'], most: looksTogether });
  if (here) await inTrace(here, 'look', () => lookAll(here));
}

async function lookAll(here: Here): Promise<void> {
  await each(
    here,
    here.targets.filter(({ state }) => state === 'following'),
    look,
  );
  await sendRest(here);
}

/** Whatever the step does is logged under the id of the turn that asked for the run. */
function inTrace({ parts, run, targets }: Here, step: 'start' | 'look', work: () => Promise<void>): Promise<void> {
  const { id, number, trace } = run;
  return parts.tracing.traced(trace, () => {
    parts.log.info({ step, run: id, number, targets: targets.length }, 'a step begins');
    return work();
  });
}

type How = (here: Here, target: RunTarget) => Promise<RunTarget>;

/** All at once, so that what is asked of Graph goes out together. */
async function each(here: Here, targets: readonly RunTarget[], how: How): Promise<void> {
  await save(here, await Promise.all(targets.map(async (before) => ({ before, after: await how(here, before) }))));
}

async function look(here: Here, target: RunTarget): Promise<RunTarget> {
  try {
    return saw(target, await sightingOf(here, target), momentOf(here));
  } catch (error) {
    return couldNotLook(target, refusalIn(error), momentOf(here));
  }
}

/** Looks before anything is posted again. */
async function recover(here: Here, target: RunTarget): Promise<RunTarget> {
  const { parts, run } = here;
  parts.log.warn({ run: run.id, number: run.number }, 'a start was cut off; looking before trying again');
  try {
    return recovered(target, await sightingOf(here, target), momentOf(here));
  } catch (error) {
    return couldNotRecover(target, refusalIn(error), momentOf(here));
  }
}

const sightingOf = ({ action, graph, parts }: Here, { target, sighting }: RunTarget) =>
  action.look(graph, { target, last: sighting }, parts.clock.now());
