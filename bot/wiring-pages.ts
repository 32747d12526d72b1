import type { HttpParts } from './http.ts';
import type { PageAsset } from './pages/index.ts';
import { openSignInPages } from './sign-in-pages.ts';
import { channels } from './teams/clouds.ts';
import type { Base } from './wiring.ts';

export function pageFor(
  { identity, lexicon, config, log }: Base,
  assets: ReadonlyMap<string, PageAsset>,
): HttpParts['page'] {
  const appId = config.registration?.appId;
  const { client } = channels[config.cloud];
  return identity && appId ? openSignInPages({ pages: identity.pages, assets, lexicon, appId, client, log }) : null;
}
