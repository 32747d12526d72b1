import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../bot/commands/index.ts';
import { wordsLanguages } from '../../cards/words/index.ts';
import { packageFiles } from '../../manifest/package-files.ts';
import { complaintsOfLocalisation, complaintsOfManifest } from '../../manifest/valid.ts';
import { contentOf, described, enough, jsonIn, zipOf } from './made.ts';

const content = contentOf(zipOf(described()));
const manifest = jsonIn(content, 'manifest.json');
const [first, ...others] = wordsLanguages;

describe('an administrator opens the package', () => {
  test('it holds the manifest, both icons and a file for each other language', () => {
    const files = ['manifest.json', 'color.png', 'outline.png', ...others.map((language) => `${language}.json`)];
    expect(Object.keys(content).sort()).toEqual(files.sort());
    expect(manifest.localizationInfo.defaultLanguageTag).toBe(first);
  });

  test('every file passes Microsoft’s schema for it', () => {
    expect(complaintsOfManifest(manifest)).toEqual([]);
    for (const language of others) expect(complaintsOfLocalisation(jsonIn(content, `${language}.json`))).toEqual([]);
  });

  test('it is this installation’s: ids, address, and who runs it', () => {
    expect(manifest).toMatchObject({
      id: enough.MicrosoftAppId,
      version: '1.2.3',
      bots: [{ botId: enough.MicrosoftAppId, supportsFiles: true, isNotificationOnly: false }],
      validDomains: ['sync-desk.example.com'],
      webApplicationInfo: { id: enough.MicrosoftAppId, resource: `api://botid-${enough.MicrosoftAppId}` },
      developer: {
        name: 'Contoso IT',
        websiteUrl: enough.WEBSITE_URL,
        privacyUrl: enough.PRIVACY_URL,
        termsOfUseUrl: enough.TERMS_URL,
      },
    });
  });

  test('it asks for no permission and no device', () => {
    for (const key of ['permissions', 'devicePermissions', 'authorization']) expect(manifest).not.toHaveProperty([key]);
  });

  test('nothing in it waits to be filled in', () => {
    for (const [file, bytes] of Object.entries(content).filter(([name]) => name.endsWith('.json')))
      expect({
        file,
        left: Buffer.from(bytes)
          .toString()
          .match(/\{\{|\$\{|<[A-Za-z]|%\w+%|TODO|example\.org/g),
      }).toEqual({
        file,
        left: null,
      });
  });

  test('every text has its translation at the place where the manifest has it', () => {
    const inManifest = textsIn(manifest);
    for (const language of others) {
      const { $schema: _, 'name.short': name, ...texts } = jsonIn(content, `${language}.json`);
      expect(name).toBe(manifest.name.short);
      expect(Object.keys(texts).sort()).toEqual(inManifest.sort());
    }
  });
});

/** `name.full`, `bots[0].commandLists[1].commands[2].title`: where a person reads something. */
function textsIn(from: typeof manifest): string[] {
  const commandsAt = from.bots[0].commandLists.flatMap((list: { commands: object[] }, at: number) =>
    list.commands.flatMap((_, index) =>
      ['title', 'description'].map((text) => `bots[0].commandLists[${at}].commands[${index}].${text}`),
    ),
  );
  return ['name.full', 'description.short', 'description.full', ...commandsAt];
}

test('with a managed identity people sign in to the other registration', () => {
  const signInApp = '99999999-2222-4333-8444-555555555555';
  const env = { ...enough, MicrosoftAppType: 'UserAssignedMSI', SIGN_IN_APP_ID: signInApp };
  expect(jsonIn(contentOf(zipOf(described(env))), 'manifest.json').webApplicationInfo).toEqual({
    id: signInApp,
    resource: `api://botid-${enough.MicrosoftAppId}`,
  });
});

test('what the schema refuses does not become a package', () => {
  const many = commands.flatMap((command) => [command, command]);
  const made = packageFiles({ ...described(), commands: many });
  expect(made).toEqual({
    kind: 'bad',
    complaints: expect.arrayContaining([
      expect.stringMatching(/^manifest\.json \/bots\/0\/commandLists\/0\/commands: /),
      expect.stringMatching(/^ru\.json \//),
    ]),
  });
});

describe('npm run package', () => {
  const build = join(import.meta.dirname, '../../manifest/build.ts');
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sync-desk-package-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = (env: Record<string, string>, ...args: string[]) =>
    new Promise<{ code: number; said: string }>((done) => {
      execFile(process.execPath, [build, ...args], { cwd: folder, env }, (error, out, err) =>
        done({ code: error ? Number(error.code) : 0, said: out + err }),
      );
    });

  test('twice gives the same bytes, wherever the clock stands', async () => {
    const file = join(folder, 'manifest/out/sync-desk-2.0.0.zip');
    const first = await run({ ...enough, TZ: 'Asia/Tokyo' }, '2.0.0');
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining(file) });
    const bytes = await readFile(file);
    await rm(file);
    await run({ ...enough, TZ: 'America/New_York' }, '2.0.0');
    expect((await readFile(file)).equals(bytes)).toBe(true);
  });

  test('says what is missing, and makes nothing', async () => {
    const { code, said } = await run({ ...enough, PRIVACY_URL: '' }, 'new');
    expect(code).toBe(1);
    expect(said).toBe(
      'There is no app package yet:\n  - PRIVACY_URL is missing\n  - the version new must look like 1.2.0\n',
    );
    await expect(readFile(join(folder, 'manifest/out/sync-desk-new.zip'))).rejects.toThrow('ENOENT');
  });
});
