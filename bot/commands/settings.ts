import { asTeams, noQuiet } from '../../cards/press.ts';
import { settingsSubjects } from '../knowledge/help-subjects.ts';
import { quietHoursIn, timeOfDay } from '../knowledge/local-time.ts';
import { zoneNamed } from '../knowledge/zones.ts';
import { type Choice, type Language, languages } from '../ports.ts';
import { messageCard, settingsCard } from '../views/answers.ts';
import { quote } from '../views/quote.ts';
import { tenantRulesFor } from '../views/tenant-rules.ts';
import type { Answer, Command, Turn } from './define.ts';
import { afterPhrase, isOneOf, normal } from './understand.ts';

/** What is said of one setting alone, in every language; `settings time zone …` says it too. */
const ofOne = {
  language: {
    en: ['language', 'set language'],
    ru: ['язык'],
    de: ['sprache', 'sprache einstellen'],
  },
  zone: {
    en: ['time zone', 'timezone', 'set time zone'],
    ru: ['часовой пояс', 'время'],
    de: ['zeitzone', 'zeitzone einstellen'],
  },
  quiet: {
    en: ['quiet hours'],
    ru: ['тихие часы'],
    de: ['ruhezeiten', 'ruhezeit'],
  },
} as const;
const phrasesOf = (setting: keyof typeof ofOne) => Object.values(ofOne[setting]).flat();

export const settings: Command = {
  name: 'settings',
  phrases: {
    en: ['settings', ...ofOne.language.en, ...ofOne.zone.en, ...ofOne.quiet.en],
    ru: ['настройки', ...ofOne.language.ru, ...ofOne.zone.ru, 'параметры', ...ofOne.quiet.ru],
    de: ['einstellungen', ...ofOne.language.de, ...ofOne.zone.de, ...ofOne.quiet.de],
  },
  takes: 'as-typed',
  about: 'command.settings',
  examples: 'help.on.settings',
  subjects: settingsSubjects,
  run: async (turn, argument, phrase) => chooseFromText(turn, meantBy(phrase, argument)),
};

/** What the form sent; a missing input means: keep what was there. Somebody else's form shows them their own. */
export async function saveSettings(
  turn: Turn,
  form: { owner: string; language?: string | undefined; zone?: string | undefined; quiet?: string | undefined },
): Promise<Answer> {
  if (form.owner !== turn.from.id) return show(turn, false);
  const language = form.language === undefined ? undefined : languageFrom(form.language);
  const zone = form.zone === undefined ? undefined : zoneFrom(form.zone);
  const quiet = form.quiet === undefined ? undefined : quietFrom(form.quiet);
  if (language === 'unknown') return complaint(turn, 'settings.bad-language', {});
  if (quiet === 'unknown') return complaint(turn, 'settings.bad-quiet', {});
  if (zone === 'unknown') return complaint(turn, 'settings.bad-zone', { zone: form.zone ?? '' });
  const chosen = { language, zone, quiet };
  return save(turn, Object.fromEntries(Object.entries(chosen).filter(([, choice]) => choice !== undefined)));
}

/** `only`: null where it was not said which setting is meant. */
type Meant = { only: 'language' | 'zone' | null; typed: string };

function meantBy(phrase: string | undefined, typed: string): Meant {
  if (typed !== '' && isOneOf(phrasesOf('quiet'), phrase))
    return { only: null, typed: `${ofOne.quiet.en[0]} ${typed}` };
  for (const only of ['language', 'zone'] as const) {
    if (isOneOf(phrasesOf(only), phrase)) return { only, typed: withoutTo(typed) };
    const after = afterPhrase(typed, phrasesOf(only));
    if (after !== null) return { only, typed: withoutTo(after) };
  }
  return { only: null, typed };
}

/** "Set language to German". */
const withoutTo = (typed: string) => typed.replace(/^(?:to|на|auf)\s+/iu, '');

