import { types } from './define.ts';

/** The whole tenant at once, and the clock it has. */
export const autopilot = types(6, (dice) => dice.one(['sync autopilot', 'sync autopilot', 'autopilot']));
