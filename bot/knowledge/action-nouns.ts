/** How people name what ran, or is to run once more; е stands for ё too. */

const syncs = {
  en: ['sync', 'syncs'],
  ru: ['синхронизация', 'синхронизации', 'синхронизаций', 'синхронизацию', 'синхронизациям'],
  de: ['synchronisierung', 'synchronisierungen'],
} as const;

/** Each alone, and on either side of a word for its syncs. */
const named = (nouns: readonly string[], ofSync: readonly string[]): string[] =>
  nouns.flatMap((noun) => [noun, ...ofSync.flatMap((sync) => [`${noun} ${sync}`, `${sync} ${noun}`])]);

const inOneWord = (nouns: readonly string[], ofSync: readonly string[]): string[] =>
  nouns.flatMap((noun) => ofSync.map((sync) => `${noun.replaceAll(' ', '-')}-${sync}`));

type ByLanguage = Readonly<Record<keyof typeof syncs, readonly string[]>>;

/** English ones are said with the words of every language. */
const byLanguage = ({ en, ru, de }: ByLanguage): ByLanguage => ({
  en: named(en, Object.values(syncs).flat()),
  ru: named(ru, syncs.ru),
  de: [...named(de, syncs.de), ...inOneWord(de, syncs.de)],
});

export const actionNouns = {
  'sync-payloads': byLanguage({
    en: ['payload', 'payloads'],
    ru: ['полезные данные', 'полезных данных', 'полезным данным'],
    de: ['nutzlast', 'nutzlasten'],
  }),
  'autopilot-sync': byLanguage({
    en: ['autopilot', 'windows autopilot'],
    ru: ['автопилот', 'автопилота', 'автопилоту'],
    de: ['autopilot'],
  }),
  'exchange-sync': byLanguage({
    en: ['exchange', 'exchange connector', 'exchange connectors', 'connector', 'connectors'],
    ru: ['соединитель', 'соединителя', 'соединители', 'соединителей', 'соединителю', 'соединителям'].flatMap((noun) => [
      noun,
      `${noun} exchange`,
    ]),
    de: ['exchange', 'exchange-connector', 'exchange-connectors', 'connector'],
  }),
};
