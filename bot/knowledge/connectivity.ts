/** What a device may need to reach Intune (memdocs, remote-actions/remove-apps-config, the warning about connectivity). */
export type Connectivity = 'wifi' | 'vpn' | 'certificate';

/** `type`: Graph's `@odata.type`, such as `#microsoft.graph.iosWiFiConfiguration`, or a word such as `wiFi` or `scep`. */
export type Removable = { type: string | null; name: string };

/** Whether taking this off can cut the device off. Its type tells best; a profile of any type can be named for what it does. */
export function connectivityOf({ type, name }: Removable): Connectivity | null {
  return kindIn(types, type ?? '') ?? kindIn(names, name.normalize('NFKC'));
}

type Signs = readonly (readonly [Connectivity, RegExp])[];

const kindIn = (signs: Signs, text: string) => signs.find(([, sign]) => sign.test(text))?.[0] ?? null;

const types: Signs = [
  ['wifi', /wi-?fi|wirednetwork/i],
  ['vpn', /vpn/i],
  ['certificate', /certificate|scep|pkcs|pfx|derivedcredential/i],
];

/** Whole words, so that "Concert" is no certificate; Russian ones without their endings. */
const word = (signs: string) => new RegExp(`(?<!\\p{L})(?:${signs})`, 'iu');

const names: Signs = [
  [
    'wifi',
    word('wi[\\p{Pd} ]?fi(?!\\p{L})|wlan|wireless|ssid|802\\.1x|wired network|вай[\\p{Pd} ]?фай|беспроводн|drahtlos'),
  ],
  ['vpn', word('vpn|впн(?!\\p{L})|openvpn|wireguard|ikev2|anyconnect|globalprotect|tunnel|туннел')],
  [
    'certificate',
    word(
      'cert(?:s|ificates?)?(?!\\p{L})|scep|pkcs|pki(?!\\p{L})|pfx|(?:root|issuing|intermediate|sub)[\\p{Pd} ]?ca(?!\\p{L})|сертификат|\\p{L}*zertifikat|корнев',
    ),
  ],
];
