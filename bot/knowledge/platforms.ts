export type Platform = 'windows' | 'ios' | 'macos' | 'android';

/** What Graph calls an operating system, however it writes it; null for those that nothing here is known about. */
export function platformOf(os: string): Platform | null {
  const word = os.toLowerCase().replace(/[^a-z]/g, '');
  if (word.startsWith('windows')) return 'windows';
  if (word.startsWith('ios') || word.startsWith('ipad') || word.startsWith('iphone')) return 'ios';
  if (word.startsWith('mac')) return 'macos';
  return word.startsWith('android') || word === 'aosp' ? 'android' : null;
}

const kinds: readonly { words: RegExp; platforms: readonly (Platform | null)[] }[] = [
  {
    words: /^(?:(?:laptop|notebook|computer|pc|desktop)s?|ноутбуки?|компьютеры?|ноут|комп|пк|rechner)$/iu,
    platforms: ['windows', 'macos', null],
  },
  {
    words: /^(?:(?:phone|smartphone|mobile|tablet|handy)s?|телефоны?|смартфоны?|планшеты?|telefone?)$/iu,
    platforms: ['ios', 'android'],
  },
];

/** Whether people may call a device of this operating system so: a laptop, a phone. */
export const isKindOf = (word: string, os: string): boolean =>
  kinds.some(({ words, platforms }) => words.test(word) && platforms.includes(platformOf(os)));

export type Managed = { os: string; owner: 'company' | 'personal' | 'unknown'; agent: string };

/** Google's own agent manages Android Enterprise; device administrators have `mdm`, AOSP has `intuneAosp`. */
const androidEnterpriseAgent = 'googleCloudDevicePolicyController';

/**
 * Whether Microsoft documents removing apps and configuration for such a device: iOS and iPadOS, and Android Enterprise that the
 * company owns (memdocs, remote-actions/remove-apps-config). Elsewhere it may work, and nobody says so.
 */
export function payloadSupportOf({ os, owner, agent }: Managed): 'documented' | 'undocumented' {
  const platform = platformOf(os);
  if (platform === 'ios') return 'documented';
  const corporate = platform === 'android' && owner === 'company' && agent === androidEnterpriseAgent;
  return corporate ? 'documented' : 'undocumented';
}
