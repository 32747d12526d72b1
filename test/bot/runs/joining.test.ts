import fc from 'fast-check';
import { tenantTarget } from '../../../bot/actions/define.ts';
import { joinKeyFor } from '../../../bot/runs/joining.ts';

const targetOf = (id: string) => ({ kind: 'tenant', id, wish: null }) as const;

test('two asks for the same targets join, in whatever order they were named', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 8 }), fc.nat(), (ids, turn) => {
      const turned = [...ids.slice(turn % (ids.length || 1)), ...ids.slice(0, turn % (ids.length || 1))].reverse();
      expect(joinKeyFor('autopilot-sync', turned.map(targetOf))).toBe(joinKeyFor('autopilot-sync', ids.map(targetOf)));
    }),
  );
});

test('asks for other targets do not join', () => {
  const key = (...ids: string[]) => joinKeyFor('autopilot-sync', ids.map(targetOf));
  expect(new Set([key('a'), key('b'), key('a', 'b'), key()]).size).toBe(4);
});

test('an action on the whole tenant has one key', () => {
  expect(joinKeyFor('autopilot-sync', [tenantTarget])).toBe('autopilot-sync|tenant:tenant');
});
