import { startPracticePage } from '../../../bot/practice/page-server.ts';
import { type Loopback, openLoopback } from '../../helpers/loopback.ts';

/** The practice page as an invented OneDrive, before a bot that only listens. */
type Heard = {
  type: string;
  name?: string;
  text?: string;
  attachments?: { content: { downloadUrl: string } }[];
  value?: Value;
};
type Value = { action: string; context: unknown; uploadInfo?: { uploadUrl: string; contentUrl: string } };

let heard: Heard[];
let bot: Loopback;
let page: Awaited<ReturnType<typeof startPracticePage>>;
beforeEach(async () => {
  heard = [];
  bot = await openLoopback(async ({ body }) => {
    heard.push(JSON.parse(body) as Heard);
    return { status: 200 };
  });
  page = await startPracticePage({ botUrl: bot.url, port: 0, log: { info() {} } });
});
afterEach(async () => {
  await page.close();
  await bot.close();
});

const here = { person: 'Ana Ruiz', conversation: 'a:practice-ana-ruiz', language: 'en-US', timeZone: 'UTC' };

async function posts(path: string, details: object) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ ...here, ...details });
  const answer = await fetch(`${page.url}${path}`, { method: 'POST', headers, body });
  return { status: answer.status, body: (await answer.json()) as { id: string } };
}

const uploads = (content: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${page.url}/api/files?name=${encodeURIComponent('список.csv')}`, { method: 'PUT', body: content, headers });

test('what a person attaches is where the bot is told, byte by byte', async () => {
  await fetch(`${page.url}/api/start?person=Ana+Ruiz`);
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const { url: file } = (await (await uploads(bytes)).json()) as { url: string };
  expect(await posts('/api/say', { text: '', file })).toMatchObject({ status: 200 });
  const said = heard.find(({ type }) => type === 'message');
  expect(said).toMatchObject({
    text: '',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name: 'список.csv',
        content: { downloadUrl: file, fileType: 'csv' },
      },
    ],
  });
  const fetched = await fetch(said?.attachments?.[0]?.content.downloadUrl ?? '');
  expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(bytes);
  expect(fetched.headers.get('content-disposition')).toMatch(/^attachment;/);
  expect(fetched.headers.get('x-content-type-options')).toBe('nosniff');
});

test('what nobody attached cannot be sent, and nothing else of this machine either', async () => {
  await fetch(`${page.url}/api/start?person=Ana+Ruiz`);
  for (const file of ['/etc/passwd', `${page.url}/connector/files/none`, 'https://evil.example/x', '']) {
    expect(await posts('/api/say', { text: 'x', file })).toMatchObject({ status: 400 });
  }
  for (const path of ['none', '../../package.json', '%2e%2e%2fpackage.json', '']) {
    expect((await fetch(`${page.url}/connector/files/${path}`)).status).toBe(404);
  }
});

test('another site can put nothing there, and nobody too much', async () => {
  expect((await uploads('x', { origin: 'https://evil.example' })).status).toBe(403);
  expect((await uploads(new Uint8Array(9 * 1024 * 1024))).status).toBe(400);
});

describe('the offer of a file', () => {
  const context = { offer: 'o-1' };
  async function offered(): Promise<string> {
    await fetch(`${page.url}/api/start?person=Ana+Ruiz`);
    const content = { description: 'Rows', sizeInBytes: 9, acceptContext: context, declineContext: context };
    const contentType = 'application/vnd.microsoft.teams.card.file.consent';
    const activity = { type: 'message', attachments: [{ contentType, name: 'run.csv', content }] };
    const path = `/connector/v3/conversations/${encodeURIComponent(here.conversation)}/activities`;
    return (await posts(path, activity)).body.id;
  }
  const answer = () => heard.find(({ name }) => name === 'fileConsent/invoke');

  test('is answered with a place that takes one file, once', async () => {
    const messageId = await offered();
    await posts('/api/consent', { messageId, wanted: true });
    expect(answer()).toMatchObject({ replyToId: messageId, value: { action: 'accept', context } });
    const { uploadUrl = '', contentUrl = '' } = answer()?.value?.uploadInfo ?? {};
    expect((await fetch(contentUrl)).status).toBe(404);
    expect((await fetch(uploadUrl, { method: 'PUT', body: 'a,b' })).status).toBe(201);
    expect(await (await fetch(contentUrl)).text()).toBe('a,b');
    expect((await fetch(uploadUrl, { method: 'PUT', body: 'other' })).status).toBe(404);
    expect(await (await fetch(contentUrl)).text()).toBe('a,b');
  });

  test('is answered with no place when it is declined', async () => {
    await posts('/api/consent', { messageId: await offered(), wanted: false });
    expect(answer()?.value).toEqual({ type: 'fileUpload', action: 'decline', context });
  });

  test('can be answered only where one was made', async () => {
    await offered();
    await posts('/api/say', { text: 'hello' });
    const messages = await fetch(`${page.url}/api/messages?${new URLSearchParams(here)}`);
    const [, said] = (await messages.json()) as { id: string }[];
    expect(await posts('/api/consent', { messageId: said?.id, wanted: true })).toMatchObject({ status: 400 });
    expect(answer()).toBeUndefined();
  });
});
