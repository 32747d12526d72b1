/** A night in a group chat: what went well wakes nobody, and who is on call is said, handed over and ended by anybody there. */
import { nextTimeOfDay } from '../../bot/knowledge/local-time.ts';
import { openLexicon, type Words } from '../../cards/words/index.ts';
import { type Person, until } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import { localeOf, storyLanguages } from '../helpers/languages.ts';
import { deskForEach } from './desk-for-each.ts';

jest.setTimeout(240_000);

const zone = 'Europe/Berlin';
const minutes = (count: number) => count * 60_000;
const lexicon = openLexicon();
const desk = deskForEach();

const said = {
  en: {
    onCall: 'on call',
    over: 'on call off',
    quiet: 'settings quiet 22:00-08:00',
  },
  ru: {
    onCall: 'дежурю',
    over: 'дежурство стоп',
    quiet: 'настройки тихо 22:00-08:00',
  },
};

/** The clock on a wall in Berlin. */
async function comes(time: `${number}:${number}`): Promise<void> {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const { clock } = desk();
  await clock.goesOn(nextTimeOfDay(zone, hour * 60 + minute, clock.now()).getTime() - clock.now().getTime());
}

const textOf = ({ card }: Message) => card.fallbackText;
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const called = ({ card }: Message) =>
  (card as { msteams?: { entities: { mentioned: { id: string } }[] } }).msteams?.entities.map(
    ({ mentioned }) => mentioned.id,
  ) ?? [];

async function isTold(person: Person, fits: (message: Message) => boolean, what: string): Promise<Message> {
  const found = () => person.messages().find(fits);
  await until(
    () => found() !== undefined,
    () => `${person.name} was never told ${what}; they saw:\n${person.messages().map(textOf).join('\n--\n')}`,
    60_000,
  );
  return found() ?? person.newest();
}

describe.each(storyLanguages)('a night on call (%s)', (language) => {
  const words: Words = lexicon(language, zone);
  const { say } = words;
  const group = { conversationId: `19:night-${language}@thread.v2`, kind: 'groupChat' } as const;
  const phrases = said[language];
  const speaks = (name: string, where?: typeof group) => {
    const person = desk().person(name, where);
    person.speaks(localeOf[language], zone);
    return person;
  };

  test('what went well wakes nobody, and waits for the end of its asker’s quiet hours', async () => {
    const [ana, jon] = [speaks('Ana Ruiz', group), speaks('Jon Vik', group)];
    await comes('23:00');
    await ana.says(phrases.quiet);
    await ana.sees(new RegExp(literally(say('settings.saved'))));
    await jon.says(phrases.onCall);
    desk().graph.beginsElsewhere();
    await desk().clock.goesOn(minutes(2));
    await ana.says(language === 'ru' ? 'автопилот' : 'autopilot');
    await ana.presses(new RegExp(literally(say('button.book', { time: '~' })).replace('~', '.+')));
    const board = ana.newest();
    await comes('00:00');
    await desk().clock.goesOn(minutes(2));
    await ana.seesOn(board, new RegExp(`^${literally(say('status.done'))}$`, 'm'), 60_000);
    const booked = new RegExp(literally(say('notice.booked', { name: 'Ana Ruiz', time: '~' })).replace('~', '.+'));
    expect(ana.messages().filter((one) => booked.test(textOf(one)))).toEqual([]);
    await comes('08:00');
    const told = await isTold(ana, (one) => booked.test(textOf(one)), 'in the morning');
    expect(called(told)).toEqual([]);
  });

  test('who is on call is said, handed over and ended by anybody in the chat, and means nothing in a personal one', async () => {
    const [ana, jon] = [speaks('Ana Ruiz', group), speaks('Jon Vik', group)];
    await jon.says(phrases.onCall);
    await jon.sees(new RegExp(literally(say('on-call.now', { name: 'Jon Vik' }))));
    await ana.says(phrases.onCall);
    await ana.sees(new RegExp(literally(say('on-call.now', { name: 'Ana Ruiz' }))));
    await jon.says(phrases.over);
    await jon.sees(new RegExp(literally(say('on-call.over'))));
    await jon.says(phrases.over);
    await jon.sees(new RegExp(literally(say('on-call.nobody'))));
    const alone = speaks('Mia Chen');
    await alone.says(phrases.onCall);
    await alone.sees(new RegExp(literally(say('on-call.personal'))));
  });
});
