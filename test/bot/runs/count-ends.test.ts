import { countEnd } from '../../../bot/runs/count-ends.ts';
import type { EndedRun } from '../../../bot/store/runs.ts';
import { recordingMeter } from '../../helpers/meter.ts';

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
  countEnd({ meter, log, tracing }, null);
  countEnd({ meter, log, tracing }, ended);
  expect(meter.seen).toEqual(['runs action=exchange-sync verdict=done']);
  expect(lines).toEqual(['asked: a run is over']);
});
