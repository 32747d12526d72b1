import type { Language } from '../ports.ts';
import { messageCard } from '../views/answers.ts';
import { sayButton, typeButton } from '../views/buttons.ts';
import type { Answer, Command, Turn } from './define.ts';
import { isOneOf } from './understand.ts';

/** Nobody who asks is put on duty. */
const questions: Record<Language, readonly string[]> = {
  en: ['who is on call', "who's on call"],
  ru: ['кто дежурит', 'кто на дежурстве', 'кто дежурный', 'кто сегодня дежурит', 'кто сейчас дежурит'],
  de: ['wer hat bereitschaft', 'wer hat heute bereitschaft', 'wer hat gerade bereitschaft'],
};

/** Whoever says it is told of what goes wrong here, at any hour and by name, until they or somebody else end it. */
export const onCall: Command = {
  name: 'on-call',
  phrases: {
    en: ['on call', 'i am on call', 'oncall', ...questions.en],
    ru: ['дежурю', 'я дежурю', 'дежурство', ...questions.ru],
    de: ['bereitschaft', 'ich habe bereitschaft', ...questions.de],
  },
  takes: 'text',
  about: 'command.on-call',
  examples: 'help.on.on-call',
  run: (turn, said, phrase) => answerFor(turn, isOneOf(Object.values(questions).flat(), phrase) ? asking : said),
};

const over = new Set(['off', 'over', 'end', 'стоп', 'закончить', 'окончено', 'нет', 'ende', 'aus', 'beenden']);
const asking = 'who';
const who = new Set([asking, '?', 'кто', 'wer']);

async function answerFor(turn: Turn, said: string): Promise<Answer> {
  const { desk, from, heard, where } = turn;
  const { onCall: shifts } = desk.watches;
  if (where.kind === 'personal') return note(turn, [{ key: 'on-call.personal' }]);
  if (over.has(said)) return note(turn, [{ key: (await shifts.end(where)) ? 'on-call.over' : 'on-call.nobody' }]);
  if (who.has(said)) return isOn(turn, await shifts.nameIn(where));
  if (said !== '') return note(turn, [{ key: 'on-call.how' }]);
  await shifts.begin(from, heard, where);
  return isOn(turn, from.name);
}

function isOn(turn: Turn, name: string | null): Answer {
  const { words } = turn.screen;
  if (name === null) return note(turn, [{ key: 'on-call.nobody' }]);
  const end = `${onCall.phrases[words.language][0]} ${words.say('on-call.said.over')}`;
  const sentences = [{ key: 'on-call.now', values: { name } } as const, { key: 'on-call.what' } as const];
  return note(turn, sentences, [typeButton(words.say('button.on-call-over'), end)]);
}

type Sentences = Parameters<typeof messageCard>[0]['sentences'];

function note({ screen }: Turn, sentences: Sentences, more: readonly ReturnType<typeof typeButton>[] = []): Answer {
  const buttons = [...more, sayButton('watches', screen.words), sayButton('help', screen.words)];
  return { card: messageCard({ title: 'on-call.title', sentences, buttons }, screen), place: 'below' };
}
