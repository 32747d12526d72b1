import type { Config } from '../config.ts';
import { graphUrlFor } from '../graph/clouds.ts';
import { cloudNamed } from '../identity/clouds.ts';
import type { Sender } from '../ports.ts';
import { channels } from '../teams/clouds.ts';
import type { Site } from './define.ts';

/** Null in practice mode, where nothing is registered. */
export function siteFor(config: Config, send: Sender, now: Date): Site | null {
  const { registration } = config;
  if (!registration) return null;
  const cloud = cloudNamed(config.cloud);
  return {
    config,
    registration,
    cloud,
    entraUrl: config.entraUrl ?? cloud.entra,
    graphUrl: config.graphUrl ?? graphUrlFor(config.cloud),
    openIdUrl: config.botOpenIdUrl ?? channels[config.cloud].openIdUrl,
    appIdUri: `api://botid-${registration.appId}`,
    send,
    now,
  };
}
