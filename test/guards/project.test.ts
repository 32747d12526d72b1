/** Rules about files that no linter knows. A failure names the file to edit. */
import { globSync } from 'node:fs';
import { jsonOf, root, shippedFiles, textOf } from './project-files.ts';

type Package = {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
type Locked = { resolved?: string; optionalDependencies?: Record<string, string>; hasInstallScript?: boolean };

const manifest = jsonOf<Package>('package.json');
const locked = jsonOf<{ packages: Record<string, Locked> }>('package-lock.json').packages;
const direct = { ...manifest.dependencies, ...manifest.devDependencies };

const settings = [
  'PORT',
  'HOST',
  'MicrosoftAppId',
  'MicrosoftAppType',
  'MicrosoftAppTenantId',
  'MicrosoftAppPassword',
  'MicrosoftAppCertificateFile',
  'AZURE_FEDERATED_TOKEN_FILE',
  'SIGN_IN_APP_ID',
  'ADMINS',
  'ALLOWED_TENANTS',
  'PUBLIC_URL',
  'CLOUD',
  'GRAPH_URL',
  'ENTRA_URL',
  'BOT_OPENID_URL',
  'BOT_TOKEN_URL',
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NO_PROXY',
  'DATABASE_URL',
  'DATA_DIR',
  'SECRET_KEY',
  'DEVELOPER_NAME',
  'WEBSITE_URL',
  'PRIVACY_URL',
  'TERMS_URL',
  'METRICS_TOKEN',
  'LOG_LEVEL',
  'LOG_FORMAT',
];

describe('shipped code', () => {
  test('silences no tool without a reason', () => {
    // A reason is a sentence behind the comment: `// biome-ignore lint/…: why`, `// @ts-expect-error why it is right`.
    const reasoned = /@ts-expect-error\s+\S+\s+\S+|biome-ignore(-all|-start)?\s+[\w/]+:\s*\S+\s+\S+|biome-ignore-end/;
    const silences = /@ts-(ignore|nocheck|expect-error)|biome-ignore/;
    const found = shippedFiles().flatMap((file) =>
      textOf(file)
        .split('\n')
        .flatMap((line, index) => (silences.test(line) && !reasoned.test(line) ? [`${file}:${index + 1}`] : [])),
    );
    expect({ 'give the reason, or do without, in': found }).toEqual({ 'give the reason, or do without, in': [] });
  });

  test('has no drawer for everything', () => {
    const drawers = shippedFiles().filter((file) =>
      /(^|[/-])(utils?|helpers?|common|managers?|services?|misc)([/.-])/.test(file),
    );
    expect({ 'name it after what it does': drawers }).toEqual({ 'name it after what it does': [] });
  });
});

describe('dependencies', () => {
  test('are pinned in package.json', () => {
    const loose = Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect({ 'pin in package.json': loose }).toEqual({ 'pin in package.json': [] });
  });

  test('each have a line under "Dependencies" in bot/DECISIONS.md', () => {
    const section = /^#+ Dependencies$([\s\S]*?)(?=^#+ |$(?![\s\S]))/m.exec(textOf('bot/DECISIONS.md'))?.[1] ?? '';
    const missing = Object.keys(direct).filter((name) => !section.includes(`- \`${name}\``));
    expect({ 'add a bullet to bot/DECISIONS.md for': missing }).toEqual({ 'add a bullet to bot/DECISIONS.md for': [] });
  });

  test('come from the registry of whoever installs them', () => {
    const addressed = Object.entries(locked).filter(([, { resolved }]) => resolved !== undefined);
    expect({ 'remove "resolved" from package-lock.json for': addressed.map(([path]) => path) }).toEqual({
      'remove "resolved" from package-lock.json for': [],
    });
  });

  test('are locked for every platform', () => {
    // npm leaves out the platform packages it cannot fetch, and `npm ci` of npm 11 then refuses the whole file.
    const missing = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(name, path)),
    );
    expect({ 'add to package-lock.json': missing }).toEqual({ 'add to package-lock.json': [] });
  });

  test('with install scripts are each allowed or denied in package.json', () => {
    const undecided = Object.entries(locked)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
      .filter((name) => manifest.allowScripts[name] === undefined);
    expect({ 'add to allowScripts in package.json': undecided }).toEqual({ 'add to allowScripts in package.json': [] });
  });
});

function isLocked(name: string, from: string): boolean {
  if (locked[`${from === '' ? '' : `${from}/`}node_modules/${name}`]) return true;
  if (from === '') return false;
  const above = from.lastIndexOf('/node_modules/');
  return isLocked(name, above === -1 ? '' : from.slice(0, above));
}

test('.env.example lists exactly the settings of the architecture', () => {
  const named = [...textOf('.env.example').matchAll(/^# ?(\w+)=|^(\w+)=/gm)].map(([, off, on]) => off ?? on);
  expect({ '.env.example': named.sort() }).toEqual({ '.env.example': [...settings].sort() });
});

test('no file names a path of the machine it was written on', () => {
  const files = globSync(
    [
      '{bot,cards,manifest,test}/**/*.{ts,mjs,md,json,html,css,txt}',
      '*.{md,json,mjs}',
      '.*.mjs',
      '.env.example',
      '.ci/run',
      'Dockerfile',
    ],
    { cwd: root, exclude: ['**/node_modules/**'] },
  );
  const found = files.filter((file) => textOf(file).includes(root));
  expect({ 'remove the path from': found }).toEqual({ 'remove the path from': [] });
});
