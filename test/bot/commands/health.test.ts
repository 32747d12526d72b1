import { randomUUID } from 'node:crypto';
import type { Action, ActionName } from '../../../bot/actions/define.ts';
import { actions } from '../../../bot/actions/index.ts';
import type { SetChange } from '../../../bot/actions/payload-set.ts';
import type { Desk, Turn } from '../../../bot/commands/define.ts';
import { health } from '../../../bot/commands/health.ts';
import { type GraphDoor, openGraph } from '../../../bot/graph/client.ts';
import { ledgersInMemory, openPace } from '../../../bot/graph/pace.ts';
import type { Vocabulary } from '../../../bot/graph/payload-vocabulary.ts';
import type { Refusal, RefusalKind } from '../../../bot/graph/refusal.ts';
import { openSender, type SenderDoor, shortWaits } from '../../../bot/graph/send.ts';
import type { Limited } from '../../../bot/graph/standing.ts';
import { lackOf } from '../../../bot/graph/token-refusal.ts';
import { practiceTokens } from '../../../bot/identity/practice.ts';
import { rolePermissions } from '../../../bot/knowledge/roles.ts';
import type { Account, Log, Person, RunId, Scope, TokenAnswer } from '../../../bot/ports.ts';
import { type PracticeGraph, startPracticeGraph } from '../../../bot/practice/graph.ts';
import type { Outcome } from '../../../bot/runs/outcome.ts';
import type { RunOutline } from '../../../bot/runs/run.ts';
import { parsePress } from '../../../cards/press.ts';
import { openLexicon } from '../../../cards/words/index.ts';
import { holdToContract } from '../../helpers/contract/heard.ts';

/** What is asked, and what is made of the answers; how it stands on the card is in the gallery. */

const now = new Date('2026-02-17T11:43:20Z');
const earlier = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const words = openLexicon()('en', 'UTC');
const ana = { tenantId: 't', id: 'ana', name: 'Ana', teamsId: '29:ana' } as Person;
const jon = { ...ana, id: 'jon', name: 'Jon' } as Person;
const account: Account = { username: 'ana@contoso.com', scopes: [], since: now };
const [read, write] = ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementServiceConfig.ReadWrite.All'];
const [devices, configuration, apps, scripts] = ['ManagedDevices', 'Configuration', 'Apps', 'Scripts'].map(
  (of) => `DeviceManagement${of}.Read.All`,
) as [Scope, Scope, Scope, Scope];
const forPayloads = [devices, configuration, apps];

const refused = (kind: RefusalKind, status: number | null = null): Refusal => {
  const ids = { code: null, requestId: null, clientRequestId: null, activityId: null };
  return { changed: 'nothing', support: { at: now, status, ...ids }, ...kind };
};
const noRole = refused({ kind: 'not-allowed', missing: { kind: 'role' } }, 403);
const noSuchAction = refused({ kind: 'not-there', what: 'action' }, 400);
const needing = (need: Extract<TokenAnswer, { kind: 'signed-out' }>['need']): TokenAnswer => ({
  kind: 'signed-out',
  need,
});

type World = {
  account?: Account | null;
  /** What the sign-in answers where it has no token for these scopes; an error is a mistake of ours. */
  without?: (scopes: readonly Scope[]) => TokenAnswer | Error | null;
  /** How the tenant's Graph answers the first readings. */
  reads?: { times: number; status: number; flavour?: string; retryAfter?: string };
  connectors?: 'none' | 'three';
  limits?: Limited[];
  runs?: RunOutline[];
  vocabulary?: Vocabulary;
  kind?: Turn['where']['kind'];
};

const clock = { now: () => now };
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };
let graph: PracticeGraph;
let sender: SenderDoor;

beforeAll(async () => {
  graph = await startPracticeGraph({ clock });
  holdToContract(graph.url);
  sender = openSender(shortWaits);
});
beforeEach(() => graph.reset());
afterAll(async () => {
  await sender.close();
  await graph.close();
});

/** A tenant of which no limit is known yet. */
function freshDoor(): GraphDoor {
  const pace = openPace({ ledgers: ledgersInMemory(clock), newId: randomUUID });
  return openGraph({ url: graph.url, send: sender.send, pace, clock, log: quiet });
}

