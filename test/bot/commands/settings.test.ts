import type { Desk, Turn } from '../../../bot/commands/define.ts';
import { saveSettings, settings } from '../../../bot/commands/settings.ts';
import type { Choice, PersonId, TenantId } from '../../../bot/ports.ts';
import { openLexicon } from '../../../cards/words/index.ts';

const lexicon = openLexicon();
const now = new Date('2026-03-02T12:00:00Z');

/** A person whose choices are kept in a variable; nothing else is needed for settings. */
function sitting() {
  let kept: Choice = { language: null, zone: null, quiet: null };
  const people: Desk['people'] = {
    choiceOf: async () => kept,
    choose: async (_person, _heard, choice) => {
      kept = { ...kept, ...choice };
    },
    forget: () => {
      kept = { language: null, zone: null, quiet: null };
    },
    wasTold: async () => false,
    told: async () => {},
  };
  const tenantSettings: Desk['tenantSettings'] = {
    of: async () => ({
      approvals: { devices: null, removals: false, fullSyncs: false },
      noticesTo: null,
      historyDays: 365,
    }),
    save: async () => {},
  };
  const turn: Pick<Turn, 'from' | 'heard' | 'screen' | 'cardId'> & {
    desk: Pick<Desk, 'people' | 'lexicon' | 'tenantSettings' | 'isAdmin'>;
  } = {
    desk: { people, lexicon, tenantSettings, isAdmin: () => false },
    from: { tenantId: 't' as TenantId, id: 'p' as PersonId, name: 'Ana', teamsId: '29:a' },
    heard: { language: 'en', zone: 'Europe/Berlin' },
    screen: { words: lexicon('en', 'Europe/Berlin'), now, practice: false },
    cardId: null,
  };
  return { turn: turn as Turn, kept: () => kept };
}

describe('settings from words', () => {
  test.each<[string, Partial<Choice>]>([
    ['russian', { language: 'ru' }],
    ['русский', { language: 'ru' }],
    ['en', { language: 'en' }],
    ['английский', { language: 'en' }],
    ['europe/moscow', { zone: 'Europe/Moscow' }],
    ['asia/kolkata', { zone: expect.stringMatching(/^Asia\/(Kolkata|Calcutta)$/) as unknown as string }],
    ['utc', { zone: 'UTC' }],
    ['quiet 22:00-07:00', { quiet: '22:00-07:00' }],
    ['quiet hours from 22 to 7', { quiet: '22:00-07:00' }],
    ['тихо 22:30–6:00', { quiet: '22:30-06:00' }],
    ['тихие часы с 23 до 8', { quiet: '23:00-08:00' }],
    ['quiet off', { quiet: null }],
  ])('%s is kept', async (text, expected) => {
    const { turn, kept } = sitting();
    await settings.run(turn, text);
    expect(kept()).toMatchObject(expected);
  });

  test.each<[string, string, Partial<Choice>]>([
    ['language', 'german', { language: 'de' }],
    ['set language', 'to German', { language: 'de' }],
    ['language', 'as in Teams', { language: null }],
    ['язык', 'как в Teams', { language: null }],
    ['sprache', 'wie in Teams', { language: null }],
    ['time zone', 'teams', { language: 'ru', zone: null }],
    ['часовой пояс', 'как в Teams', { language: 'ru', zone: null }],
    ['zeitzone', 'auf Europe/Paris', { zone: 'Europe/Paris' }],
    ['settings', 'time zone Europe/Paris', { zone: 'Europe/Paris' }],
    ['settings', 'language german', { language: 'de' }],
    ['настройки', 'часовой пояс Europe/Paris', { zone: 'Europe/Paris' }],
    ['настройки', 'язык немецкий', { language: 'de' }],
    ['einstellungen', 'sprache englisch', { language: 'en' }],
    ['settings', 'quiet hours 23:00-06:00', { quiet: '23:00-06:00' }],
    ['settings', 'quiet hours 10pm-7am', { quiet: '22:00-07:00' }],
    ['settings', 'quiet hours from 10:30 p.m. to 7 am', { quiet: '22:30-07:00' }],
    ['quiet hours', '23:00-06:00', { quiet: '23:00-06:00' }],
    ['quiet hours', 'off', { quiet: null }],
    ['тихие часы', 'с 23 до 8', { quiet: '23:00-08:00' }],
    ['ruhezeiten', 'von 23 bis 6', { quiet: '23:00-06:00' }],
    ['настройки', 'тихие нет', { quiet: null }],
  ])('%s %s: the verb decides what is kept', async (phrase, text, expected) => {
    const { turn, kept } = sitting();
    const before = { language: 'ru', zone: 'Asia/Tokyo', quiet: '22:00-07:00' } as const;
    await saveSettings(turn, { owner: 'p', ...before });
    await settings.run(turn, text, phrase);
    expect(kept()).toEqual({ ...before, ...expected });
  });

  test.each<[string, string, RegExp]>([
    ['language', 'french', /^I speak English, /m],
    ['language', 'Europe/Paris', /^I speak English, /m],
    ['settings', 'language french', /^I speak English, /m],
    ['time zone', 'russian', /time zone “russian”/],
    ['settings', 'time zone Mars/Olympus', /time zone “Mars\/Olympus”/],
  ])('%s %s: the verb decides what is complained of', async (phrase, text, told) => {
    const { turn, kept } = sitting();
    const answer = await settings.run(turn, text, phrase);
    expect(kept()).toEqual({ language: null, zone: null, quiet: null });
    expect(answer.card.fallbackText).toMatch(told);
  });

  test.each([
    ['settings', 'language'],
    ['settings', 'time zone'],
    ['time zone', ''],
    ['quiet hours', ''],
  ])('%s %s shows them', async (phrase, text) => {
    const { turn } = sitting();
    const { card } = await settings.run(turn, text, phrase);
    expect(card.fallbackText).not.toMatch(/Nothing was changed|saved/i);
  });

  test.each([
    'quiet',
    'quiet at night',
    'quiet 22:00-22:00',
    'quiet 25:00-07:00',
    'quiet 13pm-7am',
    'quiet 0am-7am',
    'klingon',
    'mars/olympus',
    'constructor',
    '__proto__',
    'a'.repeat(5_000),
  ])('%j is told to be unknown', async (text) => {
    const { turn, kept } = sitting();
    const answer = await settings.run(turn, text);
    expect(kept()).toEqual({ language: null, zone: null, quiet: null });
    expect(answer.card.fallbackText).not.toMatch(/saved/i);
  });
});

