import type * as Library from 'adaptivecards';

/** The package as a global: its file for browsers knows no modules. The page loads it before this one. */
export const AdaptiveCards = (globalThis as unknown as { AdaptiveCards: typeof Library }).AdaptiveCards;
