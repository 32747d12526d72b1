import { until } from '../helpers/chat.ts';
import { deskForEach } from './desk-for-each.ts';
import { dataOf } from './payload-forms.ts';

const minutes = (count: number) => count * 60_000;

describe('the Autopilot sync', () => {
  const desk = deskForEach();
  const posts = () => desk().posts();

  test('a free clock: accepted, then done with evidence, in one card edited in place', async () => {
    await desk().ana.says('sync autopilot');
    await desk().ana.sees(/Accepted|Working/);
    await desk().clock.goesOn(minutes(0.2));
    const board = await desk().ana.sees(/^Done$/m);
    expect(board.card.fallbackText).toMatch(/Evidence: the last sync moved from .+ to .+/);
    expect(desk().ana.messages()).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  test('“again failed” starts nothing where nothing went wrong, and signing out stops nothing where nobody can', async () => {
    await desk().ana.says('sync autopilot');
    await desk().ana.sees(/Accepted|Working/);
    const board = desk().ana.newest();
    await desk().ana.says('again failed');
    await desk().ana.sees(/Run 1 is still under way[\s\S]*\[Run 1\]/);
    await desk().ana.says('sign out');
    await desk().ana.sees(/nothing to sign out of here, so nothing was changed/);
    await desk().clock.goesOn(minutes(0.2));
    await desk().ana.seesOn(board, /^Done$/m);
    await desk().ana.says('again failed');
    await desk().ana.sees(/In run 1 nothing went wrong/);
    expect(posts()).toHaveLength(1);
  });

  test('whoever looks at a run that came too early after the window has opened is not offered to book the past', async () => {
    await desk().ana.says('practice next 429 120');
    await desk().ana.says('sync autopilot');
    await desk().ana.sees(/\[Sync at \d\d:\d\d for me\]/);
    await desk().clock.goesOn(minutes(5));
    await desk().ana.says('run 1');
    await desk().ana.sees(/It should be open since[\s\S]*\[Try again\]/);
    expect(desk().ana.newest().card.fallbackText).not.toContain('for me]');
    await desk().ana.presses('Try again');
    await desk().ana.sees(/Accepted|Working|Done/);
    expect(posts()).toHaveLength(2);
  });

  test.each([
    'sync autopilot now, please',
    'синхронизировать автопилот сейчас',
    'bitte autopilot synchronisieren jetzt',
  ])('“%s” is what it does in any case', async (text) => {
    await desk().ana.says(text);
    await desk().ana.sees(/Accepted|Working/);
    expect(posts()).toHaveLength(1);
  });

  test('a run is repeated by its number, one’s own only', async () => {
    await desk().ana.says('sync autopilot');
    await desk().ana.sees(/Accepted|Working/);
    await desk().clock.goesOn(minutes(0.2));
    await desk().ana.sees(/^Done$/m);
    await desk().ana.says('again run 2');
    await desk().ana.sees(/no run 2/i);
    await desk().jon.says('again run 1');
    await desk().jon.sees(/only repeat what you asked for yourself/);
    expect(posts()).toHaveLength(1);
    await desk().ana.says('again run 1');
    await desk().ana.sees(/Autopilot sync · run 2/);
  });

  test('a second asker joins the running sync', async () => {
    await desk().ana.says('sync autopilot');
    await desk().ana.sees(/Accepted|Working/);
    await desk().jon.says('autopilot sync');
    expect(desk().jon.newest().card.fallbackText).toMatch(/Runs in the name of Ana Ruiz/);
    await desk().ana.sees(/Also waiting: Jon Vik/);
    await desk().clock.goesOn(minutes(0.2));
    await desk().ana.sees(/^Done$/m);
    await desk().jon.sees(/^Done$/m);
    expect(posts()).toHaveLength(1);
  });

  test('a sync that fails on Microsoft’s side is told as failed, and can be started again', async () => {
    await desk().ana.says('practice next 204 failed');
    await desk().ana.says('sync autopilot');
    await desk().ana.sees(/Accepted|Working/);
    await desk().clock.goesOn(minutes(0.2));
    const board = await desk().ana.sees(/^Failed$/m);
    expect(board.card.fallbackText).toMatch(/failed on Microsoft’s side/);
    expect(board.card.fallbackText).toContain('[Try again]');
  });

  test('a sync that was accepted and never seen again is no sign of life, not done', async () => {
    await desk().ana.says('practice next 204 silent');
    await desk().ana.says('sync autopilot');
    await desk().ana.sees(/Accepted/);
    await desk().clock.goesOn(minutes(5));
    expect(desk().ana.newest().card.fallbackText).not.toMatch(/^Done$/m);
    await desk().clock.goesOn(minutes(6));
    await desk().ana.sees(/^No sign of life$/m);
    expect(posts()).toHaveLength(1);
  });

  test('times that a card names open no window: what is booked waits for the clock of the service', async () => {
    const { ana, graph, clock } = desk();
    graph.beginsElsewhere();
    await clock.goesOn(minutes(5));
    await ana.says('autopilot');
    const { data, message } = dataOf(ana, 'book');
    const title = message.card.actions?.find((one) => one.data?.['press'] === 'book')?.title ?? '';
    const [opens = '?'] = /\d\d:\d\d/.exec(title) ?? [];
    for (const opensAt of ['2020-01-01T00:00:00Z', '2099-12-31T00:00:00Z']) {
      const told = { nonce: opensAt, opensAt, notBefore: opensAt, window: { opensAt, basis: 'service' } };
      await ana.submits({ ...data, ...told }, { how: 'execute', replyToId: message.id });
      await ana.seesOn(message, /^Booked$/m);
      expect(message.card.fallbackText).toContain(opens);
    }
    expect(posts()).toEqual([]);
    await clock.goesOn(minutes(6));
    await ana.seesOn(message, /^(Accepted|Working|Done)$/m);
    expect(posts()).toHaveLength(1);
  });

  test('a booking gives way to other people’s syncs, but not for ever', async () => {
    await desk().ana.says('sync autopilot');
    await desk().ana.sees(/Accepted|Working/);
    await desk().clock.goesOn(minutes(1));
    await desk().ana.sees(/^Done$/m);
    await desk().ana.says('sync autopilot');
    await desk().ana.presses(/^Sync at .+ for me$/);
    const board = desk().ana.newest();
    await desk().ana.seesOn(board, /^Booked$/m);
    for (let windows = 0; windows < 20; windows++) {
      const seen = desk().graph.visits().length;
      desk().app.tenant?.clock.turn(minutes(9.9));
      desk().graph.beginsElsewhere();
      await desk().clock.goesOn(minutes(0.2));
      await until(
        () => desk().graph.visits().length > seen || /Did not start/.test(board.card.fallbackText),
        () => 'the booking never looked at the clock',
      );
    }
    await desk().ana.seesOn(board, /Other syncs kept the window closed/);
    expect(posts()).toHaveLength(1);
  });
});
