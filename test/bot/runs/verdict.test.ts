import type { Verdict } from '../../../bot/runs/run.ts';
import { runVerdictOf } from '../../../bot/runs/verdict.ts';

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
