import { readSettings } from '../../manifest/settings.ts';
import { enough, settingsOf } from './made.ts';

const complaintsOf = (env: Record<string, string | undefined>) => {
  const read = readSettings(env);
  return read.kind === 'bad' ? read.complaints : [];
};

test('ids are written in small letters, and an address may end in a slash', () => {
  const settings = settingsOf({
    ...enough,
    MicrosoftAppId: 'ABCDEF00-2222-4333-8444-555555555555',
    PUBLIC_URL: ' https://Sync-Desk.example.com/ ',
  });
  expect(settings).toMatchObject({
    botId: 'abcdef00-2222-4333-8444-555555555555',
    signInAppId: 'abcdef00-2222-4333-8444-555555555555',
    host: 'sync-desk.example.com',
  });
});

test('nothing set: everything that is missing is named in one go', () => {
  expect(complaintsOf({ MicrosoftAppType: 'UserAssignedMSI' })).toEqual(
    expect.arrayContaining([
      ...Object.keys(enough).map((name) => `${name} is missing`),
      'SIGN_IN_APP_ID is missing: nobody can sign in to a managed identity',
    ]),
  );
});

const wrong: [name: string, value: string, why: string][] = [
  ['MicrosoftAppId', 'sync-desk', 'must be a GUID'],
  ['SIGN_IN_APP_ID', 'sync-desk', 'must be a GUID'],
  ['PUBLIC_URL', 'http://sync-desk.example.com', 'must be an https address that Teams reaches'],
  ['PUBLIC_URL', 'https://localhost:3978', 'must be an https address that Teams reaches'],
  ['PUBLIC_URL', 'https://127.0.0.1:3978', 'must be an https address that Teams reaches'],
  ['PUBLIC_URL', 'sync-desk.example.com', 'must be an https address that Teams reaches'],
  ['PUBLIC_URL', 'https://*.example.com', 'must be an https address that Teams reaches'],
  ['PUBLIC_URL', 'https://example.com/sync-desk', 'must be a host only, without a path'],
  ['DEVELOPER_NAME', 'The Contoso department of end devices', 'must have 32 characters at most'],
  ['WEBSITE_URL', 'http://example.com', 'must be an https address that browsers reach without signing in'],
  ['PRIVACY_URL', 'privacy.html', 'must be an https address that browsers reach without signing in'],
  ['TERMS_URL', 'https://localhost/terms', 'must be an https address that browsers reach without signing in'],
];

test.each(wrong)('%s=%s is refused, and named', (name, value, why) => {
  expect(complaintsOf({ ...enough, [name]: value })).toEqual([`${name} ${why}`]);
});

test('empty is as good as not set', () => {
  expect(complaintsOf({ ...enough, SIGN_IN_APP_ID: '', MicrosoftAppType: '' })).toEqual([]);
  expect(complaintsOf({ ...enough, TERMS_URL: '  ' })).toEqual(['TERMS_URL is missing']);
});
