import { type DeviceNames, nameOf, namesOf } from './device-label.ts';
import { firstFew } from './first-few.ts';
import { caption, text } from './kit/elements.ts';
import type { Element } from './kit/types.ts';
import type { PayloadLabel } from './payload-label.ts';
import type { Words } from './words/index.ts';

/** What a person should know before they press. */
export type PlanCaution = DeviceNames &
  (
    | { kind: 'undocumented'; system: string }
    /** `since`: the last check-in of the one that has been silent longest. */
    | { kind: 'silent'; since: Date | null }
    | { kind: 'under-way'; run: number }
    /** Somebody changed what is removed since this was begun. */
    | { kind: 'changed' }
    /** May be a device's way to Intune, and is taken off all the same. */
    | { kind: 'connectivity'; items: readonly PayloadLabel[] }
  );

/** Devices that this will not touch, and why. */
export type LeftOut = DeviceNames & { why: LeftOutWhy };

export const leftOutReasons = [
  'not-chosen',
  'undocumented',
  'silent',
  'unknown',
  'same-already',
  'not-on-it',
  'too-many',
  'unreadable',
  'not-curable',
] as const;
export type LeftOutWhy = (typeof leftOutReasons)[number];

export function cautionLines(cautions: readonly PlanCaution[], now: Date, words: Words): Element[] {
  if (cautions.length === 0) return [];
  const lines = cautions.map((one) => text(cautionSentence(one, now, words), { spacing: 'Small' }));
  return [caption(words.say('plan.cautions')), ...lines];
}

const mostNames = 2;

function cautionSentence(caution: PlanCaution, now: Date, words: Words): string {
  const { count } = caution;
  const names = namesOf(caution, words, mostNames);
  switch (caution.kind) {
    case 'undocumented':
      return words.say('plan.caution.undocumented', { names, system: caution.system, count });
    case 'silent':
      return caution.since
        ? words.say(count > 1 ? 'plan.caution.silent.several' : 'plan.caution.silent', {
            names,
            count,
            ago: words.ago(caution.since, now),
          })
        : words.say('plan.caution.never', { names, count });
    case 'under-way':
      return words.say('plan.caution.under-way', { names, count, run: caution.run });
    case 'changed':
      return words.say('plan.caution.changed', { names, count });
    case 'connectivity':
      return words.say('plan.caution.connectivity', { names, count, items: listOf(caution.items, words) });
  }
}

const listOf = (items: readonly PayloadLabel[], words: Words) =>
  firstFew({ names: items.map(({ name }) => nameOf(name)) }, mostItems, words);

const mostItems = 5;

export function leftOutLines(leftOut: readonly LeftOut[], words: Words): Element[] {
  if (leftOut.length === 0) return [];
  const count = leftOut.reduce((sum, one) => sum + one.count, 0);
  const line = (one: LeftOut) =>
    words.say(`plan.left-out.${one.why}`, { names: namesOf(one, words, mostNames), count: one.count });
  return [
    caption(words.say('plan.left-out', { count })),
    ...leftOut.map((one) => text(line(one), { size: 'Small', spacing: 'Small' })),
  ];
}
