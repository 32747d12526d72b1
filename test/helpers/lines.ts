/** Letter for letter, as part of a pattern. */
export const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A line of a card, whole. */
export const lineOf = (text: string) => new RegExp(`^${escaped(text)}$`, 'm');
