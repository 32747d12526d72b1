/**
 * The permission inside Intune's own roles that an action needs, in the words of the admin center; Graph scopes alone are not
 * enough. Sources: memdocs custom-role permission list, read through graph-contract.md sections 1.6, 2 and 3.
 */
export const rolePermissions = {
  'sync-payloads': { read: 'Managed devices / Read', start: 'Remote tasks / Change assignments' },
  'autopilot-sync': { read: 'Enrollment programs / Read device', start: 'Enrollment programs / Sync device' },
  'exchange-sync': { read: 'Organization / Read', start: 'Organization / Update' },
} as const;
