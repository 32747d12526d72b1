/**
 * The service's words for how a payload stands on a device, the worst first: `complianceStatus` of configuration and
 * `resultantAppState` of apps (graph-contract 4.2).
 */
const worstFirst = [
  ...['error', 'failed', 'uninstallFailed', 'conflict', 'nonCompliant'],
  ...['pendingInstall', 'notInstalled', 'unknown'],
  ...['remediated', 'compliant', 'installed'],
  ...['notAssigned', 'notApplicable'],
];

const failures = new Set(['error', 'failed', 'uninstallFailed', 'conflict', 'nonCompliant']);

export const isFailure = (state: string): boolean => failures.has(state);

/** A word of the future is as good as `unknown`. */
const rankOf = (state: string) => worstFirst.indexOf(worstFirst.includes(state) ? state : 'unknown');

export const isWorse = (state: string, than: string): boolean => rankOf(state) < rankOf(than);
