import type { Claim } from '../claim.ts';
import { activityClaims } from './activities.ts';
import { cardClaims } from './cards.ts';
import { graphClaims } from './graph.ts';
import { identityClaims } from './identity.ts';
import { listClaims } from './lists.ts';
import { pressClaims } from './presses.ts';
import { rowClaims } from './rows.ts';
import { settingsClaims } from './settings.ts';
import { wordsClaims } from './words.ts';

/** Every edge at which something comes in, without the world around it. */
export const claims: readonly Claim[] = [
  ...activityClaims,
  ...pressClaims,
  ...wordsClaims,
  ...listClaims,
  ...graphClaims,
  ...identityClaims,
  ...rowClaims,
  ...cardClaims,
  ...settingsClaims,
];
