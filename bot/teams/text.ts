import type { TeamsActivity } from './activity.ts';

/**
 * What a person typed, without the bot's mention. Teams may split the bot's name into two mentions and leaves `&nbsp;` behind
 * (teams-platform 1.5); other people's mentions stay as their names. In a personal chat people type the name without a mention.
 */
export function textOf(activity: Pick<TeamsActivity, 'text' | 'entities' | 'recipient'>): string {
  const mentions = (activity.entities ?? []).filter(
    (one) => one.type === 'mention' && one.mentioned?.id === activity.recipient.id,
  );
  const withoutBot = mentions.reduce(
    (text, one) => (one.text ? text.replaceAll(one.text, ' ') : text),
    activity.text ?? '',
  );
  const typed = decode(withoutBot.replace(/<\/?at(?:\s[^<>]*)?>/gi, ' ').replace(/<br\s*\/?>/gi, '\n'));
  return withoutName(typed.replace(/[^\S\n]+/g, ' ').trim(), activity.recipient.name);
}

function withoutName(text: string, name: string | undefined): string {
  const called = `@${name}`;
  const isCalled = name && text.toLowerCase().startsWith(called.toLowerCase());
  const rest = isCalled ? text.slice(called.length) : '';
  return /^[\s,:]/.test(rest) ? rest.replace(/^[\s,:]+/, '') : text;
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
