import { type RefusalView, type RefusalWord, refusalWords } from '../../refusal-lines.ts';
import type { Words } from '../../words/index.ts';
import { inMinutes } from './invented.ts';

/** What the service says with each refusal; null where there was no answer at all. */
export const statuses: Record<RefusalWord, number | null> = {
  changed: null,
  'running-already': 409,
  'too-early': 429,
  throttled: 429,
  'missing-scope': 403,
  'missing-role': 403,
  'missing-access': 401,
  'missing-approval': 403,
  'missing-policy': null,
  'unknown-action': 400,
  'renamed-action': 400,
  'unknown-object': 404,
  'no-intune': 400,
  'signed-out': null,
  'needs-consent': null,
  'needs-proof': null,
  timeout: null,
  connection: null,
  server: 503,
  'bad-request': 400,
  unreadable: 200,
  settings: null,
  other: 418,
};

/** After these the service may have acted all the same, if it was asked to act. */
export const unsureWords: readonly RefusalWord[] = ['timeout', 'connection', 'server', 'unreadable'];

export function refusal(kind: RefusalWord, words: Words, change: Partial<RefusalView> = {}): RefusalView {
  const phase = change.phase ?? 'start';
  return {
    kind,
    phase,
    changed: phase === 'start' && unsureWords.includes(kind) ? 'unknown' : 'nothing',
    action: words.say('action.autopilot-sync'),
    status: statuses[kind],
    scopes: kind === 'missing-scope' ? ['DeviceManagementServiceConfig.ReadWrite.All'] : [],
    role: 'Enrollment programs / Sync device',
    run: kind === 'changed' ? 12 : null,
    approvalCode: kind === 'missing-approval' ? 'a1b2c3d4-0000-4000-8000-00000000c0de' : null,
    retry: kind === 'too-early' || kind === 'throttled' ? { at: inMinutes(7), estimate: kind === 'too-early' } : null,
    support: statuses[kind] === null ? [] : support,
    ...change,
  };
}

const support = [
  { name: 'request-id', value: 'f3b1c2d4-1111-4222-8333-444455556666' },
  { name: 'client-request-id', value: '0a1b2c3d-7777-4888-9999-aaaabbbbcccc' },
  { name: 'code', value: 'Forbidden' },
  { name: 'date', value: '2026-02-17T11:43:20.000Z' },
];

export { refusalWords };
