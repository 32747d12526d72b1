import type { Key, Values } from '../../cards/words/index.ts';
import { actionNamed } from '../actions/index.ts';
import type { PracticeAnswer } from '../ports.ts';
import { noteCard } from '../views/answers.ts';
import { sayButton, typeButton } from '../views/buttons.ts';
import type { Answer, Command, Turn } from './define.ts';

export const practice: Command = {
  name: 'practice',
  phrases: { en: ['practice', 'practise'], ru: ['тренировка', 'тренироваться', 'практика'], de: ['übung', 'üben'] },
  takes: 'text',
  about: 'command.practice',
  practiceOnly: true,
  async run(turn, argument) {
    const asked = practiceFrom(argument);
    const strings = turn.desk.practice;
    if (!strings) return notHere(turn);
    switch (asked.kind) {
      case 'explain':
        return say(turn, [{ key: 'practice.what' }, ...tasks, ...how]);
      case 'always-on':
        return say(turn, [{ key: 'practice.always-on' }]);
      case 'next':
        strings.next(asked.answer);
        return say(turn, [nextSentence(asked.answer)]);
      case 'clock':
        await strings.turnClock(asked.ms);
        return say(turn, [{ key: 'practice.clock', values: clockValues(turn) }]);
      case 'reset':
        await strings.reset();
        return say(turn, [{ key: 'practice.reset' }]);
      case 'successor':
        strings.successor(asked.on);
        return say(turn, [{ key: asked.on ? 'practice.successor.on' : 'practice.successor.off' }]);
      case 'connectors':
        strings.connectors(asked.which);
        return say(turn, [connectorsSentence[asked.which]]);
      case 'throttle':
        strings.throttle(asked.seconds);
        return say(turn, [{ key: 'practice.throttle', values: { seconds: asked.seconds } }]);
      case 'rubbish':
        return say(turn, [{ key: 'practice.bad' }, ...how]);
    }
  },
};

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

function switchIn(text: string): boolean | null {
  if (text === 'on' || text === 'вкл' || text === 'an') return true;
  return text === 'off' || text === 'выкл' || text === 'aus' ? false : null;
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
/** Of what the tasks ask people to type. */
const flavourWords: Readonly<Record<string, string>> = {
  ...{ ошибка: 'failed', fehler: 'failed' },
  ...{ тишина: 'silent', stille: 'silent' },
};
const flavourIn = (word = '') => flavours.find((one) => one === (flavourWords[word] ?? word)) ?? null;

function nextFrom(words: readonly string[]): PracticeAsk {
  const on = words[0] === 'read' ? 'read' : 'write';
  const [what = '', ...more] = on === 'read' ? words.slice(1) : words;
  const status = statusFrom(what);
  if (status === null) return { kind: 'rubbish' };
  const flavour = more.length === 1 ? flavourIn(more[0]) : null;
  const retryAfter = flavour === null && more.length > 0 ? more.join(' ') : null;
  return { kind: 'next', answer: { on, status, retryAfter, flavour } };
}

function statusFrom(text: string): PracticeAnswer['status'] | null {
  if (text === 'timeout' || text === 'broken' || text === 'nonsense') return text;
  const status = /^\d{3}$/.test(text) ? Number(text) : 0;
  return status >= 200 && status <= 599 ? status : null;
}

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000 } as const;
const longestMs = 31 * 24 * unitMs.h;

/** Forwards only: time that ran backwards would make liars of the cards. */
function clockFrom(text: string): PracticeAsk {
  const [, amount, unit] = /^\+?(\d{1,5})([smh]|min)$/.exec(text) ?? [];
  const ms = Number(amount ?? 0) * unitMs[unit === 's' || unit === 'h' ? unit : 'm'];
  return ms > 0 && ms <= longestMs ? { kind: 'clock', ms } : { kind: 'rubbish' };
}

type Sentence = { key: Key; values?: Values };

const connectorsSentence: Record<'none' | 'three', Sentence> = {
  none: { key: 'practice.connectors.none' },
  three: { key: 'practice.connectors.three' },
};

const tasks: readonly Sentence[] = [
  { key: 'practice.task.device' },
  { key: 'practice.task.running' },
  { key: 'practice.task.failed' },
  { key: 'practice.task.dangerous' },
  { key: 'practice.task.serials' },
];

const how: readonly Sentence[] = [{ key: 'practice.how' }, { key: 'practice.how.more' }];

function nextSentence({ on, status, retryAfter, flavour }: PracticeAnswer): Sentence {
  if (on === 'read') return { key: 'practice.next.read', values: { status } };
  if (typeof status === 'string') return { key: `practice.next.${status}` };
  if (status === 204 && (flavour === 'failed' || flavour === 'silent')) return { key: `practice.next.${flavour}` };
  if (retryAfter === null) return { key: 'practice.next', values: { status } };
  return { key: 'practice.next.retry', values: { status, retry: retryAfter } };
}

function clockValues({ screen, desk }: Turn): Values {
  const now = desk.clock.now();
  return { time: screen.words.when(now, now) };
}

function notHere({ screen }: Turn): Answer {
  const buttons = [sayButton('help', screen.words)];
  const sentences = [{ key: 'practice.not-here' }] as const;
  return { card: noteCard({ title: 'practice.title', sentences, buttons }, screen), place: 'below' };
}

function say(turn: Turn, sentences: readonly Sentence[]): Answer {
  const { words } = turn.screen;
  const buttons = [
    typeButton(words.say('button.sync-autopilot'), actionNamed('autopilot-sync').phrases[words.language][0]),
    typeButton(words.say('button.practice-409'), 'practice next 409'),
    typeButton(words.say('button.practice-429'), 'practice next 429 120'),
    typeButton(words.say('button.practice-clock'), 'practice clock +10m'),
    typeButton(words.say('button.practice-reset'), 'practice reset'),
    sayButton('autopilot', words),
  ];
  return { card: noteCard({ title: 'practice.title', sentences, buttons }, turn.screen), place: 'below' };
}
