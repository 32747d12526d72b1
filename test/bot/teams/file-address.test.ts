import { channels } from '../../../bot/teams/clouds.ts';
import { isFileAddress } from '../../../bot/teams/file-address.ts';

const real = { endings: channels.global.files, loopback: false };
const practice = { endings: [], loopback: true };

test.each([
  'https://contoso.sharepoint.com/personal/ana/_layouts/15/download.aspx?UniqueId=1&tempauth=x',
  'https://contoso-my.sharepoint.com/personal/ana/_api/v2.0/drive/items/x/uploadSession?guid=1',
  'https://CONTOSO-my.SharePoint.com:443/x',
])('people’s OneDrive is asked: %s', (address) => {
  expect(isFileAddress(address, real)).toBe(true);
});

test.each([
  'http://contoso.sharepoint.com/x',
  'https://sharepoint.com/x',
  'https://contososharepoint.com/x',
  'https://contoso.sharepoint.com.evil.example/x',
  'https://contoso.sharepoint.com@evil.example/x',
  'https://ana:secret@contoso.sharepoint.com/x',
  'https://evil.example/.sharepoint.com/x',
  'https://evil.example/?x=.sharepoint.com',
  'https://evil.example#.sharepoint.com',
  'https://contoso.sharepoint.com:8443/x',
  'https://contoso.sharepoint.com./x',
  'https://contoso.sharepoint.us/x',
  'https://127.0.0.1/x',
  'http://127.0.0.1:3978/x',
  'http://localhost/x',
  'https://[::1]/x',
  'https://169.254.169.254/latest/meta-data',
  'https://2130706433/x',
  'javascript:alert(1)',
  'data:text/csv,LT-01',
  '//contoso.sharepoint.com/x',
  '',
])('nothing else is: %s', (address) => {
  expect(isFileAddress(address, real)).toBe(false);
});

test.each(['http://127.0.0.1:1234/files/1', 'http://localhost:1234/x', 'http://[::1]:1/x', 'https://127.0.0.1/x'])(
  'in practice this machine is, and nobody else: %s',
  (address) => {
    expect(isFileAddress(address, practice)).toBe(true);
  },
);

test.each(['https://contoso.sharepoint.com/x', 'http://10.0.0.1/x', 'ftp://127.0.0.1/x', 'http://x@127.0.0.1/x'])(
  'in practice nobody outside is: %s',
  (address) => {
    expect(isFileAddress(address, practice)).toBe(false);
  },
);

test('each cloud has its own OneDrive', () => {
  const address = {
    global: 'https://a.sharepoint.com',
    usgov: 'https://a.sharepoint.us',
    dod: 'https://a.sharepoint-mil.us',
    china: 'https://a.sharepoint.cn',
  };
  const clouds = ['global', 'usgov', 'dod', 'china'] as const;
  for (const cloud of clouds) {
    const mine = clouds.filter((one) =>
      isFileAddress(`${address[one]}/x`, { endings: channels[cloud].files, loopback: false }),
    );
    expect(mine).toEqual([cloud]);
  }
});
