import type { Words, WordsLanguage } from '../../cards/words/index.ts';

/** Most stories are told in two languages; the others are heard in the tests of understanding and seen in the gallery. */
export const storyLanguages = ['en', 'ru'] as const;
export type StoryLanguage = (typeof storyLanguages)[number];

/** Words of a reader of a story. */
export type StoryWords = Words & { language: StoryLanguage };

/** As Teams names it; the compiler keeps it complete. */
export const localeOf: Record<WordsLanguage, string> = { en: 'en-US', ru: 'ru-RU', de: 'de-DE' };
