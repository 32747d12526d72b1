import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePress, pressSchema, pressVersion } from '../../../cards/press.ts';
import { type Claim, claim } from '../claim.ts';
import { anyJson, spoiled } from '../inputs/json.ts';
import { takenBy } from '../inputs/schema.ts';

/** A button's data of every kind that there is. */
export const pressData = takenBy(pressSchema).map((press) => ({ v: pressVersion, ...(press as object) }));

const kinds = ['press', 'other-version', 'rubbish'];

export const pressClaims: readonly Claim[] = [
  claim({
    name: 'presses: anything that comes back is a press, of another version, or rubbish',
    input: fc.oneof(spoiled(pressData), anyJson),
    share: 10,
    holds(data) {
      assert.ok(kinds.includes(parsePress(data).kind));
    },
  }),
  claim({
    name: 'presses: what a button sends is a press, and stays one on its way through JSON',
    input: pressData,
    share: 6,
    holds(data) {
      const parsed = parsePress(JSON.parse(JSON.stringify(data)));
      assert.equal(parsed.kind, 'press');
      if (parsed.kind === 'press') assert.deepEqual(parsed.press.press, (data as { press?: unknown }).press);
    },
  }),
];
