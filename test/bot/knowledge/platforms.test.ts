import { payloadSupportOf, platformOf } from '../../../bot/knowledge/platforms.ts';

test.each([
  ['iOS', 'ios'],
  ['iPadOS', 'ios'],
  ['macOS', 'macos'],
  ['Mac OS X', 'macos'],
  ['Windows', 'windows'],
  ['Windows 10', 'windows'],
  ['Android', 'android'],
  ['AndroidEnterprise', 'android'],
  ['AOSP', 'android'],
  ['Linux', null],
  ['ChromeOS', null],
  ['', null],
])('%j is %s', (os, platform) => {
  expect(platformOf(os)).toBe(platform);
});

const google = 'googleCloudDevicePolicyController';

test.each([
  ['an iPad of the company', { os: 'iPadOS', owner: 'company', agent: 'mdm' }, 'documented'],
  ['somebody’s own iPhone', { os: 'iOS', owner: 'personal', agent: 'mdm' }, 'documented'],
  ['an Android Enterprise device of the company', { os: 'Android', owner: 'company', agent: google }, 'documented'],
  ['an Android with a personal work profile', { os: 'Android', owner: 'personal', agent: google }, 'undocumented'],
  ['an Android nobody knows the owner of', { os: 'Android', owner: 'unknown', agent: google }, 'undocumented'],
  ['an Android under device administrator', { os: 'Android', owner: 'company', agent: 'mdm' }, 'undocumented'],
  ['an AOSP headset', { os: 'Android', owner: 'company', agent: 'intuneAosp' }, 'undocumented'],
  ['a Windows laptop', { os: 'Windows', owner: 'company', agent: 'mdm' }, 'undocumented'],
  ['a co-managed PC', { os: 'Windows', owner: 'company', agent: 'configurationManagerClientMdm' }, 'undocumented'],
  ['a Mac', { os: 'macOS', owner: 'company', agent: 'mdm' }, 'undocumented'],
  ['a system we do not know', { os: 'Linux', owner: 'company', agent: 'mdm' }, 'undocumented'],
] as const)('removing apps and profiles from %s', (_, device, support) => {
  expect(payloadSupportOf(device)).toBe(support);
});
