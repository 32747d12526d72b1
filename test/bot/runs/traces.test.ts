import { tracing } from '../../../bot/log.ts';
import { ask } from '../../../bot/runs/ask.ts';
import { cancel } from '../../../bot/runs/cancel.ts';
import { lookStep, startStep } from '../../../bot/runs/steps.ts';
import { findRun } from '../../../bot/store/runs.ts';
import { recordingMeter } from '../../helpers/meter.ts';
import { onEachDatabase } from '../store/databases.ts';
import { newTenant } from '../store/samples.ts';
import { openParts, type RunParts, standingClock, stepOf, wishOf } from './parts.ts';
import { minute } from './samples.ts';

onEachDatabase((store) => {
  let parts: RunParts;
  let lines: string[];
  const meter = recordingMeter();

  beforeAll(async () => {
    const line = (_: object, message: string) => lines.push(`${tracing.current()}: ${message}`);
    const log = { debug() {}, info: line, warn: line, error: line };
    parts = { ...(await openParts(store(), standingClock())), tracing, log, meter };
  });
  beforeEach(() => {
    parts.graph.reset();
    parts.tokensSay(null);
    lines = [];
    meter.seen.length = 0;
  });
  afterAll(() => parts.close());

  const asks = async (trace: string, tenantId = newTenant(), name = 'Ana Ruiz') => {
    const wish = await wishOf(parts, tenantId, { name, askKey: `press:${trace}` });
    return tracing.traced(trace, () => ask(parts, wish));
  };
  const reload = async (id: Parameters<typeof findRun>[1]) => {
    const run = await findRun(store().db, id);
    if (!run) throw new Error('the run is gone');
    return run;
  };

  test('a run keeps the id of the turn that asked for it, and its steps are logged under it', async () => {
    const { run } = await asks('ana');
    expect((await reload(run.id)).trace).toBe('ana');
    await tracing.traced('somebody else’s step', () => startStep(parts, stepOf(run)));
    await tracing.traced(null, async () => lookStep(parts, stepOf(await reload(run.id))));
    expect(lines).toEqual(['ana: a run was asked for', 'ana: a step begins', 'ana: a step begins']);
  });

  test('what Graph is asked in a step is asked under the run’s id', async () => {
    const { run } = await asks('ana');
    const seen: (string | null)[] = [];
    const graphFor: RunParts['graphFor'] = (...given) => {
      const graph = parts.graphFor(...given);
      const post: typeof graph.post = (...asked) => {
        seen.push(tracing.current());
        return graph.post(...asked);
      };
      return { ...graph, post };
    };
    await startStep({ ...parts, graphFor }, stepOf(run));
    expect(seen).toEqual(['ana']);
  });

  test('who joins a run leaves it its id, and who takes one over that waits for a sign-in gives it theirs', async () => {
    const tenantId = newTenant();
    const { run } = await asks('ana', tenantId);
    await asks('jon', tenantId, 'Jon Vik');
    expect((await reload(run.id)).trace).toBe('ana');
    parts.tokensSay({ kind: 'signed-out', need: 'sign-in' });
    await startStep(parts, stepOf(await reload(run.id)));
    parts.tokensSay(null);
    const taken = await asks('mia', tenantId, 'Mia Lang');
    expect(taken).toMatchObject({ how: 'joined', run: { id: run.id, trace: 'mia' } });
    expect((await reload(run.id)).trace).toBe('mia');
  });

  test('a run is counted when it is over, once, by how it ended', async () => {
    const { run } = await asks('ana');
    await startStep(parts, stepOf(run));
    await lookStep(parts, stepOf(await reload(run.id)));
    expect(meter.seen).toEqual([]);
    parts.clock.turn(minute);
    const last = stepOf(await reload(run.id));
    await lookStep(parts, last);
    await lookStep(parts, last);
    expect((await reload(run.id)).endedAt).not.toBeNull();
    expect(meter.seen).toEqual(['runs action=autopilot-sync verdict=done']);
    expect(lines.at(-1)).toBe('ana: a run is over');
  });

  test('a run that is taken back is counted as such, and logged under its own id', async () => {
    const { run } = await asks('ana');
    expect(await tracing.traced('jon', () => cancel(parts, run, run.asker))).toBe('cancelled');
    expect(await cancel(parts, await reload(run.id), run.asker)).toBe('over');
    expect(meter.seen).toEqual(['runs action=autopilot-sync verdict=cancelled']);
    expect(lines.at(-1)).toBe('ana: a run is over');
  });
});
