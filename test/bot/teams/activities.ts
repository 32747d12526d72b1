import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { activitySchema, type TeamsActivity } from '../../../bot/teams/activity.ts';

export type RecordedActivity =
  | 'personal-message'
  | 'channel-message'
  | 'group-message'
  | 'edited-message'
  | 'pressed-execute'
  | 'pressed-submit'
  | 'installed'
  | 'joined'
  | 'searched';

const folder = join(import.meta.dirname, '../../recorded/teams');

/** An activity as Teams sends it; where the shape was seen is written in the file. */
export function recordedActivity(name: RecordedActivity, change: Record<string, unknown> = {}): unknown {
  const { activity } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { activity: object };
  return { ...activity, ...change };
}

export const activityFrom = (name: RecordedActivity, change: Record<string, unknown> = {}): TeamsActivity =>
  activitySchema.parse(recordedActivity(name, change));

/** The tenant of every recorded activity. */
export const tenant = '2fe477ab-0efc-4dfd-bde2-484374e2c373';
export const bot = '28:5d2c1c4e-7a52-4d8a-9d05-9d3d6b0f1a11';
