import { setTimeout as wait } from 'node:timers/promises';
import { openLog, tracing } from '../../bot/log.ts';

function listening() {
  const lines: Record<string, unknown>[] = [];
  const log = openLog({ level: 'info', format: 'json' }, { write: (line) => lines.push(JSON.parse(line)) });
  return { log, tracesOf: () => lines.map(({ msg, trace }) => `${msg}: ${trace ?? 'none'}`), lines };
}

test('every line says to what it belongs, however long it takes and whatever goes on beside it', async () => {
  const { log, tracesOf } = listening();
  const turn = (id: string, ms: number) =>
    tracing.traced(id, async () => {
      log.info({}, `begins ${ms}`);
      await wait(ms);
      log.info({}, `ends ${ms}`);
    });
  await Promise.all([turn('a', 20), turn('b', 5)]);
  log.info({}, 'later');
  expect(tracesOf()).toEqual(['begins 20: a', 'begins 5: b', 'ends 5: b', 'ends 20: a', 'later: none']);
});

test('what belongs to another thing, or to none, says so inside', () => {
  const { log, tracesOf } = listening();
  tracing.traced('turn', () => {
    tracing.traced('run', () => log.info({}, 'run'));
    tracing.traced(null, () => log.info({}, 'none'));
    log.info({}, 'turn');
  });
  expect(tracesOf()).toEqual(['run: run', 'none: none', 'turn: turn']);
});

test('tokens do not get into the log, with a trace or without', () => {
  const { log, lines } = listening();
  tracing.traced('a', () => log.info({ token: 'secret-1', headers: { authorization: 'secret-2' } }, 'asked'));
  expect(JSON.stringify(lines)).not.toMatch(/secret-\d/);
});