function chooseFromText(turn: Turn, { only, typed }: Meant): Promise<Answer> | Answer {
  const text = normal(typed);
  if (text === '') return show(turn, false);
  const quiet = quietSaid.exec(text)?.[1];
  if (quiet !== undefined) return chooseQuiet(turn, quiet);
  const language = only === 'zone' ? 'unknown' : languageSaid(text);
  if (language !== 'unknown') return save(turn, { language });
  if (only === 'language') return complaint(turn, 'settings.bad-language', {});
  const zone = zoneFrom(asInTeams.test(text) ? asTeams : text);
  return zone === 'unknown' ? complaint(turn, 'settings.bad-zone', { zone: quote(typed, 60) }) : save(turn, { zone });
}

const languageSaid = (text: string) => (asInTeams.test(text) ? null : (languageNames.get(text) ?? languageFrom(text)));

const asInTeams = new RegExp(`^(?:(?:as|like|from|как|wie)\\s+)?(?:(?:in|в)\\s+)?${asTeams}$`, 'u');

/** What stands before the hours. */
const quietSaid =
  /^(?:quiet(?:\s+hours)?|do not disturb|тихо|тихие(?:\s+часы)?|тишина|не\s+беспокоить|ruhe(?:zeit(?:en)?)?|nicht\s+stören)(?:\s+|$)(?:from\s+|с\s+|von\s+)?(.*)$/u;

function chooseQuiet(turn: Turn, said: string): Promise<Answer> | Answer {
  const quiet = quietFrom(said.replace(/\s+(?:to|until|till|до|bis)\s+/u, '-'));
  return quiet === 'unknown' ? complaint(turn, 'settings.bad-quiet', {}) : save(turn, { quiet });
}

const never = new Set([
  'off',
  'none',
  'never',
  'no',
  'нет',
  'выкл',
  'выключить',
  'никогда',
  'aus',
  'keine',
  'nie',
  'nein',
  noQuiet,
]);

function quietFrom(text: string): string | null | 'unknown' {
  if (never.has(text.trim())) return null;
  const hours = quietHoursIn(text);
  return hours ? `${timeOfDay(hours.from)}-${timeOfDay(hours.to)}` : 'unknown';
}

async function save(turn: Turn, choice: Partial<Choice>): Promise<Answer> {
  await turn.desk.people.choose(turn.from, turn.heard, choice);
  const language =
    choice.language === undefined ? turn.screen.words.language : (choice.language ?? turn.heard.language);
  const zone = choice.zone === undefined ? turn.screen.words.zone : (choice.zone ?? turn.heard.zone);
  const words = turn.desk.lexicon(language, zone);
  return show({ ...turn, screen: { ...turn.screen, words } }, true);
}

async function show(turn: Turn, saved: boolean): Promise<Answer> {
  const { desk, from, heard, where } = turn;
  const choice = await desk.people.choiceOf(from);
  const rules = tenantRulesFor(await desk.tenantSettings.of(from.tenantId), where);
  const tenant = { rules, isAdmin: desk.isAdmin(from) };
  const card = settingsCard({ ...choice, ...tenant, owner: from.id, heardZone: heard.zone, saved }, turn.screen);
  return { card, place: turn.cardId && saved ? 'here' : 'below' };
}

type Complaint = 'settings.bad-language' | 'settings.bad-zone' | 'settings.bad-quiet';

function complaint({ screen }: Turn, key: Complaint, said: { zone?: string }): Answer {
  const values = { languages: screen.words.spoken(), ...said };
  return { card: messageCard({ title: 'settings.title', sentences: [{ key, values }] }, screen), place: 'below' };
}

/** As each language calls each. */
const languageNames = new Map<string, Language>(
  languages.flatMap((reader) => {
    const names = new Intl.DisplayNames(reader, { type: 'language' });
    return languages.map((language) => [normal(names.of(language) ?? language), language] as const);
  }),
);

function languageFrom(text: string): Language | null | 'unknown' {
  if (text === asTeams) return null;
  return languages.find((language) => language === text) ?? 'unknown';
}

/** Names arrive in any case; what is kept is the official spelling. */
function zoneFrom(text: string): string | null | 'unknown' {
  if (text === asTeams) return null;
  return (text.length <= 60 && zoneNamed(text)) || 'unknown';
}
