import { type DeviceNames, namesOf } from './device-label.ts';
import { firstFew } from './first-few.ts';
import { box, caption, subtle, text } from './kit/elements.ts';
import type { Element } from './kit/types.ts';
import { mostPayloads, type PayloadLabel, payloadInSentence, payloadLabel } from './payload-label.ts';
import type { Words } from './words/index.ts';

/** Devices with one and the same change. */
export type PlanGroup = {
  devices: DeviceNames;
  remove: readonly PayloadLabel[];
  /** Removed already, and stays so. */
  stay: readonly PayloadLabel[];
  restore: readonly PayloadLabel[];
};

type Part = 'remove' | 'stay' | 'restore';

export function groupLines(groups: readonly PlanGroup[], words: Words): Element[] {
  const shown = groups.slice(0, mostGroups);
  const left = groups.slice(mostGroups).reduce((sum, { devices }) => sum + devices.count, 0);
  const itemsAs = shown.length === 1 ? oneByOne : inOneLine;
  return [
    ...shown.map((group) => box(linesOf(group, itemsAs, words), 'default')),
    ...(left > 0 ? [subtle(words.say('plan.groups.more', { count: left }))] : []),
  ];
}

/** All of one group's are named; of several groups so many that the card stays readable. */
const mostGroups = 3;
const mostNamed = 4;

type ItemsAs = (items: readonly PayloadLabel[], words: Words) => Element[];

function linesOf(group: PlanGroup, itemsAs: ItemsAs, words: Words): Element[] {
  const part = (name: Part) =>
    group[name].length === 0
      ? []
      : [caption(words.say(`plan.${name}`, { count: group[name].length })), ...itemsAs(group[name], words)];
  const total = group.remove.length + group.stay.length;
  return [
    text(words.say('payloads.on', { names: namesOf(group.devices, words) }), { weight: 'Bolder' }),
    ...part('remove'),
    ...part('stay'),
    ...part('restore'),
    subtle(words.say('plan.total', { total, most: mostPayloads })),
  ];
}

const line = { spacing: 'None' } as const;

const oneByOne: ItemsAs = (items, words) =>
  items.map((item, index) => text(payloadLabel(item, words), { spacing: index === 0 ? 'None' : 'Small' }));

const inOneLine: ItemsAs = (items, words) => {
  const names = items.map((item) => payloadInSentence(item, words));
  return [text(firstFew({ names }, mostNamed, words), line)];
};
