/**
 * What Microsoft Graph allows one app in one tenant, per service family. Source of every number: Microsoft's "Microsoft Graph
 * service-specific throttling limits" (concepts/throttling-limits.md; graph-contract 7.1). The tenant's own limit for all apps is
 * twice as high, so another app can eat into it unseen; the gate learns that from refusals.
 */
export const limits = {
  /** managedDevice, detectedApp, the three script families and their states. */
  devices: { windowMs: 20_000, write: 200, any: 2_000 },
  /** Exchange connectors. */
  enrollment: { windowMs: 20_000, write: 100, any: 1_000 },
  /** deviceConfiguration, configurationPolicy. */
  configuration: { windowMs: 20_000, write: 100, any: 1_000 },
  /** mobileApp, mobileAppConfiguration. */
  applications: { windowMs: 20_000, write: 100, any: 1_000 },
} as const;

export type Family = keyof typeof limits;

/** By the first segments of a path; `windowsAutopilotSettings`, which has its own clock, and `windowsAutopilotDeviceIdentities` are in none of Microsoft's lists. */
const families: readonly (readonly [RegExp, Family])[] = [
  [
    /^\/deviceManagement\/(managedDevices|comanagedDevices|detectedApps|device\w+Scripts|remoteActionAudits)\b/,
    'devices',
  ],
  [/^\/users\/[^/]+\/(managedDevices|mobileAppIntentAndStates)\b/, 'devices'],
  [/^\/deviceManagement\/exchangeConnectors\b/, 'enrollment'],
  [/^\/deviceManagement\/(deviceConfigurations|configurationPolicies)\b/, 'configuration'],
  [/^\/deviceAppManagement\//, 'applications'],
];

export const familyOf = (path: string): Family | null => families.find(([pattern]) => pattern.test(path))?.[1] ?? null;

/** How many requests of a kind fit in a window; reading leaves room for the writes, which count too. */
export function limitFor(family: Family, kind: 'read' | 'write'): { windowMs: number; places: number } {
  const { windowMs, write, any } = limits[family];
  return { windowMs, places: kind === 'write' ? write : any - write };
}
