import type { Action } from '../actions/define.ts';
import { actions } from '../actions/index.ts';
import type { Outcome } from '../runs/outcome.ts';
import type { Run } from '../runs/run.ts';
import { runsToRead } from '../views/answers.ts';
import { healthCard } from '../views/health.ts';
import type { ActionHealth } from '../views/health-found.ts';
import { inPersonalChat } from './account.ts';
import type { Answer, Command, Turn } from './define.ts';
import { reading } from './reading.ts';

export const health: Command = {
  name: 'health',
  phrases: {
    en: ['health', 'check my access', 'check access', 'health check', 'what works', 'what is missing'],
    ru: ['проверка', 'проверить доступ', 'проверка доступа', 'проверь доступ', 'что работает', 'чего не хватает'],
  },
  takes: 'nothing',
  about: 'command.health',
  async run(turn) {
    return turn.where.kind === 'personal' ? healthAnswer(turn) : inPersonalChat(turn, 'health.title');
  },
};

/** Everything is asked at once, and nothing is started to find out. */
async function healthAnswer(turn: Turn): Promise<Answer> {
  const { desk, from, screen } = turn;
  const [account, limits, runs, asked] = await Promise.all([
    desk.accounts.accountOf(from),
    desk.limitsOn(from.tenantId),
    desk.runs.recent(from.tenantId, runsToRead),
    Promise.all(actions.map((action) => askedAbout(turn, action))),
  ]);
  const own = runs.filter(({ asker }) => asker.id === from.id);
  const told = asked.map((one) => ({ ...one, lastStart: lastStartOf(own, one.action) }));
  return { card: healthCard({ account, limits, actions: told }, screen), place: 'below' };
}

async function askedAbout({ desk, from, screen }: Turn, action: Action): Promise<Omit<ActionHealth, 'lastStart'>> {
  const { read, write } = action.scopes;
  const [plan, starting] = await Promise.all([
    reading(() => action.plan(desk.graphFor(from, read), screen.now)),
    desk.lackFor(from, write),
  ]);
  return {
    action: action.name,
    scopes: action.scopes,
    reading: plan.kind === 'refused' ? plan.refusal : null,
    starting,
  };
}

/** The latest start that tells something about their rights. */
function lastStartOf(runs: readonly Run[], action: ActionHealth['action']): Outcome | null {
  const outcomes = runs
    .filter((run) => run.action === action)
    .flatMap(({ targets }) => targets.flatMap(({ outcome }) => (outcome && tellsRights(outcome) ? [outcome] : [])));
  return outcomes.sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

/** That something began is no proof that it was theirs; and conditional access is asked about anew. */
function tellsRights(outcome: Outcome): boolean {
  if (outcome.kind === 'accepted') return !outcome.inferred;
  const { refusal } = outcome;
  return refusal.kind === 'not-allowed' && refusal.missing.kind !== 'policy';
}