type Checked = { text: string; lines: string[]; presses: unknown[]; asked: string[][] };

/** The command, and the invented Graph behind the real client; around it a desk that knows no more than this. */
async function checked(world: World): Promise<Checked> {
  const asked: string[][] = [];
  const door = freshDoor();
  const { times = 0, status = 200, flavour = null, retryAfter = null } = world.reads ?? {};
  for (let left = times; left > 0; left--) graph.next({ on: 'read', status, flavour, retryAfter });
  graph.connectors(world.connectors ?? 'three');
  async function tokenFor(scopes: readonly Scope[]): Promise<TokenAnswer> {
    const lack = world.without?.(scopes) ?? null;
    if (lack instanceof Error) throw lack;
    return lack ?? practiceTokens.graphToken(ana, scopes);
  }
  const desk = {
    accounts: { accountOf: async () => (world.account === undefined ? account : world.account) },
    runs: { recent: async () => world.runs ?? [] },
    vocabularies: { of: async () => world.vocabulary ?? 'syncPayloads' },
    graphFor(person: Person, scopes: readonly Scope[]) {
      asked.push([...scopes]);
      return door({ person, token: () => tokenFor(scopes) });
    },
    async lackFor(_person: Person, scopes: readonly Scope[]) {
      asked.push([...scopes]);
      return lackOf(await tokenFor(scopes), now);
    },
    limitsOn: async () => world.limits ?? [],
  } as unknown as Desk;
  const where = { kind: world.kind ?? 'personal' };
  const turn = { desk, from: ana, where, screen: { words, now, practice: false } } as unknown as Turn;
  const { card, signIn } = await health.run(turn, '');
  expect(signIn).toBeUndefined();
  const presses = (card['actions'] as { data: object }[]).map(({ data }) => {
    const parsed = parsePress(JSON.parse(JSON.stringify(data)));
    return parsed.kind === 'press' ? parsed.press : parsed.kind;
  });
  return { text: card.fallbackText, lines: card.fallbackText.split('\n'), presses, asked };
}

/** Consent to these only. */
const granted =
  (...scopes: readonly Scope[]) =>
  (wished: readonly Scope[]) =>
    wished.every((scope) => scopes.includes(scope)) ? null : needing('consent');

type Started = { action?: ActionName; asker?: Person; outcomes: readonly (Outcome | null)[]; vocabulary?: Vocabulary };
let number = 0;

function run({ action = 'autopilot-sync', asker = ana, outcomes, vocabulary = 'syncPayloads' }: Started): RunOutline {
  const wish: SetChange = { route: { via: 'managed' }, vocabulary, keep: [], adds: [], restores: [], since: null };
  number += 1;
  const samples = outcomes.map((outcome) => ({ outcome, target: { wish } }));
  return { id: `run ${number}` as RunId, number, action, asker, samples } as unknown as RunOutline;
}

const accepted = (minutes: number, inferred = false): Outcome => ({
  ...{ kind: 'accepted', at: earlier(minutes), requestId: null, inferred },
});
const denied = (minutes: number, refusal = noRole): Outcome => ({ kind: 'refused', at: earlier(minutes), refusal });
const tooEarly = refused({ kind: 'too-early', retryAt: null }, 429);
const verdictOf = ({ lines }: { lines: string[] }) => lines[1];
const label = (action: ActionName) => words.say(`action.${action}`);
const stateOf = ({ lines }: Checked, action: ActionName) =>
  lines.find((line) => line.startsWith(`${label(action)} · `))?.replace(`${label(action)} · `, '');
/** How often it is said. */
const times = ({ text }: Checked, said: string) => text.split(said).length - 1;

const each = actions.map((action) => [action.name, action] as const);
/** All the others were started by her and taken, so that the verdict is about this one. */
const othersWork = ({ name }: Action) =>
  actions.flatMap(({ name: action }) => (action === name ? [] : [run({ action, outcomes: [accepted(200)] })]));

