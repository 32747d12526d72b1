import type { Conversation, Person, PersonId, Reader, TenantId } from '../../bot/ports.ts';
import { guidOf } from '../helpers/names.ts';

/** `starts`: may do everything. `reads`: Intune lets them look only. `none`: has no role in Intune at all. */
export type Right = 'starts' | 'reads' | 'none';

/** Somebody in a story. */
export type Somebody = { person: Person; right: Right; heard: Reader; chats: readonly [Conversation, Conversation] };

/** Names are told apart across tenants, because a name is all that a token of the invented tenant says. */
const companies = [
  {
    name: 'Northwind',
    zone: 'Europe/Berlin',
    language: 'en',
    people: ['Ida Northman', 'Nils Northby', 'Nora Northway'],
  },
  { name: 'Fabrikam', zone: 'America/New_York', language: 'ru', people: ['Fay Fabri', 'Finn Fabel', 'Flo Fabius'] },
] as const;

const rights: readonly Right[] = ['starts', 'starts', 'reads'];

export type Company = { name: string; tenantId: TenantId; people: readonly Somebody[] };

export const inventCompanies = (): Company[] =>
  companies.map(({ name, people, ...heard }) => {
    const tenantId = guidOf(name) as TenantId;
    const group = chatOf(tenantId, 'groupChat', `19:${name.toLowerCase()}@thread.v2`);
    const somebody = (who: string, index: number): Somebody => ({
      person: { tenantId, id: guidOf(who) as PersonId, name: who, teamsId: `29:${guidOf(who)}` },
      right: rights[index] ?? 'none',
      heard: { zone: heard.zone, language: heard.language },
      chats: [chatOf(tenantId, 'personal', `a:${guidOf(who)}`), group],
    });
    return { name, tenantId, people: people.map(somebody) };
  });

const chatOf = (tenantId: TenantId, kind: Conversation['kind'], id: string): Conversation => ({
  ...{ tenantId, kind, id },
  serviceUrl: 'https://smba.example/emea/',
  botId: '28:bot',
});
