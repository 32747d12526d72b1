/** Steps that follow one another in a chain. */
export const longChain = 5;

/** As many of a kind are worked off side by side in one process, by the bot as by the yardstick. */
export const sideBySide = 4;
