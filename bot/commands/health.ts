import type { Action } from '../actions/define.ts';
import { actions } from '../actions/index.ts';
import type { Scope } from '../ports.ts';
import { healthCard } from '../views/health.ts';
import { type ActionHealth, lacksConsent } from '../views/health-found.ts';
import { inPersonalChat } from './account.ts';
import type { Answer, Command, Turn } from './define.ts';
import { lastStartOf, namingOf } from './health-starts.ts';
import { reading } from './reading.ts';

export const health: Command = {
  name: 'health',
  phrases: {
    en: ['health', 'check my access', 'check access', 'health check', 'what works', 'what is missing'],
    ru: ['проверка', 'проверить доступ', 'проверка доступа', 'проверь доступ', 'что работает', 'чего не хватает'],
    de: [
      'prüfung',
      'meinen zugriff prüfen',
      'zugriff prüfen',
      'prüfe meinen zugriff',
      'zugriffsprüfung',
      'was funktioniert',
      'was fehlt',
    ],
  },
  takes: 'nothing',
  about: 'command.health',
  menu: 'personal',
  async run(turn) {
    return turn.where.kind === 'personal' ? healthAnswer(turn) : inPersonalChat(turn, 'health.title');
  },
};

/** As far back as a start still tells something: all of the tenant's actions share them. */
const runsToRead = 60;

/** Everything is asked at once, and nothing is started to find out. */
async function healthAnswer(turn: Turn): Promise<Answer> {
  const { desk, from, screen } = turn;
  const [account, limits, runs, vocabulary, asked] = await Promise.all([
    desk.accounts.accountOf(from),
    desk.limitsOn(from.tenantId),
    desk.runs.recent(from.tenantId, runsToRead),
    desk.vocabularies.of(from.tenantId),
    Promise.all(actions.map((action) => askedAbout(turn, action))),
  ]);
  const own = runs.filter(({ asker }) => asker.id === from.id);
  const told = asked.map((one) => ({
    ...one,
    lastStart: lastStartOf(own, one.action),
    naming: namingOf(runs, { action: one.action, vocabulary }),
  }));
  const consent = await consentMissing(turn, asked);
  return { card: healthCard({ account, limits, consent, actions: told }, screen), place: 'below' };
}

type Asked = Omit<ActionHealth, 'lastStart' | 'naming'>;

async function askedAbout({ desk, from, screen }: Turn, action: Action): Promise<Asked> {
  const { name, scopes } = action;
  const [read, starting] = await Promise.all([
    reading(() => action.probe(desk.graphFor(from, scopes.read), screen.now)),
    desk.lackFor(from, scopes.write),
  ]);
  const absent = name === 'exchange-sync' && read.kind === 'read' && isEmptyList(read.value);
  return { action: name, scopes, reading: read.kind === 'refused' ? read.refusal : null, absent, starting };
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** Entra says only that something of what was asked for has no consent; asked one by one, it says what. */
async function consentMissing({ desk, from }: Turn, asked: readonly Asked[]): Promise<Scope[]> {
  const wanted = asked
    .filter(({ absent }) => !absent)
    .flatMap(({ reading: read, starting, scopes }) => [
      ...(lacksConsent(read) ? scopes.read : []),
      ...(lacksConsent(starting) ? scopes.write : []),
      ...(lacksConsent(read) || lacksConsent(starting) ? (scopes.also ?? []) : []),
    ]);
  const scopes = [...new Set(wanted)];
  const lacks = await Promise.all(scopes.map((scope) => desk.lackFor(from, [scope])));
  const missing = scopes.filter((_, index) => lacks[index] !== null);
  return missing.length > 0 ? missing : scopes;
}
