import { type Phrase, phrases } from './phrases.ts';

/** How people name what ran, in every language; е stands for ё too. Each alone, and on either side of a word for its syncs. */
const named = (nouns: readonly string[], syncs: readonly string[]): string[] =>
  nouns.flatMap((noun) => [noun, ...syncs.flatMap((sync) => [`${noun} ${sync}`, `${sync} ${noun}`])]);

const syncs = {
  en: ['sync', 'syncs'],
  ru: ['синхронизация', 'синхронизации', 'синхронизаций', 'синхронизацию', 'синхронизациям'],
  de: ['synchronisierung', 'synchronisierungen'],
} as const;

const everywhere = [...syncs.en, ...syncs.ru, ...syncs.de];

const ran = (nouns: { all: readonly string[]; ru: readonly string[]; de: readonly string[] }): readonly Phrase[] =>
  phrases(
    ...named(nouns.all, everywhere),
    ...named(nouns.ru, syncs.ru),
    ...named(nouns.de, syncs.de),
    ...nouns.de.flatMap((noun) => syncs.de.map((sync) => `${noun.replaceAll(' ', '-')}-${sync}`)),
  );

export const ranActions = {
  'sync-payloads': ran({
    all: ['payload', 'payloads'],
    ru: ['полезные данные', 'полезных данных', 'полезным данным'],
    de: ['nutzlast', 'nutzlasten'],
  }),
  'autopilot-sync': ran({
    all: ['autopilot', 'windows autopilot'],
    ru: ['автопилот', 'автопилота', 'автопилоту'],
    de: ['autopilot'],
  }),
  'exchange-sync': ran({
    all: ['exchange', 'exchange connector', 'exchange connectors', 'connector', 'connectors'],
    ru: ['соединитель', 'соединителя', 'соединители', 'соединителей', 'соединителю', 'соединителям'].flatMap((noun) => [
      noun,
      `${noun} exchange`,
    ]),
    de: ['exchange', 'exchange-connector', 'exchange-connectors', 'connector'],
  }),
};
