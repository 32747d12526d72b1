import type { Refusal } from '../../../bot/graph/refusal.ts';
import { tryLater } from '../../../bot/runs/waiting.ts';
import { syncCanBeRepeated } from '../../../bot/views/run-buttons.ts';
import { hour, later, noon, notAllowed, waiting } from '../runs/samples.ts';

test('a booked sync that gave way to somebody else’s can be repeated, though nothing was asked of Intune', () => {
  const opening = { opensAt: later(hour), basis: 'guess' as const };
  const gaveWay = tryLater(waiting({ window: opening }), opening, false);
  expect(gaveWay).toMatchObject({ verdict: 'refused', outcome: null });
  expect(syncCanBeRepeated(gaveWay)).toBe(true);
});

test('a refusal that no repeat can cure is not repeated', () => {
  const refusal: Refusal = { kind: 'not-there', what: 'intune', changed: 'nothing', support: notAllowed.support };
  const refused = waiting({ verdict: 'refused', outcome: { kind: 'refused', at: noon, refusal } });
  expect(syncCanBeRepeated(refused)).toBe(false);
});
