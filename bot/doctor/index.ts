import { type ConfigResult, readConfig } from '../config.ts';
import { openSender, turnWaits } from '../graph/send.ts';
import { appIdUri } from './app-id-uri.ts';
import { byHand } from './by-hand.ts';
import { channelKeys } from './channel-keys.ts';
import { credential } from './credential.ts';
import { database } from './database.ts';
import { bad, type Check, type Finding, type Mark, ok, type Site } from './define.ts';
import { allowedTenants, entra } from './entra.ts';
import { examine } from './examine.ts';
import { graph } from './graph.ts';
import { botAnswers, publicAddress } from './public-url.ts';
import { redirectUri } from './redirect-uri.ts';
import { linesFor, summaryOf } from './report.ts';
import { secretKey } from './secret-key.ts';
import { siteFor } from './site.ts';

const checks: readonly Check[] = [
  secretKey,
  database,
  publicAddress,
  botAnswers,
  entra,
  credential,
  channelKeys,
  appIdUri,
  redirectUri,
  allowedTenants,
  graph,
  ...byHand,
];

export type DoctorParts = {
  env: Record<string, string | undefined>;
  say(line: string): void;
  now?: Date;
  /** For each check, in milliseconds. */
  withinMs?: number;
};

const settings = 'Settings';

/** Looks at the settings and at what they lead to, says what is wrong and how to mend it, and gives the exit code. */
export async function doctor({ env, say, now = new Date(), withinMs = 8_000 }: DoctorParts): Promise<0 | 1> {
  const read = readConfig(env, 'real');
  linesFor(settings, settingsFinding(read)).forEach(say);
  const door = openSender(turnWaits, read.kind === 'config' ? read.config.proxy : undefined);
  const site = read.kind === 'config' ? siteFor(read.config, door.send, now) : null;
  const marks = site ? await examineAll(site, { say, withinMs }) : skipAll(say);
  await door.close();
  const all: Mark[] = [site ? 'ok' : 'bad', ...marks];
  say(summaryOf(all));
  return all.includes('bad') ? 1 : 0;
}

async function examineAll(
  site: Site,
  { say, withinMs }: { say(line: string): void; withinMs: number },
): Promise<Mark[]> {
  const marks = new Map<string, Mark>();
  for (const check of checks) {
    const finding = obstacleFor(check, marks) ?? (await examine(check, site, withinMs));
    marks.set(check.name, finding.mark);
    linesFor(check.name, finding).forEach(say);
  }
  return [...marks.values()];
}

function skipAll(say: (line: string) => void): Mark[] {
  linesFor(checks.map(({ name }) => name).join(', '), after(settings)).forEach(say);
  return checks.map(() => 'skipped');
}

function settingsFinding(read: ConfigResult): Finding {
  return read.kind === 'config'
    ? ok('They are complete and well formed.')
    : bad('They are incomplete or malformed.', ...read.complaints, 'README, "Settings", says what each of them is.');
}

const after = (name: string): Finding => ({
  mark: 'skipped',
  found: `not checked; it could tell nothing before "${name}" is in order.`,
  todo: [],
});

function obstacleFor({ needs }: Check, marks: ReadonlyMap<string, Mark>): Finding | null {
  const missing = needs.find((name) => ['bad', 'skipped'].includes(marks.get(name) ?? 'skipped'));
  return missing === undefined ? null : after(missing);
}
