/**
 * What Intune's error codes for apps, profiles and policies mean, group by group as Microsoft's pages have them. The codes and what is said of
 * them are theirs; `cure` and `acts` follow from what a page says must happen, and are null where it says nothing. The pages' decimals are not
 * kept: some have lost their minus there, and one belongs to another code.
 */

/** The page that a row follows. */
export const sources = {
  sync: 'Microsoft Learn, Remote device action: Sync',
  install: 'Microsoft Learn, Intune app installation error reference',
  common: 'Microsoft Learn, Common error codes in Microsoft Intune',
  bundles: 'Microsoft Learn, Error 0x87D13BA2 deploying a macOS LOB app',
} as const;

/**
 * `yes`: another sync can cure it, at once or when whoever has the device has done their part. `no`: something in Intune or in the package must
 * change first. `not-for-seven-days`: Intune holds the app back that long. Null: not documented.
 */
export type Cure = 'yes' | 'no' | 'not-for-seven-days' | null;

/** Who must do something: `person` has the device in their hands, `packager` made the app. Null: not documented. */
export type Actor = 'nobody' | 'person' | 'administrator' | 'packager' | null;

type Row = { hex: `0x${string}`; meaning: `code.${string}`; cure: Cure; acts: Actor };

/** The list of retryable codes: apps of iOS, iPadOS and Android. */
const syncRows = [
  { hex: '0x87D13B6E', meaning: 'code.apple-gave-no-cause', cure: 'not-for-seven-days', acts: 'nobody' },
  { hex: '0x87D13B6F', meaning: 'code.connection-timed-out', cure: 'yes', acts: 'person' },
  { hex: '0x87D13B70', meaning: 'code.connection-lost', cure: 'yes', acts: 'person' },
  { hex: '0x87D13B71', meaning: 'code.connection-lost', cure: 'yes', acts: 'person' },
  { hex: '0x87D13B72', meaning: 'code.connection-lost', cure: 'yes', acts: 'person' },
  { hex: '0x87D13B73', meaning: 'code.connection-lost', cure: 'yes', acts: 'person' },
  { hex: '0x87D13B74', meaning: 'code.roaming-off', cure: 'not-for-seven-days', acts: 'person' },
  { hex: '0x87D13B75', meaning: 'code.phone-call', cure: 'yes', acts: 'person' },
  { hex: '0x87D13B76', meaning: 'code.no-cellular', cure: 'not-for-seven-days', acts: null },
  { hex: '0x87D13B77', meaning: 'code.secure-connection', cure: 'yes', acts: 'person' },
  { hex: '0x87D13B78', meaning: 'code.server-not-trusted', cure: 'not-for-seven-days', acts: null },
] as const satisfies readonly Row[];

