/** What can be told of the image without building it; `npm run container` tries it. A failure names the file to edit. */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { commandIn, isSent, stepsOf } from '../container/dockerfile.ts';
import { root, shippedFiles, textOf } from './project-files.ts';

const steps = stepsOf(textOf('Dockerfile'));
const last = (kind: string) => steps.findLast((step) => step.kind === kind)?.rest ?? '';
const copied = steps.filter(({ kind }) => kind === 'COPY').flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
const isCopied = (file: string) => copied.some((source) => file === source || file.startsWith(`${source}/`));

test('the image gets every file that the bot runs, and no settings, data, tests or gallery', () => {
  const dockerignore = textOf('.dockerignore');
  const inImage = (file: string) => isCopied(file) && isSent(file, dockerignore);
  expect(copied.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  const pages = globSync('bot/**/*.{js,css,html,svg}', { cwd: root });
  const wanted = [...shippedFiles().filter((file) => !file.startsWith('manifest/')), ...pages, 'package-lock.json'];
  expect({ 'Dockerfile or .dockerignore leaves out': wanted.filter((file) => !inImage(file)) }).toEqual({
    'Dockerfile or .dockerignore leaves out': [],
  });
  const unwanted = ['.env', 'data/pglite', 'test/helpers/process.ts', 'cards/gallery/build.ts', 'bot/README.md'];
  expect(unwanted.filter(inImage)).toEqual([]);
});

test('it runs as a plain user, whose number shows that it is not root', () => {
  expect({ 'USER in Dockerfile': last('USER') }).toEqual({
    'USER in Dockerfile': expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/),
  });
});

test('the process itself gets the stop signal', () => {
  expect(commandIn(last('CMD'))).toEqual(['node', 'bot/main.ts']);
});

test('README names the volume and the port that the image has', () => {
  const readme = textOf('README.md');
  expect(readme).toContain(`:${last('VOLUME')} `);
  expect(readme).toContain(`-p ${last('EXPOSE')}:${last('EXPOSE')}`);
});