describe('settings from the form', () => {
  test('what is missing stays as it was', async () => {
    const { turn, kept } = sitting();
    await saveSettings(turn, { owner: 'p', language: 'ru' });
    await saveSettings(turn, { owner: 'p', zone: 'Asia/Tokyo' });
    expect(kept()).toEqual({ language: 'ru', zone: 'Asia/Tokyo', quiet: null });
  });

  test('quiet hours are chosen, and taken back', async () => {
    const { turn, kept } = sitting();
    await saveSettings(turn, { owner: 'p', quiet: '22:00-07:00' });
    expect(kept()).toMatchObject({ quiet: '22:00-07:00' });
    await saveSettings(turn, { owner: 'p', quiet: 'off' });
    expect(kept()).toMatchObject({ quiet: null });
  });

  test('one bad field keeps the whole form from being saved', async () => {
    const { turn, kept } = sitting();
    await saveSettings(turn, { owner: 'p', language: 'ru', zone: 'Mars/Olympus' });
    expect(kept()).toEqual({ language: null, zone: null, quiet: null });
  });

  test('"as Teams says" takes an earlier choice back', async () => {
    const { turn, kept } = sitting();
    await saveSettings(turn, { owner: 'p', language: 'ru', zone: 'Asia/Tokyo' });
    await saveSettings(turn, { owner: 'p', language: 'teams', zone: 'teams' });
    expect(kept()).toEqual({ language: null, zone: null, quiet: null });
  });

  test('the answer is in the language just chosen', async () => {
    const { turn } = sitting();
    const answer = await saveSettings(turn, { owner: 'p', language: 'ru' });
    expect(answer.card.fallbackText).toMatch(/\p{Script=Cyrillic}/u);
  });

  test('somebody else’s form changes nothing, and shows one’s own', async () => {
    const { turn, kept } = sitting();
    const answer = await saveSettings(turn, { owner: 'somebody else', language: 'ru' });
    expect(kept()).toEqual({ language: null, zone: null, quiet: null });
    expect(answer.place).toBe('below');
  });
});
