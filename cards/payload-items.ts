import { firstFew } from './first-few.ts';
import { caption, text } from './kit/elements.ts';
import { shortened } from './kit/shorten.ts';
import type { Element } from './kit/types.ts';
import { errorLines, errorName, type PayloadErrorView } from './payload-error.ts';
import type { PayloadKind } from './payload-label.ts';
import type { Key, Words } from './words/index.ts';

/** One thing that is to be removed from a device or restored on it; `intent` and `status` are Graph's own words. */
export type PayloadItemView = {
  /** Null where Intune does not say. */
  name: string | null;
  id: string;
  kind: PayloadKind;
  intent: string;
  /** Null as long as Intune's result does not show it. */
  status: string | null;
  /** Since when it stands so. */
  at: Date | null;
  error: PayloadErrorView | null;
};

/** Neither word says enough alone: `removed` ends a removal, and means "not yet" where the item is to be restored. */
export type ItemStanding = 'unseen' | 'asked' | 'working' | 'still' | 'done' | 'failed' | 'other';

export function itemStanding({ intent, status }: Pick<PayloadItemView, 'intent' | 'status'>): ItemStanding {
  if (status === null) return 'unseen';
  return itemEnds.get(`${intent}.${status}`) ?? itemStatuses.get(status) ?? 'other';
}

const itemStatuses: ReadonlyMap<string, ItemStanding> = new Map<string, ItemStanding>([
  ['initiated', 'asked'],
  ['inProgress', 'working'],
  ['error', 'failed'],
]);
const itemEnds: ReadonlyMap<string, ItemStanding> = new Map<string, ItemStanding>([
  ['remove.removed', 'done'],
  ['restore.succeeded', 'done'],
  ['remove.succeeded', 'still'],
  ['restore.removed', 'still'],
]);

/** What went wrong first, what is done last. */
const order: readonly ItemStanding[] = ['failed', 'other', 'unseen', 'still', 'asked', 'working', 'done'];

/** Everything on one device. A meaning is told once per code. */
export function itemLines(items: readonly PayloadItemView[], now: Date, words: Words): Element[] {
  const sorted = items.toSorted((a, b) => order.indexOf(itemStanding(a)) - order.indexOf(itemStanding(b)));
  const codes = sorted.map(({ error }) => error?.code?.hex ?? null);
  const shown = sorted.slice(0, mostInFull).flatMap((item, index) => {
    const told = codes[index] !== null && codes.indexOf(codes[index] ?? null) < index;
    return [...itemLine(item, now, words), ...(item.error && !told ? errorLines(item.error, words) : [])];
  });
  return [...shown, ...sorted.slice(mostInFull).map((item) => shortLine(item, words))];
}

/** Beyond these a line each must do. */
const mostInFull = 7;

const shortLine = (item: PayloadItemView, words: Words): Element =>
  text(words.row([itemName(item), standingPhrase(item, words)]), { spacing: 'Small' });

/** As much as a phone shows in two lines. */
const mostName = 48;

export const itemName = ({ name, id }: Pick<PayloadItemView, 'name' | 'id'>): string => shortened(name ?? id, mostName);

function itemLine(item: PayloadItemView, now: Date, words: Words): Element[] {
  const standing = standingPhrase(item, words);
  const since = item.at ? [words.say('item.since', { time: words.short(item.at, now) })] : [];
  const line = words.row([words.say(`payload.kind.${item.kind}`), standing, ...since]);
  return [text(itemName(item), { weight: 'Bolder', spacing: 'Medium' }), text(line, { spacing: 'None' })];
}

function standingPhrase(item: PayloadItemView, words: Words): string {
  const standing = itemStanding(item);
  const intent = intents.find((one) => one === item.intent);
  const said = { intent: shortened(item.intent, mostName), status: shortened(item.status ?? '–', mostName) };
  if (!intent) return words.say('item.unknown', said);
  const phrase = words.say(`item.${intent}.${standing}`, said);
  return item.error ? `${phrase}: ${errorName(item.error, words)}` : phrase;
}

const intents = ['remove', 'restore'] as const;

/** What is done to several devices: `To remove: Wi-Fi Corp and Root CA.` */
export function changesLine(
  items: readonly Pick<PayloadItemView, 'name' | 'id' | 'intent'>[],
  words: Words,
): Element[] {
  const named = (intent: string) => items.filter((item) => item.intent === intent).map(itemName);
  const sentence = (key: Key, names: readonly string[]) =>
    names.length === 0 ? [] : [words.say(key, { names: firstFew({ names }, mostNamed, words) })];
  const said = [...sentence('board.removing', named('remove')), ...sentence('board.restoring', named('restore'))];
  return said.length === 0 ? [] : [text(said.join(' '))];
}

const mostNamed = 5;

export const deviceLine = (name: string, words: Words): Element =>
  caption(words.say('board.device', { name: shortened(name, mostName), zone: words.zone }));
