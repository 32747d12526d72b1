import type { PracticeAnswer } from '../ports.ts';

export type PracticeAsk =
  | { kind: 'explain' | 'always-on' | 'reset' | 'rubbish' }
  | { kind: 'next'; answer: PracticeAnswer }
  | { kind: 'clock'; ms: number }
  | { kind: 'successor'; on: boolean }
  | { kind: 'connectors'; which: 'none' | 'three' }
  | { kind: 'throttle'; seconds: number };

/**
 * `next 429 120`, `next read 503`, `next 403 role`, `next timeout begun`, `clock +10m`, `successor on`, `connectors none`,
 * `throttle 24`, `reset`, `on`, `off`.
 */
export function practiceFrom(text: string): PracticeAsk {
  const [verb, ...rest] = text.split(' ');
  if (verb === '' || verb === undefined) return { kind: 'explain' };
  if (verb === 'reset' || verb === 'сброс' || verb === 'zurück') return { kind: 'reset' };
  if (switchIn(verb) !== null) return { kind: 'always-on' };
  if (verb === 'next' || verb === 'дальше' || verb === 'nächste') return nextFrom(rest);
  if (verb === 'clock' || verb === 'часы' || verb === 'uhr') return clockFrom(rest.join(''));
  return tenantFrom(verb, rest.join(' '));
}

function tenantFrom(verb: string, text: string): PracticeAsk {
  if (verb === 'successor' || verb === 'преемник' || verb === 'nachfolger') return successorFrom(text);
  if (verb === 'connectors' || verb === 'соединители' || verb === 'konnektoren') return connectorsFrom(text);
  if (verb === 'throttle' || verb === 'ограничение' || verb === 'drosselung') return throttleFrom(text);
  return { kind: 'rubbish' };
}

const switches = {
  on: new Set(['on', 'вкл', 'включить', 'включи', 'an', 'ein', 'einschalten']),
  off: new Set(['off', 'выкл', 'выключить', 'выключи', 'aus', 'ausschalten']),
};

function switchIn(text: string): boolean | null {
  if (switches.on.has(text)) return true;
  return switches.off.has(text) ? false : null;
}

function successorFrom(text: string): PracticeAsk {
  const on = switchIn(text);
  return on === null ? { kind: 'rubbish' } : { kind: 'successor', on };
}

function connectorsFrom(text: string): PracticeAsk {
  if (text === 'none' || text === 'нет' || text === 'keine') return { kind: 'connectors', which: 'none' };
  return text === 'three' || text === 'три' || text === 'drei'
    ? { kind: 'connectors', which: 'three' }
    : { kind: 'rubbish' };
}

/** For longer nobody would watch it. */
const longestThrottle = 3_600;

function throttleFrom(text: string): PracticeAsk {
  const seconds = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return seconds > 0 && seconds <= longestThrottle ? { kind: 'throttle', seconds } : { kind: 'rubbish' };
}

const flavours = ['scope', 'role', 'approval', 'access', 'action', 'intune', 'begun', 'failed', 'silent'];
const flavourWords = new Map([
  ...names('scope', 'разрешение', 'berechtigung'),
  ...names('role', 'роль', 'rolle'),
  ...names('approval', 'согласие', 'одобрение', 'zustimmung', 'genehmigung'),
  ...names('access', 'доступ', 'zugriff'),
  ...names('action', 'действие', 'aktion'),
  ...names('begun', 'начато', 'begonnen'),
  ...names('failed', 'ошибка', 'fehler'),
  ...names('silent', 'тишина', 'stille'),
]);
function names(flavour: string, ...words: readonly string[]) {
  return words.map((word) => [word, flavour] as const);
}
const flavourIn = (word = '') => flavours.find((one) => one === (flavourWords.get(word) ?? word)) ?? null;

const reads = new Set(['read', 'чтение', 'lesen']);

function nextFrom(words: readonly string[]): PracticeAsk {
  const on = reads.has(words[0] ?? '') ? 'read' : 'write';
  const [what = '', ...more] = on === 'read' ? words.slice(1) : words;
  const status = statusFrom(what);
  if (status === null) return { kind: 'rubbish' };
  const said = more.join(' ');
  const flavour = flavourIn(said);
  if (said !== '' && flavour === null && !isRetryAfter(said)) return { kind: 'rubbish' };
  return { kind: 'next', answer: { on, status, retryAfter: said !== '' && flavour === null ? said : null, flavour } };
}

/** Seconds, also impossible ones, or a date as HTTP has it. */
const isRetryAfter = (text: string) =>
  /^-?\d{1,9}(?:\.\d{1,9})?$/.test(text) || (httpDate.test(text) && isMoment(text));
const httpDate = /^[a-z]{3}, \d{2} [a-z]{3} \d{4} \d{2}:\d{2}:\d{2} gmt$/;
const isMoment = (text: string) => !Number.isNaN(Date.parse(text));

function statusFrom(text: string): PracticeAnswer['status'] | null {
  if (text === 'timeout' || text === 'broken' || text === 'nonsense') return text;
  const status = /^\d{3}$/.test(text) ? Number(text) : 0;
  return status >= 200 && status <= 599 ? status : null;
}

const hourMs = 3_600_000;
const longestMs = 31 * 24 * hourMs;
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|sec(?:onds?)?|с(?:ек(?:унд[ауы]?)?)?|sek(?:unden?)?)$/, 1_000],
  [/^(?:m|min(?:utes?|uten?)?|м(?:ин(?:ут[ауы]?)?)?)$/, 60_000],
  [/^(?:h|hours?|ч(?:ас(?:а|ов)?)?|std|stunden?)$/, hourMs],
];

/** Forwards only: time that ran backwards would make liars of the cards. */
function clockFrom(text: string): PracticeAsk {
  const [, amount = '', said = ''] = /^\+?(\d{1,5})(\p{L}+)$/u.exec(text) ?? [];
  const ms = Number(amount) * (units.find(([unit]) => unit.test(said))?.[1] ?? 0);
  return ms > 0 && ms <= longestMs ? { kind: 'clock', ms } : { kind: 'rubbish' };
}
