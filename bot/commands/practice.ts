import type { Key, Values } from '../../cards/words/index.ts';
import { actionNamed } from '../actions/index.ts';
import type { PracticeAnswer } from '../ports.ts';
import { messageCard } from '../views/answers.ts';
import { sayButton, typeButton } from '../views/buttons.ts';
import type { Answer, Command, Turn } from './define.ts';
import { practiceFrom } from './practice-words.ts';

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
  return { card: messageCard({ title: 'practice.title', sentences, buttons }, screen), place: 'below' };
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
  return { card: messageCard({ title: 'practice.title', sentences, buttons }, turn.screen), place: 'below' };
}
