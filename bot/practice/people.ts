import { createHash } from 'node:crypto';
import type { PractisingPerson } from './connector-types.ts';

export type { PractisingPerson };

export const practiceTenantName = 'Contoso Practice';
export const practiceTenantId = '0c0ffee0-5c1d-4d5e-9a3b-7e57ab1e0001';

/** The bot's own account in conversations; Teams puts `28:` before the app id. */
export const practiceBot = { id: '28:sync-desk', name: 'Sync Desk' } as const;

/** Settles what holds for the invented tenant. */
export const practiceAdminId = 'a11a0001-0c0f-4fee-8a5e-000000000001';

export const practisingPeople: readonly PractisingPerson[] = [
  {
    name: 'Ana Ruiz',
    aadObjectId: practiceAdminId,
    teamsId: '29:practice-ana-ruiz',
    title: 'Autopilot engineer',
  },
  {
    name: 'Jon Vik',
    aadObjectId: 'a11a0002-0c0f-4fee-8a5e-000000000002',
    teamsId: '29:practice-jon-vik',
    title: 'Help desk',
  },
  {
    name: 'Mia Chen',
    aadObjectId: 'a11a0003-0c0f-4fee-8a5e-000000000003',
    teamsId: '29:practice-mia-chen',
    title: 'Exchange admin',
  },
  {
    name: 'Olga Petrova',
    aadObjectId: 'a11a0004-0c0f-4fee-8a5e-000000000004',
    teamsId: '29:practice-olga-petrova',
    title: 'Endpoint lead',
  },
];

/**
 * Who is meant by a full or first name. Anything on loopback may play Teams under any name,
 * so an unknown name gets an invented account, the same one every time.
 */
export function findPractisingPerson(name: string): PractisingPerson {
  const wanted = fold(name);
  const known = practisingPeople.find((person) => fold(person.name) === wanted || firstName(person) === wanted);
  return known ?? inventPerson(name.trim() || 'Somebody');
}

function firstName(person: PractisingPerson): string {
  return fold(person.name).split(' ')[0] ?? '';
}

function fold(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
}

function inventPerson(name: string): PractisingPerson {
  const aadObjectId = guidOf(fold(name));
  return { name, aadObjectId, teamsId: `29:practice-${aadObjectId}`, title: '' };
}

/** A GUID of version 8 (RFC 9562: made by the application's own rule) from a name. */
export function guidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
