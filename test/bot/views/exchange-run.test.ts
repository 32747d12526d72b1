import type { ExchangeBaseline, ExchangeWish } from '../../../bot/actions/exchange-sync.ts';
import type { Run, RunTarget } from '../../../bot/runs/run.ts';
import { exchangeRunCard } from '../../../bot/views/exchange-run.ts';
import { nobodyWaits } from '../../../bot/views/run-reader.ts';
import { openLexicon } from '../../../cards/words/index.ts';
import { hour, later, minute, noon, notAllowed, sighting, unreachable, waiting } from '../runs/samples.ts';
import { newTenant, personOf } from '../store/samples.ts';

const baseline: ExchangeBaseline = { lastSyncAt: later(-hour), status: 'connected' };
const wish: ExchangeWish = { sync: 'full' };
const until = later(30 * minute);

/** Accepted at noon, looked at for the last time when its wait was over, and nothing had moved. */
const silent = (change: Partial<RunTarget> = {}, before = baseline): RunTarget =>
  waiting({
    target: { kind: 'connector', id: 'c1', label: 'EX01', wish, baseline: before },
    ...{ state: 'ended', verdict: 'silent', startedAt: noon, lookUntil: until, dueAt: null },
    outcome: { kind: 'accepted', at: noon, requestId: null, inferred: false },
    sighting: sighting('waiting', until, 'connected'),
    ...change,
  });
const stopped = silent({ sighting: sighting('waiting', later(4 * minute), 'connected') });
const moved = { from: later(-hour), to: later(9 * minute) };
const done = silent({ verdict: 'done', sighting: { ...sighting('done', later(9 * minute), 'connected'), moved } });

describe.each(['en', 'ru'] as const)('the board of a sync that is over (%s)', (language) => {
  const words = openLexicon()(language, 'UTC');
  const screen = { words, now: later(hour), practice: false };
  const say = words.say.bind(words);

  function textOf(targets: readonly RunTarget[], change: Partial<Run> = {}): string {
    const tenantId = newTenant();
    const asker = personOf(tenantId, 'Ana Ruiz');
    const run = {
      ...{ id: 'run-1', tenantId, number: 21, action: 'exchange-sync', asker, askedAt: noon, endedAt: until, targets },
      ...{
        bookedFor: null,
        joinedElsewhere: false,
        cancelledBy: null,
        pausedUntil: null,
        resumedAt: null,
        trace: null,
      },
      ...change,
    };
    return exchangeRunCard(run as unknown as Run, { id: asker.id, waiting: nobodyWaits }, screen).fallbackText;
  }
  const byAna = { cancelledBy: 'Ana Ruiz', endedAt: later(5 * minute) };
  const causes = say('exchange.silent.causes');

  test('one that was looked at to the end has its likely causes, and says for how long', () => {
    expect(textOf([silent()])).toContain(causes);
    expect(textOf([silent()])).toContain(say('exchange.silent', { minutes: 30 }));
  });

  test('whoever stops looking is told no causes that nobody has seen', () => {
    expect(textOf([stopped], byAna)).toContain(say('status.unwatched'));
    expect(textOf([stopped], byAna)).not.toContain(causes);
  });

  test('stopped while one of several was done, the other is no longer watched, and not without a sign of life', () => {
    const text = textOf([done, stopped], byAna);
    expect(text).toContain(words.row([say('exchange.sync.full'), say('status.unwatched')]));
    expect(text).not.toContain(say('status.silent'));
    expect(text).not.toContain(causes);
  });

  test('one whose wait was over before somebody stopped keeps its causes', () => {
    expect(textOf([silent(), stopped], { cancelledBy: 'Ana Ruiz', endedAt: later(31 * minute) })).toContain(causes);
  });

  test('stopped while another one was just being started: no causes, and no time that nobody looked for', () => {
    const text = textOf([stopped]);
    expect(text).not.toContain(causes);
    expect(text).toContain(say('exchange.silent.unmeasured'));
  });

  test.each([notAllowed, unreachable])('where nobody could look any more, nothing is said of causes: %j', (blind) => {
    expect(textOf([silent({ blind })])).not.toContain(causes);
    expect(textOf([done, silent({ blind })])).not.toContain(causes);
  });

  test('one that is connected again has not been seen to sync: neither done, nor explained by a stopped service', () => {
    const text = textOf([silent({}, { ...baseline, status: 'connectionPending' })]);
    expect(text).toContain(say('exchange.reconnected'));
    expect(text).toContain(
      say('exchange.turned', { from: say('exchange.status.pending'), to: say('exchange.status.connected') }),
    );
    expect(text).not.toContain(say('exchange.done', { count: 1 }));
    expect(text).not.toContain(causes);
  });

  test('"has synced" stands beside a time that moved', () => {
    expect(textOf([done])).toContain(say('exchange.done', { count: 1 }));
    expect(textOf([done])).not.toContain(say('exchange.reconnected'));
  });
});