describe('what is asked', () => {
  test('of every action: the rights to read and the rights to start, each by itself; and nothing is written', async () => {
    const { asked } = await checked({});
    for (const { scopes } of actions) {
      expect(asked).toContainEqual([...scopes.read]);
      expect(asked).toContainEqual([...scopes.write]);
    }
    const methods = graph.visits().map(({ method }) => method);
    expect(methods.length).toBeGreaterThanOrEqual(actions.length);
    expect(new Set(methods)).toEqual(new Set(['GET']));
  });

  test('nothing at all where others read along', async () => {
    for (const kind of ['groupChat', 'channel'] as const) {
      const { text, asked } = await checked({ kind });
      expect(asked).toEqual([]);
      expect(graph.visits()).toEqual([]);
      expect(text).toContain(words.say('account.personal-only'));
      expect(text).not.toContain(account.username);
    }
  });
});

describe.each(each)('whether a role allows a start: %s', (name, action) => {
  const others = othersWork(action);
  const role = rolePermissions[name].start;
  const own = (...outcomes: (Outcome | null)[]) => run({ action: name, outcomes });

  test('is not known before the first one, and the permission is named', async () => {
    const found = await checked({ runs: others });
    expect(verdictOf(found)).toBe('Nothing is missing');
    expect(stateOf(found, name)).toBe('✓ nothing missing');
    expect(found.text).toContain(`“${role}”, only a start can show`);
  });

  test('is proved by a start of theirs that Intune took', async () => {
    const found = await checked({ runs: [own(accepted(90)), ...others] });
    expect(verdictOf(found)).toBe('Everything works for you here');
    expect(found.text).toContain('Intune accepted your last start, at 10:13 UTC.');
    expect(found.text).not.toContain(role);
  });

  test.each<[string, RunOutline]>([
    ['a start of somebody else', run({ action: name, asker: jon, outcomes: [accepted(5)] })],
    ['a sync that was only seen to have begun', own(accepted(5, true))],
    ['a run that has not asked Intune yet', own(null)],
    ['a start that came too early', own(denied(5, tooEarly))],
  ])('is not proved by %s', async (_, one) => {
    expect(verdictOf(await checked({ runs: [one, ...others] }))).toBe('Nothing is missing');
  });

  test('was denied by their last start, which says when, and has a text to send', async () => {
    const found = await checked({ runs: [own(denied(10)), own(accepted(90)), ...others] });
    expect(verdictOf(found)).toBe('1 thing is missing');
    expect(stateOf(found, name)).toBe('✗ missing');
    expect(found.text).toContain('That was your last start, at 11:33 UTC.');
    expect(found.text).toContain('Please give me this Intune role permission,');
    expect(found.lines).toContain(`${role} – ${label(name)}`);
  });

  test('a later start that was taken counts more than an earlier one that was not', async () => {
    const found = await checked({ runs: [own(denied(90)), own(accepted(10)), ...others] });
    expect(verdictOf(found)).toBe('Everything works for you here');
  });

  test('of several in one run, one that was taken is enough: the others were refused for what they are', async () => {
    const found = await checked({ runs: [own(accepted(11), denied(10)), ...others] });
    expect(verdictOf(found)).toBe('Everything works for you here');
  });
});

test('roles that are missing for several actions are asked for in one text', async () => {
  const found = await checked({ runs: actions.map(({ name }) => run({ action: name, outcomes: [denied(10)] })) });
  expect(verdictOf(found)).toBe('3 things are missing');
  expect(times(found, 'Please give me these Intune role permissions,')).toBe(1);
  for (const { name } of actions) expect(found.lines).toContain(`${rolePermissions[name].start} – ${label(name)}`);
});

describe('signing in', () => {
  test('nobody is: that comes first, the rest is not known, and one button leads on', async () => {
    const found = await checked({ account: null, without: () => needing('sign-in') });
    expect(verdictOf(found)).toBe('You are not signed in');
    expect(found.lines.filter((line) => line.endsWith('· ? not known'))).toHaveLength(actions.length);
    expect(times(found, words.say('health.unchecked'))).toBe(1);
    expect(found.presses[0]).toEqual({ press: 'sign-in' });
  });

  test('a sign-in that ended just now is one that is missing', async () => {
    const found = await checked({ without: () => needing('sign-in') });
    expect(verdictOf(found)).toBe('You are not signed in');
    // "Sign in" alone would say that they are; reading asks for what is really missing.
    expect(found.presses[0]).toEqual({ press: 'say', text: 'autopilot' });
  });

  test('a rule of conditional access: signing in again is not offered', async () => {
    const { text, presses } = await checked({ without: () => needing('policy') });
    expect(text).toContain('by changing the rule');
    expect(presses).not.toContainEqual(expect.objectContaining({ press: 'sign-in' }));
  });
});

