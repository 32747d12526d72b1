import { attachedIn } from '../../../bot/teams/attached.ts';
import { activityFrom } from './activities.ts';

/** As in Microsoft's documentation (msteams-docs, bots-filesv4). */
const documented = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: 'https://contoso.sharepoint.com/personal/johnadams_contoso_com/Documents/Applications/file_example.txt',
  name: 'file_example.txt',
  content: {
    downloadUrl: 'https://download.link',
    uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
    fileType: 'txt',
    etag: '123',
  },
};
const file = (change: object, content: object = {}) => ({
  ...documented,
  ...change,
  content: { ...documented.content, ...content },
});
const attached = (...attachments: unknown[]) => attachedIn(activityFrom('personal-message', { attachments }));

test('a file is what Teams says it is', () => {
  expect(attached(documented)).toEqual({ kind: 'file', name: 'file_example.txt', url: 'https://download.link' });
});

test.each([
  ['its type in capitals', file({}, { fileType: 'CSV' })],
  ['its type with a dot', file({}, { fileType: '.csv' })],
  ['no type, but a name that tells', file({ name: 'a.b.TXT' }, { fileType: undefined })],
  ['no name', file({ name: undefined }, { fileType: 'csv' })],
])('a list with %s is a file', (_, one) => {
  expect(attached(one)?.kind).toBe('file');
});

test.each([
  ['a workbook', file({ name: 'x.csv' }, { fileType: 'xlsx' }), 'kind'],
  ['a program', file({ name: 'csv.exe' }, { fileType: undefined }), 'kind'],
  ['nothing that tells its kind', file({ name: 'csv' }, { fileType: '' }), 'kind'],
  ['no content', { ...documented, content: undefined }, 'unreachable'],
  [
    'an address of a hundred thousand letters',
    file({}, { downloadUrl: `https://${'x'.repeat(100_000)}` }),
    'unreachable',
  ],
])('%s is told instead of fetched', (_, one, why) => {
  expect(attached(one)).toMatchObject({ kind: 'trouble', why });
});

test('of two files none is fetched', () => {
  expect(attached(documented, documented)).toMatchObject({ kind: 'trouble', why: 'several' });
});

test.each([
  ['nothing', undefined],
  ['an empty list', []],
  ['the message itself as HTML', [{ contentType: 'text/html', content: '<div>runs</div>' }]],
  ['a picture', [{ contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/x' }]],
  ['a card', [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }]],
  ['rubbish', [null, 17, 'x', []]],
  ['no list', 'x'],
])('%s is no file, and the message is heard as before', (_, attachments) => {
  const activity = activityFrom('personal-message', { attachments });
  expect(attachedIn(activity)).toBeNull();
  expect(activity.text).toContain('sync autopilot');
});

test.each(['group-message', 'channel-message'] as const)('%s: bots get files in personal chats only', (name) => {
  expect(attachedIn(activityFrom(name, { attachments: [documented] }))).toBeNull();
});
