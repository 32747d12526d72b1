import { actions } from '../../bot/actions/index.ts';
import { syncPayloads } from '../../bot/actions/sync-payloads.ts';
import { type Key, openLexicon, type Words } from '../../cards/words/index.ts';
import type { Person } from '../helpers/chat.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { localeOf, type StoryLanguage, type StoryWords } from '../helpers/languages.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import { line, openReaders, postsOf, type Reader, type Readers, readable, signInCards } from '../helpers/readers.ts';
import { plans, sends } from './payload-forms.ts';

/** "What works for me, here and now?" */

const [read, write] = ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementServiceConfig.ReadWrite.All'];
const says = { en: 'health', ru: 'проверка' };
const takesOff = {
  en: 'sync payloads remove "Home screen" on IPAD-0042',
  ru: 'полезные данные удали "Home screen" на IPAD-0042',
};
const all = actions.length;
const titles = ({ card }: { card: { actions?: { title: string }[] } }) =>
  (card.actions ?? []).map(({ title }) => title);
/** What a text to send names, in its order. */
const permissionsAskedFor = ({ card }: { card: { fallbackText: string } }) =>
  [...card.fallbackText.matchAll(/^(DeviceManagement\S+) [–—] /gm)].map(([, permission]) => permission);

describe('in practice', () => {
  type Chatter = { desk: Desk; ana: Person; words: StoryWords; sync: string };
  let chatters: Chatter[] = [];

  beforeAll(async () => {
    chatters = await Promise.all([
      chatter('en', 'Europe/Berlin', 'sync autopilot'),
      chatter('ru', 'Europe/Moscow', 'синхронизировать автопилот'),
    ]);
  });
  beforeEach(() => both(({ desk }) => desk.startsOver()));
  besideAnotherTenant(() => chatters.map(({ desk }) => desk));
  afterAll(() => both(({ desk }) => desk.close()));

  async function chatter(language: StoryLanguage, zone: string, sync: string): Promise<Chatter> {
    const desk = await openDesk();
    desk.ana.speaks(localeOf[language], zone);
    return { desk, ana: desk.ana, words: { ...openLexicon()(language, zone), language }, sync };
  }
  const both = (story: (one: Chatter) => Promise<unknown>) => Promise.all(chatters.map(story));

  const asks = async ({ ana, words }: Chatter) => {
    await ana.says(says[words.language]);
    return ana.newest();
  };
  const verdict = (words: Words, kind: string, count = 0) => line(words, `health.verdict.${kind}` as Key, { count });
  const startsPayloads = async ({ ana, words }: Chatter) => {
    await plans(ana, takesOff[words.language]);
    await sends(ana, 'run-plan');
  };

  test('nothing is missing; and after starts that Intune took, all of it works', async () => {
    await both(async (one) => {
      const { ana, words, desk, sync } = one;
      const first = await asks(one);
      expect(first.card.fallbackText).toMatch(verdict(words, 'untried'));
      expect(readable(first.card.fallbackText)).toMatchSnapshot(`${words.language}, untried`);
      expect(desk.posts()).toEqual([]);
      await ana.says(sync);
      await ana.sees(line(words, 'status.accepted'));
      await startsPayloads(one);
      await ana.sees(line(words, 'status.accepted'));
      desk.graph.connectors('none');
      const then = await asks(one);
      expect(then.card.fallbackText).toMatch(verdict(words, 'works'));
      expect(readable(then.card.fallbackText)).toMatchSnapshot(`${words.language}, all of it works`);
      expect(desk.posts()).toHaveLength(2);
    });
  });

  type Row = { verdict: string; count?: number; mends: Key; to: Key | null; names?: string };
  const missing = { verdict: 'missing', count: all };
  const rows: Record<string, Row> = {
    'read 403 scope': { ...missing, mends: 'health.mends.administrator', to: 'health.to.administrator', names: write },
    'read 403 role': {
      ...missing,
      mends: 'health.mends.roles',
      to: 'health.to.roles',
      names: 'Enrollment programs / Read device',
    },
    'read 401 role': { ...missing, mends: 'health.mends.roles', to: 'health.to.roles' },
    'read 400 action': { ...missing, mends: 'health.mends.bot', to: 'health.to.bot' },
    'read 400 intune': { ...missing, mends: 'health.mends.intune', to: 'health.to.administrator' },
    'read 401': { verdict: 'signed-out', mends: 'health.mends.you', to: null },
    'read 503': { verdict: 'unclear', count: all, mends: 'health.mends.wait', to: null },
    'read timeout': { verdict: 'unclear', count: all, mends: 'health.mends.wait', to: null },
  };

  test.each(Object.entries(rows))('%s: the verdict, who can mend it, and what to send them', async (planned, row) => {
    await both(async (one) => {
      const { ana, words, desk } = one;
      // Each action is read by itself.
      for (const _ of actions) await ana.says(`practice next ${planned}`);
      const { card } = await asks(one);
      const text = card.fallbackText;
      expect(text).toMatch(verdict(words, row.verdict, row.count));
      expect(text).toMatch(line(words, row.mends));
      if (row.to) expect(text).toMatch(line(words, row.to));
      else expect(text).not.toMatch(/^(Text for|Текст для) /m);
      if (row.names) expect(text).toContain(row.names);
      expect(text).toMatch(line(words, 'changed.only-read'));
      expect(desk.posts()).toEqual([]);
      expect(readable(text)).toMatchSnapshot(`${words.language}, ${planned}`);
      // What was rehearsed is over, and the button asks anew.
      await ana.presses(words.say('button.try-again'), { message: ana.newest() });
      expect(ana.newest().card.fallbackText).toMatch(verdict(words, 'untried'));
    });
  });

  test('a start that was refused for want of a role is remembered, with the text to send', async () => {
    await both(async (one) => {
      const { ana, words, sync } = one;
      await ana.says('practice next 403 role');
      await ana.says(sync);
      await ana.sees(line(words, 'status.refused'));
      const { card } = await asks(one);
      expect(card.fallbackText).toMatch(verdict(words, 'missing', 1));
      expect(card.fallbackText).toContain('Enrollment programs / Sync device');
      expect(card.fallbackText).toMatch(line(words, 'health.to.roles'));
    });
  });

  test('a tenant that does not know the action’s first name: that is told, and leads to the successor', async () => {
    await both(async (one) => {
      const { ana, words, desk } = one;
      desk.graph.successor(true);
      await startsPayloads(one);
      await ana.sees(line(words, 'refusal.renamed-action', { status: 400 }));
      const told = await asks(one);
      expect(told.card.fallbackText).toMatch(verdict(words, 'missing', 1));
      expect(readable(told.card.fallbackText)).toMatchSnapshot(`${words.language}, renamed`);
      expect(titles(told)[0]).toBe(words.say('button.successor'));
      await ana.presses(words.say('button.successor'), { message: told });
      await sends(ana, 'use-successor');
      const then = await asks(one);
      expect(then.card.fallbackText).toMatch(verdict(words, 'untried'));
      expect(then.card.fallbackText).toMatch(line(words, 'health.successor'));
    });
  });

  test('is a button of the first greeting', async () => {
    await both(async ({ ana, words }) => {
      await ana.arrives();
      await ana.presses(words.say('button.health'));
      expect(ana.newest().card.fallbackText).toMatch(verdict(words, 'untried'));
    });
  });

  test('where others read along, it says where to ask instead', async () => {
    await both(async ({ desk, words }) => {
      for (const kind of ['groupChat', 'channel'] as const) {
        const ana = desk.person('Ana Ruiz', { conversationId: `19:${kind}@thread.v2`, kind });
        ana.speaks(words.language === 'ru' ? 'ru-RU' : 'en-US');
        await ana.says(says[words.language]);
        expect(ana.newest().card.fallbackText).toMatch(line(words, 'account.personal-only'));
        expect(desk.graph.visits()).toEqual([]);
      }
    });
  });
});