describe('consent', () => {
  const letter = 'Please grant admin consent for';
  const lineFor = (found: Checked, scope: Scope) => found.lines.filter((line) => line.startsWith(`${scope} – `));

  test('for everything: one text names every permission once, with what it is for', async () => {
    const found = await checked({ without: granted() });
    expect(verdictOf(found)).toBe('3 things are missing');
    expect(times(found, letter)).toBe(1);
    for (const scope of [...forPayloads, scripts, read, write]) expect(lineFor(found, scope)).toHaveLength(1);
    expect(lineFor(found, devices)).toEqual([`${devices} – Find devices and see how they stand`]);
    expect(found.presses[0]).toEqual({ press: 'say', text: 'autopilot' });
  });

  test.each<[string, Scope[], Scope[]]>([
    ['one of the permissions for payloads', [devices, apps, scripts, read, write], [configuration]],
    ['what only searching by scripts needs too', [devices, configuration, read, write], [apps, scripts]],
    ['a start of the other two', [...forPayloads, scripts, read], [write]],
    ['the other two altogether', [...forPayloads, scripts], [read, write]],
  ])('is missing for %s: what there is consent to is not asked for', async (_, consent, missing) => {
    const found = await checked({ without: granted(...consent) });
    for (const scope of missing) expect(lineFor(found, scope)).toHaveLength(1);
    for (const scope of consent) expect(found.text).not.toContain(scope);
  });

  test('for what only searching by scripts needs is not missing by itself', async () => {
    const found = await checked({ without: granted(...forPayloads, read, write) });
    expect(verdictOf(found)).toBe('Nothing is missing');
    expect(found.text).not.toContain(letter);
  });

  test('for starting only: looking works, and the button asks for it without starting anything', async () => {
    const found = await checked({ without: granted(...forPayloads, read) });
    expect(verdictOf(found)).toBe('2 things are missing');
    expect(stateOf(found, 'autopilot-sync')).toBe('✗ missing');
    expect(found.lines).toContain('Looking works; starting does not.');
    expect(found.text).toContain(`${letter} this delegated Microsoft Graph permission to the app Sync Desk`);
    expect(found.presses[0]).toEqual({ press: 'sign-in', action: 'autopilot-sync' });
  });

  test('for payloads only: the button asks for it without choosing anything', async () => {
    const found = await checked({ without: granted(read, write) });
    expect(verdictOf(found)).toBe('1 thing is missing');
    expect(found.presses[0]).toEqual({ press: 'sign-in', action: 'sync-payloads' });
  });

  test('and a permission that Intune itself calls missing are asked for in the same text', async () => {
    const other = refused({ kind: 'not-allowed', missing: { kind: 'scope', scopes: [`X.Y`, `X.Z`] } }, 403);
    const start = run({ action: 'sync-payloads', outcomes: [denied(10, other)] });
    const found = await checked({ without: granted(...forPayloads, read), runs: [start] });
    expect(times(found, letter)).toBe(1);
    expect(lineFor(found, write)).toHaveLength(1);
    expect(found.lines).toContain('X.Y or X.Z – Payload sync');
  });

  test('that Intune calls missing for two actions is asked for once', async () => {
    const found = await checked({ reads: { times: actions.length, status: 403, flavour: 'scope' } });
    expect(verdictOf(found)).toBe('3 things are missing');
    expect(times(found, letter)).toBe(1);
    expect(lineFor(found, write)).toHaveLength(1);
    expect(lineFor(found, devices)).toHaveLength(1);
  });
});

describe('Exchange connectors', () => {
  const runs = actions.map(({ name }) => run({ action: name, outcomes: [accepted(90)] }));

  test('where there are none, nothing is missing', async () => {
    const found = await checked({ connectors: 'none', runs });
    expect(verdictOf(found)).toBe('Everything works for you here');
    expect(stateOf(found, 'exchange-sync')).toBe('– no connector');
    expect(found.text).toContain(words.say('exchange.none.more'));
  });

  test('where there are none, nobody is asked for what only they would need', async () => {
    const last = run({ action: 'exchange-sync', outcomes: [denied(10)] });
    const found = await checked({ connectors: 'none', runs: [last, ...othersWork(actionOf('exchange-sync'))] });
    expect(verdictOf(found)).toBe('Everything works for you here');
    expect(found.text).not.toContain(rolePermissions['exchange-sync'].start);
  });

  test('where they could not be looked at, nobody says that there are none', async () => {
    const found = await checked({ connectors: 'none', without: granted(...forPayloads) });
    expect(stateOf(found, 'exchange-sync')).toBe('✗ missing');
  });

  test('a device that is not found is no sign that there are none', async () => {
    const found = await checked({ runs });
    expect(found.text).not.toContain('no connector');
  });
});

