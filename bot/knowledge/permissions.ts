/**
 * The delegated permissions of Microsoft Graph that the bot asks for, and the sentence that says what for. Source of the names:
 * graph-contract section 5 (Microsoft's permissions reference), the least that each call takes. All of them need an
 * administrator's consent, and none gives anybody more than their own rights in Intune.
 */
export const permissionReasons = {
  'DeviceManagementManagedDevices.Read.All': 'permission.devices.read',
  'DeviceManagementConfiguration.Read.All': 'permission.configuration.read',
  'DeviceManagementApps.Read.All': 'permission.apps.read',
  'DeviceManagementScripts.Read.All': 'permission.scripts.read',
  'DeviceManagementServiceConfig.Read.All': 'permission.service-config.read',
  'DeviceManagementServiceConfig.ReadWrite.All': 'permission.service-config.write',
} as const;

export type Permission = keyof typeof permissionReasons;

/** A command, as far as its permissions go. */
type Asking<Language extends string> = {
  phrases: Record<Language, readonly [string, ...string[]]>;
  scopes?: readonly string[];
};

export type PermissionUse = { permission: Permission; phrases: readonly string[] };

/** Which commands need a permission, by the words that help shows; in the order of the table. */
export function permissionUses<Language extends string>(
  commands: readonly Asking<Language>[],
  language: NoInfer<Language>,
): PermissionUse[] {
  const permissions = Object.keys(permissionReasons) as Permission[];
  return permissions.map((permission) => {
    const needing = commands.filter(({ scopes = [] }) => scopes.includes(permission));
    return { permission, phrases: needing.map(({ phrases }) => phrases[language][0]) };
  });
}
