import type { SetChange, SetItem } from '../../../bot/actions/payload-set.ts';
import type { Run } from '../../../bot/runs/run.ts';
import { approvalCard } from '../../../bot/views/approval.ts';
import { openLexicon } from '../../../cards/words/index.ts';
import { hour, later, noon, waiting } from '../runs/samples.ts';
import { newTenant, personOf } from '../store/samples.ts';

const words = openLexicon()('en', 'UTC');

const removing = (item: SetItem): Run => {
  const wish: SetChange = {
    ...{ route: { via: 'managed' }, vocabulary: 'syncPayloads', keep: [item], adds: [item], restores: [], since: null },
  };
  const target = { kind: 'device' as const, id: 'd1', label: 'IPAD-07', wish, baseline: null };
  const tenantId = newTenant();
  return {
    ...{ id: 'run-1', tenantId, number: 17, action: 'sync-payloads', asker: personOf(tenantId), askedAt: noon },
    approval: { reasons: [{ kind: 'removal' }], until: later(24 * hour), decision: null },
    targets: [waiting({ target })],
    endedAt: null,
  } as unknown as Run;
};

test.each<[string, SetItem]>([
  ['named for it only', { id: 'p', kind: 'deviceManagementConfigurationPolicy', name: 'Corp Wi-Fi', type: null }],
  [
    'of such a type',
    { id: 'p', kind: 'deviceConfiguration', name: 'Corp', type: '#microsoft.graph.iosWiFiConfiguration' },
  ],
])('whoever approves is warned of a way to Intune that is taken off: %s', (_, item) => {
  const card = JSON.stringify(approvalCard(removing(item), { words, now: noon, practice: false }));
  const caution = words.say('plan.caution.connectivity', { names: 'IPAD-07', items: item.name ?? '', count: 1 });
  expect(card).toContain(caution);
});