const actionOf = (name: ActionName): Action => actions.find((action) => action.name === name) as Action;

describe('the name of the action on devices', () => {
  const others = othersWork(actionOf('sync-payloads'));
  const started = (outcome: Outcome, how: Partial<Started> = {}) =>
    run({ action: 'sync-payloads', outcomes: [outcome], ...how });

  test('is not known to the tenant’s Graph: whoever started it, everybody is told, and offered the successor', async () => {
    const last = started(denied(20, noSuchAction), { asker: jon });
    const found = await checked({ runs: [last, started(accepted(90)), ...others] });
    expect(verdictOf(found)).toBe('1 thing is missing');
    expect(stateOf(found, 'sync-payloads')).toBe('✗ missing');
    expect(found.text).toContain('your Intune does not know “syncPayloads”');
    expect(found.text).toContain('at 11:23 UTC');
    expect(found.presses[0]).toMatchObject({ press: 'again', run: last.number, only: 'failed' });
  });

  test('is known again once a later start was taken', async () => {
    const runs = [started(denied(20, noSuchAction)), started(accepted(10)), ...others];
    expect(verdictOf(await checked({ runs }))).toBe('Everything works for you here');
  });

  test('was changed for the tenant: what was refused under the old one no longer counts, and the new one is told', async () => {
    const runs = [started(denied(20, noSuchAction)), started(accepted(90)), ...others];
    const found = await checked({ runs, vocabulary: 'changeAssignments' });
    expect(verdictOf(found)).toBe('Everything works for you here');
    expect(found.text).toContain('Your Intune knows it as “changeAssignments”');
  });

  test('is not known by the new one either: there is no third to offer, and a text for whoever runs the bot', async () => {
    const last = started(denied(20, noSuchAction), { vocabulary: 'changeAssignments' });
    const found = await checked({ runs: [last, ...others], vocabulary: 'changeAssignments' });
    expect(verdictOf(found)).toBe('1 thing is missing');
    expect(found.text).toContain(words.say('health.to.bot'));
    expect(found.presses).not.toContainEqual(expect.objectContaining({ press: 'again' }));
  });

  test('says nothing where it was never started', async () => {
    const found = await checked({ runs: others });
    expect(found.text).not.toMatch(/syncPayloads|changeAssignments/);
  });
});

describe('limits of Microsoft', () => {
  test('that were met are told by what they are about, and until when', async () => {
    const found = await checked({ limits: [{ family: 'devices', waitMs: 120_000 }] });
    expect(verdictOf(found)).toBe('Limited for now');
    expect(found.lines).toContain('Requests about devices and scripts · … limited');
    expect(found.text).toContain('Microsoft asks to wait until 11:45 UTC.');
    expect(found.text).not.toContain('none noticed');
  });

  test('that the check itself met are not denied', async () => {
    const found = await checked({ reads: { times: actions.length, status: 429, retryAfter: '60' } });
    expect(verdictOf(found)).toBe('Limited for now');
    for (const { name } of actions) expect(stateOf(found, name)).toBe('… limited');
    expect(found.text).toContain('Microsoft asks to wait until 11:44 UTC.');
    expect(found.text).not.toContain('none noticed');
  });

  test('what is missing is told before them', async () => {
    const limits: Limited[] = [{ family: 'devices', waitMs: 0 }];
    const found = await checked({ reads: { times: 1, status: 403, flavour: 'role' }, limits });
    expect(verdictOf(found)).toBe('1 thing is missing');
  });
});

test('a mistake of ours is not told as something that they lack', async () => {
  await expect(checked({ without: () => new Error('A mistake of ours') })).rejects.toThrow('A mistake of ours');
});
