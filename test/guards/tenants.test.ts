/** Every row belongs to a tenant, and every question about rows names it. A failure names the file to edit. */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { sql } from 'kysely';
import { openStore } from '../../bot/store/open.ts';
import { readyMemory } from '../helpers/ready.ts';
import { expectNone, root, textOf } from './project-files.ts';

/** Tables without a tenant, and why. */
const ofNoTenant: Readonly<Record<string, string>> = {
  tenant: 'its id is the tenant',
  keep: 'the mode of the database and the invented tenant’s world, of which there is one',
  graph_ledger: 'its key begins with the tenant, and nothing of anybody is in it but counts',
  kysely_migration: 'which migrations have run',
  kysely_migration_lock: 'that one is running',
};

test('every table has a tenant column that is never empty', async () => {
  const { db, close } = await openStore(await readyMemory());
  const { rows } = await sql<{ name: string; required: boolean }>`
    select t.table_name as name, coalesce(bool_or(c.is_nullable = 'NO') filter (where c.column_name = 'tenant_id'), false) as required
    from information_schema.tables t
    join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' group by 1`.execute(db);
  await close();
  const names = rows.map(({ name }) => name);
  const without = rows.filter(({ required }) => !required).map(({ name }) => name);
  expect(names).toContain('run');
  expectNone(
    'add `tenant_id text not null` in bot/store/migrations, or a reason to test/guards/tenants.test.ts',
    without.filter((name) => !(name in ofNoTenant)),
  );
  expectNone(
    'strike from test/guards/tenants.test.ts',
    Object.keys(ofNoTenant).filter((name) => !without.includes(name)),
  );
});

/** Files whose stories are of several tenants anyway, and why. */
const ofSeveralTenants: Readonly<Record<string, string>> = {
  'sign-in-at-rest': 'its people are of three tenants, and what is stored of each is looked for everywhere',
  'sign-in-killed': 'each of its stories has a tenant of its own in one database',
  'sign-in-sealed': 'rows of one tenant are put in another’s place, and open nothing there',
};
/** The last brings a desk with it. */
const livesBesideAnother = /besideAnotherTenant\(|anotherTenantIn\(|deskForEach\(|tellOfClocks\(/;

test('a second tenant lives beside the stories of every scenario', () => {
  const files = globSync('test/scenarios/*.test.ts', { cwd: root });
  const nameOf = (file: string) => basename(file, '.test.ts');
  const alone = files.filter((file) => !livesBesideAnother.test(textOf(file))).map(nameOf);
  expect(files.length).toBeGreaterThan(30);
  expectNone(
    'let one live beside it (test/helpers/other-tenant.ts), or say why not in test/guards/tenants.test.ts',
    alone.filter((name) => !(name in ofSeveralTenants)),
  );
  expectNone(
    'strike from test/guards/tenants.test.ts',
    Object.keys(ofSeveralTenants).filter((name) => !alone.includes(name)),
  );
});

/** Functions of bot/store that ask without naming a tenant, by the reason for it. */
const unnamed: Readonly<Record<string, readonly string[]>> = {
  'by an id that was drawn at random and came out of a row of the tenant, never from outside': [
    'followers.chatOfFollower',
    'followers.followersOf',
    'waiting.waitingFor',
    'late-answers.lateAnswersIn',
    'standing.saveShown',
    'followers.dropFollower',
    'followers.leaveRun',
    'notices.findNotice',
    'notices.postedNotices',
    'notices.takenIn',
    'recent-runs.samplesOf',
    'run-askers.saveAsk',
    'run-targets.saveTarget',
    'run-targets.saveTargets',
    'run-targets.findDue',
    'run-targets.endLeases',
    'runs.endRunIfOver',
    'runs.holdRun',
    'runs.pauseRun',
    'watch-pairs.locked',
    'select-runs.targetsOfRun',
    'sign-in-attempts.takeExchange',
    'sign-in-attempts.endAttempt',
    'sign-in-attempts.releaseExchange',
    'sign-in-attempts.resealAttempt',
    'sign-in-attempts.usePage',
    'sign-in-attempts.saveProvisional',
  ],
  'by a secret that was handed to one person; whose it is, is compared with who brings it (bot/identity)': [
    'sign-in-attempts.findAttempt',
    'sign-in-attempts.findAttemptByState',
  ],
  'by a person, who is of one tenant: the column stands in a condition that is built elsewhere': [
    'sign-ins.signInVersion',
    'sign-ins.readSignIn',
  ],
  'by the whole key of a row, which begins with the tenant (`rowOf` beside them, `on conflict` where it is written)': [
    'together.togetherIn',
    'run-serials.moveDueSerials',
    'run-serials.serialsOfRun',
    'run-serials.dropRunSerials',
  ],
  'for all tenants alike: wakes what is due, and tidies': [
    'notices.noticesOnTheirWay',
    'notices.dropNoticeLeases',
    'notices.forgetSettledNotices',
    'watches.forgetEndedWatches',
    'runs.stepsOnTheirWay',
    'runs.runsToTell',
    'runs.markResumed',
    'runs.dropLeases',
    'sign-in-attempts.dropAttempts',
    'late-answers.lateAnswersLeft',
    'late-answers.placesOfLateAnswers',
    'together.tidyOutboxChats',
    'schedules.schedulesOnTheirWay',
    'run-serials.serialsOnTheirWay',
    'watched.watchesDue',
    'tenants.tenantsKept',
  ],
  'of a table without a tenant column': [
    'keep.keepIn',
    'migrate.namesOfNewer',
    'ledgers.ledgersIn',
    'ledgers.readIn',
    'runs.insertRun',
    'tenant-settings.tenantSettingsOf',
    'tenants.openVocabularies',
  ],
  'a new row that is written with its tenant, or is there already under it': ['watched.beginWatched'],
  'a question in the making: whoever asks it names the tenant': ['select-runs.selectRuns', 'schedules.withPeople'],
};

const functionStart = /^(?=(?:export )?(?:async )?function \w|(?:export )?const \w+(?: =|:))/m;
const asks = /\.(?:selectFrom|updateTable|deleteFrom)\(|\bsql(?:<[^`]*>)?`[^`]*\b(?:from \w+ |update )/;
const namesTenant = /\.where\('(?:\w+\.)?tenant_id', '='|tenant_id = \$\{/;

const asked = globSync('bot/store/*.ts', { cwd: root }).flatMap((file) =>
  textOf(file)
    .split(functionStart)
    .filter((part) => asks.test(part))
    .map((part) => ({
      name: `${basename(file, '.ts')}.${/(?:function|const) (\w+)/.exec(part)?.[1] ?? '?'}`,
      named: namesTenant.test(part),
    })),
);

test('every question of bot/store names its tenant, or says why it need not', () => {
  const reasoned = Object.values(unnamed).flat();
  expect(asked.filter(({ named }) => named).length).toBeGreaterThan(15);
  expectNone(
    "add `.where('tenant_id', '=', tenantId)` in bot/store, or a reason to test/guards/tenants.test.ts, for",
    asked.filter(({ name, named }) => !named && !reasoned.includes(name)).map(({ name }) => name),
  );
  expectNone(
    'strike from test/guards/tenants.test.ts',
    reasoned.filter((one) => !asked.some(({ name, named }) => name === one && !named)),
  );
});
