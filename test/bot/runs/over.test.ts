import { runVerdictOf, watchEnd } from '../../../bot/runs/over.ts';
import type { Verdict } from '../../../bot/runs/run.ts';
import type { EndedRun } from '../../../bot/store/runs.ts';
import { recordingMeter } from '../../helpers/meter.ts';

test.each<[Verdict[], string]>([
  [['done'], 'done'],
  [['silent'], 'silent'],
  [['refused'], 'refused'],
  [['cancelled'], 'cancelled'],
  [['done', 'failed'], 'partly'],
  [['done', 'silent', 'refused'], 'partly'],
  [['failed', 'silent'], 'failed'],
  [['cancelled', 'done'], 'cancelled'],
])('a run whose targets ended as %j is %s', (verdicts, verdict) => {
  expect(runVerdictOf(verdicts)).toBe(verdict);
});

test('a run that is over is counted, and logged under the id of the turn that asked for it', () => {
  const meter = recordingMeter();
  const lines: string[] = [];
  let trace: string | null = 'another turn';
  const tracing = {
    current: () => trace,
    traced<T>(id: string | null, work: () => T): T {
      trace = id;
      return work();
    },
  };
  const log = {
    debug() {},
    info: (_: object, message: string) => lines.push(`${trace}: ${message}`),
    warn() {},
    error() {},
  };
  const ended = {
    id: 'r',
    number: 17,
    action: 'exchange-sync',
    trace: 'asked',
    verdicts: ['done'],
  } as unknown as EndedRun;
  watchEnd({ meter, log, tracing }, null);
  watchEnd({ meter, log, tracing }, ended);
  expect(meter.seen).toEqual(['runs action=exchange-sync verdict=done']);
  expect(lines).toEqual(['asked: a run is over']);
});
