import { actions } from '../../../bot/actions/index.ts';
import type { Desk, Turn } from '../../../bot/commands/define.ts';
import { health } from '../../../bot/commands/health.ts';
import type { Graph } from '../../../bot/graph/client.ts';
import { Refused } from '../../../bot/graph/errors.ts';
import type { Refusal, RefusalKind } from '../../../bot/graph/refusal.ts';
import type { Limited } from '../../../bot/graph/standing.ts';
import type { Account, Person } from '../../../bot/ports.ts';
import type { Outcome } from '../../../bot/runs/outcome.ts';
import type { Run } from '../../../bot/runs/run.ts';
import { parsePress } from '../../../cards/press.ts';
import { openLexicon } from '../../../cards/words/index.ts';

/** What is asked, and what is made of the answers; how it stands on the card is in the gallery. */

const now = new Date('2026-02-17T11:43:20Z');
const earlier = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const words = openLexicon()('en', 'UTC');
const ana = { tenantId: 't', id: 'ana', name: 'Ana', teamsId: '29:ana' } as Person;
const jon = { ...ana, id: 'jon', name: 'Jon' } as Person;
const account: Account = { username: 'ana@contoso.com', scopes: [], since: now };
const [read, write] = ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementServiceConfig.ReadWrite.All'];

const refused = (kind: RefusalKind, status: number | null = null): Refusal => {
  const ids = { code: null, requestId: null, clientRequestId: null, activityId: null };
  return { changed: 'nothing', support: { at: now, status, ...ids }, ...kind };
};
const signedOut = refused({ kind: 'signed-out', need: 'sign-in' });
const noConsent = refused({ kind: 'signed-out', need: 'consent' });
const noRole = refused({ kind: 'not-allowed', missing: { kind: 'role' } }, 403);

type World = {
  account?: Account | null;
  reading?: Refusal | Error;
  starting?: Refusal;
  limits?: Limited[];
  runs?: Run[];
  kind?: Turn['where']['kind'];
};
type Asked = { scopes: readonly string[][]; wrote: boolean };

