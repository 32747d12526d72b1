import fc from 'fast-check';
import { type PracticeAsk, practiceFrom } from '../../../bot/commands/practice-words.ts';
import type { PracticeAnswer } from '../../../bot/ports.ts';

const next = (answer: Partial<PracticeAnswer>): PracticeAsk => ({
  kind: 'next',
  answer: { on: 'write', status: 204, retryAfter: null, flavour: null, ...answer },
});
const clock = (minutes: number): PracticeAsk => ({ kind: 'clock', ms: minutes * 60_000 });

describe('practice', () => {
  test.each<[string, PracticeAsk]>([
    ['', { kind: 'explain' }],
    ['on', { kind: 'always-on' }],
    ['выкл', { kind: 'always-on' }],
    ['reset', { kind: 'reset' }],
    ['сброс', { kind: 'reset' }],
    ['next 409', next({ status: 409 })],
    ['next 429 120', next({ status: 429, retryAfter: '120' })],
    ['next 429 210.5', next({ status: 429, retryAfter: '210.5' })],
    ['next 429 wed, 21 oct 2026 07:28:00 gmt', next({ status: 429, retryAfter: 'wed, 21 oct 2026 07:28:00 gmt' })],
    ['next 403 role', next({ status: 403, flavour: 'role' })],
    ['next 429 -5', next({ status: 429, retryAfter: '-5' })],
    ['дальше 403 роль', next({ status: 403, flavour: 'role' })],
    ['дальше 403 согласие', next({ status: 403, flavour: 'approval' })],
    ['дальше 401 доступ', next({ status: 401, flavour: 'access' })],
    ['дальше чтение 403 роль', next({ on: 'read', status: 403, flavour: 'role' })],
    ['nächste 403 rolle', next({ status: 403, flavour: 'role' })],
    ['nächste 403 zustimmung', next({ status: 403, flavour: 'approval' })],
    ['nächste 401 zugriff', next({ status: 401, flavour: 'access' })],
    ['nächste lesen 503', next({ on: 'read', status: 503 })],
    ['next 409 foo', { kind: 'rubbish' }],
    ['next 429 in a while', { kind: 'rubbish' }],
    ['next 429 wed, 99 oct 2026 07:28:00 gmt', { kind: 'rubbish' }],
    ['next 403 role role', { kind: 'rubbish' }],
    ['next 403 роли', { kind: 'rubbish' }],
    ['next 403 constructor', { kind: 'rubbish' }],
    ['выключить', { kind: 'always-on' }],
    ['next read 503', next({ on: 'read', status: 503 })],
    ['next timeout', next({ status: 'timeout' })],
    ['next timeout begun', next({ status: 'timeout', flavour: 'begun' })],
    ['next broken', next({ status: 'broken' })],
    ['next nonsense', next({ status: 'nonsense' })],
    ['дальше 409', next({ status: 409 })],
    ['clock +10m', clock(10)],
    ['clock 10m', clock(10)],
    ['clock + 10 min', clock(10)],
    ['clock +90s', clock(1.5)],
    ['clock +2h', clock(120)],
    ['часы +1h', clock(60)],
    ['часы +10 минут', clock(10)],
    ['часы +1 час', clock(60)],
    ['clock +10 minutes', clock(10)],
    ['uhr +2 stunden', clock(120)],
    ['clock +10 parsecs', { kind: 'rubbish' }],
    ['clock +744h', clock(31 * 24 * 60)],
    ['clock +745h', { kind: 'rubbish' }],
    ['clock -10m', { kind: 'rubbish' }],
    ['clock +0m', { kind: 'rubbish' }],
    ['clock', { kind: 'rubbish' }],
    ['clock 10', { kind: 'rubbish' }],
    ['next 204 failed', next({ flavour: 'failed' })],
    ['дальше 204 ошибка', next({ flavour: 'failed' })],
    ['nächste 204 stille', next({ flavour: 'silent' })],
    ['successor on', { kind: 'successor', on: true }],
    ['successor off', { kind: 'successor', on: false }],
    ['преемник вкл', { kind: 'successor', on: true }],
    ['successor', { kind: 'rubbish' }],
    ['successor maybe', { kind: 'rubbish' }],
    ['connectors none', { kind: 'connectors', which: 'none' }],
    ['connectors three', { kind: 'connectors', which: 'three' }],
    ['соединители нет', { kind: 'connectors', which: 'none' }],
    ['connectors four', { kind: 'rubbish' }],
    ['throttle 24', { kind: 'throttle', seconds: 24 }],
    ['ограничение 3600', { kind: 'throttle', seconds: 3600 }],
    ['throttle 3601', { kind: 'rubbish' }],
    ['throttle 0', { kind: 'rubbish' }],
    ['throttle -5', { kind: 'rubbish' }],
    ['throttle', { kind: 'rubbish' }],
    ['next', { kind: 'rubbish' }],
    ['next read', { kind: 'rubbish' }],
    ['next 99', { kind: 'rubbish' }],
    ['next 600', { kind: 'rubbish' }],
    ['next 4e2', { kind: 'rubbish' }],
    ['next tuesday', { kind: 'rubbish' }],
    ['constructor', { kind: 'rubbish' }],
    ['dance', { kind: 'rubbish' }],
  ])('%j', (text, expected) => {
    expect(practiceFrom(text)).toEqual(expected);
  });

  test('whatever follows it, a string of the invented tenant is pulled or nothing happens', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('next', 'read', 'clock', 'throttle', '429', 'timeout', '+1m', 'role', '', '-')),
        (words) => {
          const asked = practiceFrom(words.join(' '));
          if (asked.kind === 'clock') expect(asked.ms).toBeGreaterThan(0);
          if (asked.kind === 'throttle') expect(asked.seconds).toBeGreaterThan(0);
          if (asked.kind === 'next' && typeof asked.answer.status === 'number')
            expect(asked.answer.status).toBeGreaterThanOrEqual(200);
        },
      ),
    );
  });
});
