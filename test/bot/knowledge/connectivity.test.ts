import { connectivityOf } from '../../../bot/knowledge/connectivity.ts';

const odata = (type: string) => `#microsoft.graph.${type}`;

describe('by the type of a profile, whatever it is called', () => {
  test.each([
    [odata('iosWiFiConfiguration'), 'wifi'],
    [odata('iosEnterpriseWiFiConfiguration'), 'wifi'],
    [odata('androidDeviceOwnerEnterpriseWiFiConfiguration'), 'wifi'],
    [odata('windowsWifiConfiguration'), 'wifi'],
    [odata('macOSWiredNetworkConfiguration'), 'wifi'],
    ['wiFi', 'wifi'],
    [odata('iosVpnConfiguration'), 'vpn'],
    [odata('iosikEv2VpnConfiguration'), 'vpn'],
    [odata('androidDeviceOwnerVpnConfiguration'), 'vpn'],
    ['vpn', 'vpn'],
    [odata('iosTrustedRootCertificate'), 'certificate'],
    [odata('iosScepCertificateProfile'), 'certificate'],
    [odata('androidDeviceOwnerPkcsCertificateProfile'), 'certificate'],
    [odata('iosImportedPFXCertificateProfile'), 'certificate'],
    [odata('iosDerivedCredentialAuthenticationConfiguration'), 'certificate'],
    ['scep', 'certificate'],
    ['pkcs', 'certificate'],
    [odata('iosGeneralDeviceConfiguration'), null],
    [odata('iosStoreApp'), null],
    [odata('iosEasEmailProfileConfiguration'), null],
    [null, null],
  ])('%s: %s', (type, kind) => {
    expect(connectivityOf({ type, name: 'Standard' })).toBe(kind);
  });

  test('the type counts more than the name', () => {
    expect(connectivityOf({ type: odata('iosScepCertificateProfile'), name: 'For Wi-Fi and VPN' })).toBe('certificate');
  });
});

describe('by its name, in two languages', () => {
  test.each([
    ['Wi-Fi Corp', 'wifi'],
    ['Drahtlos Lager', 'wifi'],
    ['Stammzertifikat', 'certificate'],
    ['Corp WIFI 5 GHz', 'wifi'],
    ['wi fi guests', 'wifi'],
    ['Wi‑Fi', 'wifi'],
    ['WLAN Berlin', 'wifi'],
    ['802.1x', 'wifi'],
    ['Вайфай офис', 'wifi'],
    ['Беспроводная сеть', 'wifi'],
    ['VPN', 'vpn'],
    ['iOS-VPN-always-on', 'vpn'],
    ['ВПН для всех', 'vpn'],
    ['Cisco AnyConnect', 'vpn'],
    ['Microsoft Tunnel', 'vpn'],
    ['Root CA', 'certificate'],
    ['Issuing-CA 2', 'certificate'],
    ['Device certs', 'certificate'],
    ['User certificate', 'certificate'],
    ['SCEP users', 'certificate'],
    ['Сертификаты пользователей', 'certificate'],
    ['Корневой УЦ', 'certificate'],
    ['Mail profile', null],
    ['Concert tickets', null],
    ['California', null],
    ['Root cause analysis', null],
    ['Certify me', null],
    ['Почта', null],
    ['', null],
  ])('%s: %s', (name, kind) => {
    expect(connectivityOf({ type: null, name })).toBe(kind);
  });

  test('a custom profile of no telling type is judged by its name', () => {
    expect(connectivityOf({ type: odata('iosCustomConfiguration'), name: 'Wi-Fi Corp' })).toBe('wifi');
  });
});
