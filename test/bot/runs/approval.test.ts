import type { ApprovalRules, PersonId } from '../../../bot/ports.ts';
import { approvalFor, approvalReasonsFor, whyNotDecided } from '../../../bot/runs/approval.ts';
import type { Run } from '../../../bot/runs/run.ts';
import { newTenant, personOf } from '../store/samples.ts';
import { hour, later, minute, noon } from './samples.ts';

const lax: ApprovalRules = { devices: null, removals: false, fullSyncs: false };
const item = { id: 'a', kind: 'application', name: 'Zoom' };

const change = (adds: readonly object[], restores: readonly object[] = []) => ({
  wish: { route: { via: 'managed' }, vocabulary: 'syncPayloads', keep: adds, adds, restores },
});
const removal = change([item]);
const restore = change([], [item]);
const synced = (sync: string) => ({ wish: { sync } });

describe('what needs a second person', () => {
  test.each([
    ['nothing, where nobody has settled anything', lax, 'sync-payloads', [removal, removal], []],
    ['as many devices as the rule allows need nobody', { ...lax, devices: 2 }, 'sync-payloads', [restore, restore], []],
    [
      'one device more does',
      { ...lax, devices: 2 },
      'sync-payloads',
      [restore, restore, restore],
      [{ kind: 'devices', over: 2 }],
    ],
    ['any removal', { ...lax, removals: true }, 'sync-payloads', [restore, removal], [{ kind: 'removal' }]],
    ['putting back is no removal', { ...lax, removals: true }, 'sync-payloads', [restore], []],
    ['a full sync', { ...lax, fullSyncs: true }, 'exchange-sync', [synced('full')], [{ kind: 'full-sync' }]],
    ['a quick sync does not', { ...lax, fullSyncs: true }, 'exchange-sync', [synced('quick')], []],
    [
      'the rule for devices says nothing of connectors',
      { ...lax, devices: 1 },
      'exchange-sync',
      [synced('full'), synced('full')],
      [],
    ],
    [
      'an Autopilot sync never does',
      { devices: 1, removals: true, fullSyncs: true },
      'autopilot-sync',
      [{ wish: null }],
      [],
    ],
    [
      'every reason is told',
      { ...lax, devices: 1, removals: true },
      'sync-payloads',
      [removal, restore],
      [{ kind: 'devices', over: 1 }, { kind: 'removal' }],
    ],
  ] as const)('%s', (_name, rules, action, targets, reasons) => {
    expect(approvalReasonsFor(rules, { action, targets })).toEqual(reasons);
  });

  test('it is waited for a day', () => {
    const plan = { action: 'sync-payloads', targets: [removal] } as const;
    expect(approvalFor({ ...lax, removals: true }, plan, noon)?.until).toEqual(later(24 * hour));
    expect(approvalFor(lax, plan, noon)).toBeNull();
  });
});

describe('who can decide', () => {
  const tenantId = newTenant();
  const [ana, jon] = [personOf(tenantId, 'Ana'), personOf(tenantId, 'Jon')];
  const until = later(24 * hour);
  const waiting: Pick<Run, 'approval' | 'asker' | 'askedAt' | 'endedAt'> = {
    approval: { reasons: [{ kind: 'removal' }], until, decision: null },
    ...{ asker: ana, askedAt: noon, endedAt: null },
  };
  const decision = { kind: 'approved', by: { id: 'x' as PersonId, name: 'Mia' }, at: noon, reason: null } as const;
  const approval = { reasons: [], until, decision };

  test.each([
    ['a second person can', waiting, jon, noon, null],
    ['whoever asked cannot', waiting, ana, noon, 'own'],
    ['nobody can twice', { ...waiting, approval }, jon, noon, 'decided'],
    ['nobody can once the day is over', waiting, jon, until, 'expired'],
    ['what was taken back cannot be decided', { ...waiting, endedAt: noon }, jon, later(minute), 'over'],
    ['what needed nobody cannot be decided', { ...waiting, approval: null }, jon, noon, 'over'],
    ['somebody else’s request has to be looked at first', { ...waiting, askedAt: later(minute) }, jon, noon, 'changed'],
  ] as const)('%s', (_name, run, person, now, why) => {
    expect(whyNotDecided(run, { person, askedAt: noon }, now)).toBe(why);
  });
});
