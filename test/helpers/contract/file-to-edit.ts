import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../../..');
const shown = (...path: string[]) => (existsSync(join(project, ...path)) ? join(...path) : null);

/** `windowsAutopilotSettings` → `windows-autopilot-settings`. */
const kebab = (name: string) => name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** The parts of a path that name something, the last first. */
const resourcesIn = (path: string): string[] =>
  path
    .split('/')
    .map((part) => kebab(part.replace('$', '')))
    .filter(Boolean)
    .reverse();

/** Where the bot asks for this: one file of `bot/graph` per resource. */
export function requestsFile(path: string): string {
  const named = resourcesIn(path).flatMap((resource) => shown('bot/graph', `${resource}.ts`) ?? []);
  return named[0] ?? 'bot/graph/<resource>.ts';
}

/** Where the invented Graph answers it. */
export function answersFile(path: string, status: number): string {
  if (status >= 400) return 'bot/practice/graph-errors.ts';
  const files = globSync('bot/practice/graph-*.ts', { cwd: project }).sort();
  const topicOf = (file: string) => /graph-(.+)\.ts$/.exec(file)?.[1] ?? '';
  const named = resourcesIn(path).flatMap((resource) => files.filter((file) => resource.includes(topicOf(file))));
  return named[0] ?? 'bot/practice/graph*.ts';
}
