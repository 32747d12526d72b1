import { devicesCalled } from '../finding/devices.ts';
import type { Person, Reader } from '../ports.ts';
import { deviceHits } from '../views/payload-forms.ts';
import { screenFor } from './answer.ts';
import type { Desk } from './define.ts';
import { searchScopes } from './payloads/shared.ts';
import { reading } from './reading.ts';

/** A letter fits everything. */
const leastTyped = 2;

/** What a card's search finds; nothing where Graph refuses, because a list of hits has no room for a reason. */
export async function search(
  desk: Desk,
  { from, heard, dataset, text }: { from: Person; heard: Reader; dataset: string; text: string },
): Promise<{ title: string; value: string }[]> {
  const typed = text.trim();
  if (dataset !== 'devices' || typed.length < leastTyped) return [];
  const [screen, found] = await Promise.all([
    screenFor(desk, { from, heard }),
    reading(() => devicesCalled(desk.graphFor(from, searchScopes), typed)),
  ]);
  return found.kind === 'refused' ? [] : deviceHits(found.value.devices, screen);
}