/** A desk whose outside answers so. */
async function checked(world: World): Promise<{ text: string; lines: string[]; presses: unknown[]; asked: Asked }> {
  const asked: { scopes: string[][]; wrote: boolean } = { scopes: [], wrote: false };
  const settings = { status: 'completed', lastSyncAt: earlier(60), lastManualSyncAt: null };
  const wrote = async () => {
    asked.wrote = true;
    throw new Error('A check must not write');
  };
  const graph = {
    async get() {
      if (world.reading) throw world.reading instanceof Error ? world.reading : new Refused(world.reading);
      return settings;
    },
    post: wrote,
    bulk: wrote,
  } as unknown as Graph;
  const desk = {
    accounts: { accountOf: async () => (world.account === undefined ? account : world.account), signOut: wrote },
    runs: { recent: async () => world.runs ?? [] },
    graphFor: (_person: Person, scopes: string[]) => {
      asked.scopes.push(scopes);
      return graph;
    },
    lackFor: async (_person: Person, scopes: string[]) => {
      asked.scopes.push(scopes);
      return world.starting ?? null;
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

function run(asker: Person, outcome: Outcome | null): Run {
  return { action: 'autopilot-sync', asker, targets: [{ outcome }] } as unknown as Run;
}
const accepted = (at: Date, inferred = false): Outcome => ({ kind: 'accepted', at, requestId: null, inferred });
const verdictOf = ({ lines }: { lines: string[] }) => lines[1];

describe('what is asked', () => {
  test('of every action: the rights to read and the rights to start, each by itself; and nothing is written', async () => {
    const { asked } = await checked({});
    expect(asked.wrote).toBe(false);
    for (const { scopes } of actions) {
      expect(asked.scopes).toContainEqual([...scopes.read]);
      expect(asked.scopes).toContainEqual([...scopes.write]);
    }
  });

  test('nothing at all where others read along', async () => {
    for (const kind of ['groupChat', 'channel'] as const) {
      const { text, asked } = await checked({ kind });
      expect(asked.scopes).toEqual([]);
      expect(text).toContain(words.say('account.personal-only'));
      expect(text).not.toContain(account.username);
    }
  });
});

describe('whether a role allows a start', () => {
  test('is not known before the first one, and the permission is named', async () => {
    const found = await checked({});
    expect(verdictOf(found)).toBe('Nothing is missing');
    expect(found.lines).toContain('Autopilot sync: starting · not known');
    expect(found.text).toContain('“Enrollment programs / Sync device”, only a start can show');
  });

  test('is proved by a start of theirs that Intune took', async () => {
    const found = await checked({ runs: [run(ana, accepted(earlier(90)))] });
    expect(verdictOf(found)).toBe('All of it works for you here');
    expect(found.text).toContain('Intune accepted your last start, at 10:13 UTC.');
  });

  test.each<[string, Run]>([
    ['a start of somebody else', run(jon, accepted(earlier(5)))],
    ['a sync that was only seen to have begun', run(ana, accepted(earlier(5), true))],
    ['a run that has not asked Intune yet', run(ana, null)],
    [
      'a start that came too early',
      run(ana, { kind: 'refused', at: earlier(5), refusal: refused({ kind: 'too-early', retryAt: null }, 429) }),
    ],
  ])('is not proved by %s', async (_, one) => {
    expect(verdictOf(await checked({ runs: [one] }))).toBe('Nothing is missing');
  });

  test('was denied by their last start, which says when, and has a text to send', async () => {
    const denied = run(ana, { kind: 'refused', at: earlier(10), refusal: noRole });
    const found = await checked({ runs: [denied, run(ana, accepted(earlier(90)))] });
    expect(verdictOf(found)).toBe('1 thing is missing');
    expect(found.text).toContain('That was your last start, at 11:33 UTC.');
    expect(found.text).toContain('Please give me the Intune role permission “Enrollment programs / Sync device”');
  });

  test('a later start that was taken counts more than an earlier one that was not', async () => {
    const denied = run(ana, { kind: 'refused', at: earlier(90), refusal: noRole });
    expect(verdictOf(await checked({ runs: [denied, run(ana, accepted(earlier(10)))] }))).toBe(
      'All of it works for you here',
    );
  });
});

describe('signing in', () => {
  test('nobody is: that comes first, the rest is not known, and one button leads on', async () => {
    const found = await checked({ account: null, reading: signedOut, starting: signedOut });
    expect(verdictOf(found)).toBe('You are not signed in');
    expect(found.lines.filter((line) => line.endsWith('· not known'))).toHaveLength(2);
    expect(found.presses[0]).toEqual({ press: 'sign-in' });
  });

  test('a sign-in that ended just now is one that is missing', async () => {
    const found = await checked({ reading: signedOut, starting: signedOut });
    expect(verdictOf(found)).toBe('You are not signed in');
    // "Sign in" alone would say that they are; reading asks for what is really missing.
    expect(found.presses[0]).toEqual({ press: 'say', text: 'autopilot' });
  });

  test('consent for everything: one text names both permissions, once', async () => {
    const { text, presses, lines } = await checked({ reading: noConsent, starting: noConsent });
    expect(lines[1]).toBe('2 things are missing');
    expect(text.split(`permissions ${read} and ${write} to the app Sync Desk`)).toHaveLength(2);
    expect(presses[0]).toEqual({ press: 'say', text: 'autopilot' });
  });

  test('consent for starting only: looking works, and the button asks for it without starting anything', async () => {
    const { text, presses, lines } = await checked({ starting: noConsent });
    expect(lines).toEqual(expect.arrayContaining(['Autopilot sync: looking · works', '1 thing is missing']));
    expect(text).toContain(`permission ${write} to the app Sync Desk`);
    expect(presses[0]).toEqual({ press: 'sign-in', action: 'autopilot-sync' });
  });

  test('a rule of conditional access: signing in again is not offered', async () => {
    const policy = refused({ kind: 'not-allowed', missing: { kind: 'policy' } });
    const { text, presses } = await checked({ reading: policy, starting: policy });
    expect(text).toContain('by changing the rule');
    expect(presses).not.toContainEqual(expect.objectContaining({ press: 'sign-in' }));
  });
});

describe('limits of Microsoft', () => {
  test('that were met are told by what they are about, and until when', async () => {
    const found = await checked({ limits: [{ family: 'devices', waitMs: 120_000 }] });
    expect(verdictOf(found)).toBe('Limited for now');
    expect(found.lines).toContain('Requests about devices and scripts · limited');
    expect(found.text).toContain('Microsoft asks to wait until 11:45 UTC.');
    expect(found.text).not.toContain('none noticed');
  });

  test('that the check itself met are not denied', async () => {
    const throttled = refused({ kind: 'throttled', retryAt: new Date(now.getTime() + 60_000) }, 429);
    const found = await checked({ reading: throttled });
    expect(verdictOf(found)).toBe('Limited for now');
    expect(found.lines).toContain('Autopilot sync: looking · limited');
    expect(found.text).not.toContain('none noticed');
  });

  test('what is missing is told before them', async () => {
    const limits: Limited[] = [{ family: 'devices', waitMs: 0 }];
    expect(verdictOf(await checked({ reading: noRole, limits }))).toBe('1 thing is missing');
  });
});

test('a mistake of ours is not told as something that they lack', async () => {
  await expect(checked({ reading: new Error('A mistake of ours') })).rejects.toThrow('A mistake of ours');
});
