import { health } from '../../cards/health.ts';
import type { CardJson } from '../ports.ts';
import type { Health } from './health-found.ts';
import { healthView } from './health-view.ts';
import { asJson, type Screen } from './screen.ts';

/** What works for one person here and now. */
export const healthCard = (found: Health, screen: Screen): CardJson =>
  asJson(health(healthView(found, screen), screen.words));
