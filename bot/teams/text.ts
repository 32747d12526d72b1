import type { TeamsActivity } from './activity.ts';

/**
 * What a person typed, without the bot's mention. Teams may split the bot's name into two mentions and leaves `&nbsp;` behind
 * (teams-platform 1.5); other people's mentions stay as their names.
 */
export function textOf(activity: Pick<TeamsActivity, 'text' | 'entities' | 'recipient'>): string {
  const mentions = (activity.entities ?? []).filter(
    (one) => one.type === 'mention' && one.mentioned?.id === activity.recipient.id,
  );
  const withoutBot = mentions.reduce(
    (text, one) => (one.text ? text.replaceAll(one.text, ' ') : text),
    activity.text ?? '',
  );
  return decode(withoutBot.replace(/<\/?at(?:\s[^<>]*)?>/gi, ' ').replace(/<br\s*\/?>/gi, '\n'))
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

const named: Record<string, string> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#160': ' ',
  amp: '&',
};

function decode(text: string): string {
  return text.replace(/&(#?\w{2,5});/g, (whole, name: string) => named[name.toLowerCase()] ?? whole);
}
