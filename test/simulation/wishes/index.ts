import { approvals } from './approvals.ts';
import { autopilot } from './autopilot.ts';
import type { Wish } from './define.ts';
import { exchange } from './exchange.ts';
import { payloads } from './payloads.ts';
import { press } from './press.ts';
import { runs } from './runs.ts';
import { schedules } from './schedules.ts';
import { signOut } from './sign-out.ts';
import { watches } from './watches.ts';

/** What people in a story may want. */
export const wishes: readonly Wish[] = [
  autopilot,
  payloads,
  exchange,
  runs,
  press,
  schedules,
  watches,
  approvals,
  signOut,
];