/** What the service asked for outlives the rehearsal, so nobody else works in this tenant. */
describe('in practice, where Microsoft limits every reading', () => {
  test.each([
    ['en-US', 'Europe/Berlin'],
    ['ru-RU', 'Europe/Moscow'],
  ])('it says until when, and that nothing is missing (%s)', async (locale, zone) => {
    const desk = await openDesk();
    try {
      const language = locale === 'ru-RU' ? 'ru' : 'en';
      const words = openLexicon()(language, zone);
      desk.ana.speaks(locale, zone);
      for (const _ of actions) await desk.ana.says('practice next read 429 60');
      await desk.ana.says(says[language]);
      const text = desk.ana.newest().card.fallbackText;
      expect(text).toMatch(line(words, 'health.verdict.limited'));
      expect(text).not.toMatch(/^(Text for|Текст для) /m);
      expect(text).toMatch(line(words, 'changed.only-read'));
      expect(desk.posts()).toEqual([]);
      expect(readable(text)).toMatchSnapshot(`${words.language}, limited`);
    } finally {
      await desk.close();
    }
  });
});

describe('on a real tenant', () => {
  let readers: Readers;
  beforeAll(async () => {
    readers = await openReaders();
  });
  beforeEach(() => readers.startsOver());
  besideAnotherTenant(() => [readers.desk]);
  afterAll(() => readers.close());

  const asks = async ({ mia, words }: Reader) => {
    await mia.says(says[words.language]);
    return mia.sees(line(words, 'health.title'));
  };
  const signsIn = async ({ mia, says: phrases, words }: Reader) => {
    await mia.says(phrases.clock);
    expect((await mia.signsIn('silently')).status).toBe(200);
    await mia.sees(line(words, 'autopilot.title'));
  };

  test('signed out, it says so first, asks nobody to sign in by itself, and its button does', async () => {
    await readers.both(async (reader) => {
      const { mia, words } = reader;
      const out = await asks(reader);
      expect(out.card.fallbackText).toMatch(line(words, 'health.verdict.signed-out'));
      expect(readable(out.card.fallbackText)).toMatchSnapshot(`${words.language}, signed out`);
      expect(titles(out)[0]).toBe(words.say('button.sign-in'));
      expect(signInCards(mia)).toBe(0);
      await mia.pressesAndSignsIn(words.say('button.sign-in'), 'silently', { message: out });
      await mia.seesOn(out, line(words, 'account.signed-in'));
      const then = await asks(reader);
      expect(then.card.fallbackText).toMatch(line(words, 'health.verdict.untried'));
      expect(then.card.fallbackText).toContain(mia.account.username);
      expect(titles(then)).not.toContain(words.say('button.sign-in'));
      expect(readable(then.card.fallbackText)).toMatchSnapshot(`${words.language}, nothing is missing`);
      expect(postsOf(readers.desk, mia)).toEqual([]);
    });
  });

  test('consent to start is missing: a text for the administrator, and a button that asks for it and starts nothing', async () => {
    await readers.both(async (reader) => {
      const { mia, words } = reader;
      const { entra } = readers.desk;
      await signsIn(reader);
      for (const who of [mia.account, mia.account.tenantId]) entra.grants(who, [...syncPayloads.scopes.read, read]);
      const lacking = await asks(reader);
      expect(lacking.card.fallbackText).toMatch(line(words, 'health.verdict.missing', { count: 2 }));
      expect(lacking.card.fallbackText).toMatch(line(words, 'health.letter.permissions', { count: 1 }));
      expect(permissionsAskedFor(lacking)).toEqual([write]);
      expect(readable(lacking.card.fallbackText)).toMatchSnapshot(`${words.language}, consent to start is missing`);
      // Mia may consent, and does so on the page.
      const { asked } = await mia.pressesAndSignsIn(words.say('button.sign-in'), 'on the page', { message: lacking });
      expect(asked.text).toBe(words.say('sign-in.card.text.consent'));
      await mia.seesOn(lacking, line(words, 'account.signed-in'));
      const then = await asks(reader);
      expect(then.card.fallbackText).toMatch(line(words, 'health.verdict.untried'));
      expect(postsOf(readers.desk, mia)).toEqual([]);
    });
  });

  test('the first day: consent is missing for Autopilot only, and there is no connector', async () => {
    readers.desk.graph.tenant.connectors('none');
    await readers.both(async (reader) => {
      const { mia, words } = reader;
      const { entra } = readers.desk;
      await signsIn(reader);
      for (const who of [mia.account, mia.account.tenantId]) entra.grants(who, [...syncPayloads.scopes.read, read]);
      const first = await asks(reader);
      expect(first.card.fallbackText).toMatch(line(words, 'health.verdict.missing', { count: 1 }));
      expect(permissionsAskedFor(first)).toEqual([write]);
      expect(readable(first.card.fallbackText)).toMatchSnapshot(`${words.language}, the first day`);
      expect(postsOf(readers.desk, mia)).toEqual([]);
    });
  });

  test('proof is wanted: the sign-in is what is missing, and the rest waits for it', async () => {
    await readers.both(async (reader) => {
      const { mia, words } = reader;
      await signsIn(reader);
      readers.desk.graph.challenges(mia.account, { access_token: { acrs: { essential: true, value: 'c1' } } });
      readers.desk.entra.demands(mia.account, {
        claims: { access_token: { acrs: { essential: true, value: 'c1' } } },
        pageOnly: true,
      });
      const { card } = await asks(reader);
      expect(card.fallbackText).toMatch(line(words, 'health.verdict.missing', { count: 1 }));
      expect(card.fallbackText).toMatch(line(words, 'refusal.needs-proof'));
      await mia.pressesAndSignsIn(words.say('button.sign-in'), 'on the page');
      await mia.sees(line(words, 'autopilot.title'));
      const then = await asks(reader);
      expect(then.card.fallbackText).toMatch(line(words, 'health.verdict.untried'));
    });
  });

  test('a revoked sign-in and a rule of conditional access are told apart', async () => {
    await readers.both(async (reader) => {
      const { mia, words } = reader;
      await signsIn(reader);
      readers.desk.entra.blocks(mia.account);
      const blocked = await asks(reader);
      expect(readable(blocked.card.fallbackText)).toMatchSnapshot(`${words.language}, blocked`);
      readers.desk.entra.startsOver();
      readers.desk.entra.revokes(mia.account);
      const revoked = await asks(reader);
      expect(revoked.card.fallbackText).toMatch(line(words, 'health.verdict.signed-out'));
    });
  });

  test('Entra does not answer: nobody is told that something of theirs is missing', async () => {
    await readers.both(async (reader) => {
      const { mia, words } = reader;
      await signsIn(reader);
      readers.desk.entra.fails({ person: mia.account, grant: 'refresh_token', status: 503, body: '' }, 10);
      const { card } = await asks(reader);
      expect(card.fallbackText).toMatch(line(words, 'health.verdict.unclear', { count: all }));
      expect(card.fallbackText).not.toMatch(line(words, 'health.mends.administrator'));
    });
  });
});