/** Apps of iOS and iPadOS, then of Android, then of Windows. */
const installRows = [
  { hex: '0x87D11388', meaning: 'code.device-locked', cure: 'yes', acts: 'person' },
  { hex: '0x87D1041C', meaning: 'code.not-detected', cure: 'yes', acts: 'packager' },
  { hex: '0x87D103E8', meaning: 'code.unknown-install', cure: null, acts: null },
  { hex: '0x87D12906', meaning: 'code.command-failed', cure: 'yes', acts: 'nobody' },
  { hex: '0x87D1313C', meaning: 'code.connection-lost', cure: 'yes', acts: 'person' },
  { hex: '0x87D1313D', meaning: 'code.licence-not-read', cure: 'no', acts: 'administrator' },
  { hex: '0x87D13B60', meaning: 'code.redemption-needed', cure: 'no', acts: null },
  { hex: '0x87D13B62', meaning: 'code.install-refused', cure: 'yes', acts: 'person' },
  { hex: '0x87D13B63', meaning: 'code.update-refused', cure: 'yes', acts: 'person' },
  { hex: '0x87D13B64', meaning: 'code.install-failed', cure: null, acts: 'administrator' },
  { hex: '0x87D13B66', meaning: 'code.removed-by-person', cure: null, acts: null },
  { hex: '0x87D13B68', meaning: 'code.management-refused', cure: 'yes', acts: 'person' },
  { hex: '0x87D13B7D', meaning: 'code.perhaps-token', cure: null, acts: 'administrator' },
  { hex: '0x87D13B7E', meaning: 'code.no-licence-left', cure: 'no', acts: 'administrator' },
  { hex: '0x87D13B7F', meaning: 'code.configuration-missing', cure: 'no', acts: 'administrator' },
  { hex: '0x87D13B8F', meaning: 'code.unmanaged-copy', cure: 'yes', acts: 'person' },
  { hex: '0x87D13B93', meaning: 'code.shared-ipad', cure: 'no', acts: 'administrator' },
  { hex: '0x87D13B94', meaning: 'code.store-disabled', cure: 'no', acts: 'administrator' },
  { hex: '0x87D13B95', meaning: 'code.licence-not-found', cure: 'no', acts: 'administrator' },
  { hex: '0x87D13B96', meaning: 'code.system-app', cure: 'no', acts: 'administrator' },
  { hex: '0x87D13B97', meaning: 'code.lost-mode', cure: 'no', acts: 'administrator' },
  { hex: '0x87D13B98', meaning: 'code.kiosk-mode', cure: 'no', acts: 'administrator' },
  { hex: '0x87D13B99', meaning: 'code.store-sign-in', cure: 'yes', acts: 'person' },
  { hex: '0x87D13B9A', meaning: 'code.try-later', cure: 'yes', acts: 'nobody' },
  { hex: '0x87D13B9B', meaning: 'code.tries-again', cure: 'yes', acts: 'nobody' },
  { hex: '0x87D13B9C', meaning: 'code.32-bit', cure: 'no', acts: 'packager' },
  { hex: '0x87D13B9D', meaning: 'code.update-not-reported', cure: 'yes', acts: 'nobody' },
  { hex: '0xC7D14FB1', meaning: 'code.install-refused', cure: 'yes', acts: 'person' },
  { hex: '0xC7D14FB2', meaning: 'code.download-failed', cure: 'yes', acts: 'person' },
  { hex: '0xC7D14FB5', meaning: 'code.android-gave-no-cause', cure: null, acts: 'packager' },
  { hex: '0xC7D14FB6', meaning: 'code.not-signed', cure: 'no', acts: 'packager' },
  { hex: '0xC7D14FB7', meaning: 'code.other-signature', cure: 'no', acts: 'packager' },
  { hex: '0xC7D14FB8', meaning: 'code.uninstall-failed', cure: null, acts: 'administrator' },
  { hex: '0xC7D14FB9', meaning: 'code.install-refused', cure: 'yes', acts: 'person' },
  { hex: '0xC7D14FBA', meaning: 'code.package-deleted', cure: 'yes', acts: 'person' },
  { hex: '0xC7D14FBB', meaning: 'code.restarted', cure: 'yes', acts: 'person' },
  { hex: '0xC7D15015', meaning: 'code.download-stopped', cure: 'yes', acts: 'person' },
  { hex: '0xC7D15078', meaning: 'code.download-failed', cure: 'yes', acts: 'nobody' },
  { hex: '0xC7D1507C', meaning: 'code.download-stopped', cure: 'yes', acts: 'nobody' },
  { hex: '0x80073CF0', meaning: 'code.package-unreadable', cure: 'no', acts: 'packager' },
  { hex: '0x80073CF3', meaning: 'code.package-conflict', cure: 'no', acts: 'packager' },
  { hex: '0x80073CFB', meaning: 'code.package-differs', cure: 'no', acts: 'packager' },
  { hex: '0x80073CFF', meaning: 'code.sideloading', cure: 'no', acts: 'administrator' },
  { hex: '0x80CF201C', meaning: 'code.sideloading', cure: 'no', acts: 'administrator' },
  { hex: '0x8000FFFF', meaning: 'code.unexpected-install', cure: null, acts: 'administrator' },
] as const satisfies readonly Row[];

/** Profiles, policies and the protocol itself. The page names each code and says little more. */
const commonRows = [
  { hex: '0x87D1FDE8', meaning: 'code.remediation-failed', cure: null, acts: null },
  { hex: '0x87D1FDE9', meaning: 'code.not-applicable', cure: 'no', acts: null },
  { hex: '0x87D1FDEE', meaning: 'code.conflict', cure: 'no', acts: 'administrator' },
  { hex: '0x87D1138B', meaning: 'code.device-error', cure: null, acts: null },
  { hex: '0x87D136B9', meaning: 'code.device-locked', cure: 'yes', acts: 'person' },
  { hex: '0x87D15618', meaning: 'code.store-sign-in', cure: 'yes', acts: 'person' },
  { hex: '0x87D1791D', meaning: 'code.account-exists', cure: null, acts: null },
  { hex: '0x87D10191', meaning: 'code.not-authenticated', cure: null, acts: null },
  { hex: '0x87D10194', meaning: 'code.setting-not-there', cure: null, acts: null },
  { hex: '0x87D10198', meaning: 'code.answer-late', cure: null, acts: null },
  { hex: '0x87D101A1', meaning: 'code.asked-to-retry', cure: 'yes', acts: 'nobody' },
  { hex: '0x87D101A4', meaning: 'code.storage-full', cure: null, acts: 'person' },
  { hex: '0x87D101F4', meaning: 'code.device-stopped', cure: null, acts: null },
  { hex: '0x87D101F7', meaning: 'code.device-overloaded', cure: 'yes', acts: 'nobody' },
] as const satisfies readonly Row[];

const bundleRows = [
  { hex: '0x87D13BA2', meaning: 'code.bundle-ids', cure: 'no', acts: 'packager' },
] as const satisfies readonly Row[];

export type ErrorMeaning = {
  hex: string;
  /** The sentence that says it. */
  meaning: (typeof syncRows | typeof installRows | typeof commonRows | typeof bundleRows)[number]['meaning'];
  cure: Cure;
  acts: Actor;
  source: string;
};

/** Every code once: a code of several pages stands in the group that says most about it. */
export const errorMeanings: readonly ErrorMeaning[] = [
  ...syncRows.map((row) => ({ ...row, source: sources.sync })),
  ...installRows.map((row) => ({ ...row, source: sources.install })),
  ...commonRows.map((row) => ({ ...row, source: sources.common })),
  ...bundleRows.map((row) => ({ ...row, source: sources.bundles })),
];
