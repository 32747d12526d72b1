import { guidOf } from './people.ts';

export type PayloadKind = 'application' | 'deviceConfiguration' | 'deviceManagementConfigurationPolicy';
export type PayloadPlatform = 'apple' | 'android' | 'windows' | 'mac';

/** What the invented tenant delivers to its devices; `type` is Graph's own, without its namespace, and null for a policy of the settings catalog. */
export type InventedPayload = {
  id: string;
  kind: PayloadKind;
  platform: PayloadPlatform;
  name: string;
  type: string | null;
};

type Row = readonly [name: string, type: string];

const configurations: Record<PayloadPlatform, readonly Row[]> = {
  apple: [
    ['Mail profile', 'iosEasEmailProfileConfiguration'],
    ['VPN', 'iosVpnConfiguration'],
    ['Wi-Fi Corp', 'iosWiFiConfiguration'],
    ['Wi-Fi Guest', 'iosWiFiConfiguration'],
    ['Root CA', 'iosTrustedRootCertificate'],
    ['Device certificate (SCEP)', 'iosScepCertificateProfile'],
    ['Signing certificate (PKCS)', 'iosPkcsCertificateProfile'],
    ['Restrictions', 'iosGeneralDeviceConfiguration'],
    ['Home screen', 'iosDeviceFeaturesConfiguration'],
    ['Web clips', 'iosCustomConfiguration'],
    ['Passcode', 'iosGeneralDeviceConfiguration'],
    ['[Kiosk](http://kiosk.example) <at>all</at>', 'iosCustomConfiguration'],
  ],
  android: [
    ['VPN', 'androidDeviceOwnerVpnConfiguration'],
    ['Wi-Fi Corp', 'androidDeviceOwnerEnterpriseWiFiConfiguration'],
    ['Root CA', 'androidDeviceOwnerTrustedRootCertificate'],
    ['Device certificate (SCEP)', 'androidDeviceOwnerScepCertificateProfile'],
    ['Restrictions', 'androidDeviceOwnerGeneralDeviceConfiguration'],
  ],
  windows: [
    ['Wi-Fi Corp', 'windowsWifiEnterpriseEAPConfiguration'],
    ['Root CA', 'windows81TrustedRootCertificate'],
    ['VPN', 'windows10VpnConfiguration'],
    ['Restrictions', 'windows10GeneralConfiguration'],
    ['Update ring', 'windowsUpdateForBusinessConfiguration'],
  ],
  mac: [
    ['Wi-Fi Corp', 'macOSEnterpriseWiFiConfiguration'],
    ['Root CA', 'macOSTrustedRootCertificate'],
  ],
};

const policies: Record<PayloadPlatform, readonly string[]> = {
  apple: [
    'Passcode',
    'Restrictions 2026',
    'Lock screen message',
    'Software updates',
    'Managed Safari',
    'Allowed Bluetooth',
    'Политика паролей',
    'Notifications {{DATE(2026-01-01T00:00:00Z,SHORT)}}',
  ],
  android: ['Passcode', 'Kiosk browser'],
  windows: ['BitLocker', 'Defender baseline', 'Edge baseline'],
  mac: ['FileVault'],
};

const apps: Record<PayloadPlatform, readonly Row[]> = {
  apple: [
    ['Company Portal', 'iosVppApp'],
    ['Outlook', 'iosVppApp'],
    ['Teams', 'iosVppApp'],
    ['Edge', 'iosStoreApp'],
    ['OneDrive', 'iosVppApp'],
    ['VPN', 'iosVppApp'],
    ['Field Maps', 'iosVppApp'],
    ['Expenses', 'iosLobApp'],
    ['Notes', 'iosLobApp'],
    ['Travel', 'iosStoreApp'],
    ['Warehouse Scanner', 'iosLobApp'],
    ['Meeting Rooms', 'iosVppApp'],
    ['Intranet', 'iosiPadOSWebClip'],
    ['Справочник сотрудников', 'iosLobApp'],
  ],
  android: [
    ['Company Portal', 'androidManagedStoreApp'],
    ['Outlook', 'androidManagedStoreApp'],
    ['Teams', 'androidManagedStoreApp'],
    ['Field Maps', 'androidManagedStoreApp'],
    ['Expenses', 'androidManagedStoreApp'],
  ],
  windows: [
    ['Company Portal', 'winGetApp'],
    ['Office 365', 'officeSuiteApp'],
    ['7-Zip', 'win32LobApp'],
    ['Intranet', 'windowsWebApp'],
  ],
  mac: [['Company Portal', 'macOSPkgApp']],
};

const platforms: readonly PayloadPlatform[] = ['apple', 'android', 'windows', 'mac'];

const payload = (kind: PayloadKind, platform: PayloadPlatform, [name, type]: readonly [string, string | null]) => ({
  ...{ kind, platform, name, type },
  id: guidOf(`payload ${kind} ${platform} ${name}`),
});

export const inventedPayloads: readonly InventedPayload[] = platforms.flatMap((platform) => [
  ...configurations[platform].map((row) => payload('deviceConfiguration', platform, row)),
  ...policies[platform].map((name) => payload('deviceManagementConfigurationPolicy', platform, [name, null])),
  ...apps[platform].map((row) => payload('application', platform, row)),
]);
