import { openPeople } from '../../bot/store/people.ts';
import { openTenantSettings } from '../../bot/store/tenant-settings.ts';
import type { Dice } from './dice.ts';
import type { Company } from './people.ts';
import type { Stage } from './stage.ts';

/** What administrators and people had settled before a story begins: who has to agree, and who wants no messages for a while. */
export async function settledBefore({ store, companies }: Stage, dice: Dice): Promise<void> {
  const people = openPeople(store.db);
  for (const company of companies) {
    if (dice.happens(0.5)) await openTenantSettings(store.db).save(company.tenantId, settingsOf(company, dice));
    for (const { person, heard } of company.people)
      if (dice.happens(0.3)) await people.choose(person, heard, { quiet: quietIn(heard.zone) });
  }
}

const settingsOf = ({ people }: Company, dice: Dice) => ({
  approvals: { devices: dice.one([null, null, 1]), removals: dice.happens(0.5), fullSyncs: dice.happens(0.5) },
  noticesTo: dice.happens(0.5) ? (people[0]?.chats[1] ?? null) : null,
  historyDays: 365,
});

/** They end at half past eight, UTC: stories begin half an hour earlier. */
const quietIn = (zone: string) => (zone === 'Europe/Berlin' ? '06:00-09:30' : '22:00-03:30');
