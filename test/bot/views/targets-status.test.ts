import { superseded } from '../../../bot/actions/payload-set.ts';
import type { Run, RunTarget } from '../../../bot/runs/run.ts';
import { runListCard } from '../../../bot/views/answers.ts';
import { canBeRepeated, payloadButtonsFor } from '../../../bot/views/payload-run-buttons.ts';
import { runCard } from '../../../bot/views/run.ts';
import { runDetailsCard } from '../../../bot/views/run-details.ts';
import { nobodyWaits } from '../../../bot/views/run-reader.ts';
import { runRows } from '../../../bot/views/run-rows.ts';
import { targetsStatusFor } from '../../../bot/views/targets-status.ts';
import { openLexicon } from '../../../cards/words/index.ts';
import { later, minute, noon, notAllowed, sighting, signedOut, throttled, waiting } from '../runs/samples.ts';
import { newTenant, personOf } from '../store/samples.ts';

const words = openLexicon()('en', 'UTC');
const now = later(20 * minute);
const screen = { words, now, practice: false };

const item = { id: 'item-1', kind: 'deviceConfiguration', name: 'Mail profile' };
const seen = { ...item, intent: 'remove', status: 'inProgress', detail: null, errorCode: null, changedAt: null };
const wish = { route: { via: 'managed' }, vocabulary: 'syncPayloads', keep: [item], adds: [item], restores: [] };
const moved = { from: noon, to: later(3 * minute) };

const lookUntil = later(10 * minute);
const target = (change: Partial<RunTarget>): RunTarget =>
  waiting({
    ...{ state: 'ended', verdict: 'silent', startedAt: noon, lookUntil, sighting: sighting('waiting', lookUntil) },
    target: { kind: 'device', id: 'device-1', label: 'IPAD-07', wish, baseline: null },
    outcome: { kind: 'accepted', at: noon, requestId: 'request-1', inferred: false },
    ...change,
  });
const overtaken = { ...sighting('failed', later(minute)), mark: superseded, items: [seen] };

/** What is known of a device that was not seen to the end, and how it is called. */
const kinds = {
  silent: target({}),
  'never-ended': target({ sighting: { ...sighting('working', lookUntil), items: [seen], moved } }),
  'cannot-look': target({ blind: notAllowed }),
  unwatched: target({ lookUntil: later(60 * minute) }),
  superseded: target({ verdict: 'failed', sighting: overtaken }),
  returned: target({ sighting: { ...sighting('waiting', later(25 * 60 * minute)), mark: superseded } }),
};
type Kind = keyof typeof kinds;
const all = Object.keys(kinds) as Kind[];

function runOf(targets: readonly RunTarget[], change: Partial<Run> = {}): Run {
  const tenantId = newTenant();
  const head = { id: 'run-1', tenantId, number: 17, action: 'sync-payloads', asker: personOf(tenantId) };
  const times = { askedAt: noon, endedAt: lookUntil, pausedUntil: null, resumedAt: null, bookedFor: null };
  return { ...head, ...times, joinedElsewhere: false, cancelledBy: 'Jon Vik', trace: null, targets, ...change } as Run;
}

const boardOf = (run: Run) => runCard(run, { id: run.asker.id, waiting: nobodyWaits }, screen).fallbackText;
const detailsOf = (run: Run) => runDetailsCard(run, 1, screen).fallbackText;
const resultOf = (run: Run) => {
  const { header, rows } = runRows(run, [], screen);
  return rows.map((row) => row[header.indexOf(words.say('csv.verdict'))]);
};
const mostLikelyOff = [words.say('board.silent'), words.say('board.silent-on.more')];
const guessed = (text: string) => mostLikelyOff.filter((sentence) => text.includes(sentence));

test('devices of which each took a part are told so, and none of them is counted as done', () => {
  const removed = { ...seen, status: 'removed' };
  const failed = { ...seen, id: 'item-2', status: 'error', errorCode: '0x87D13B66' };
  const half = target({ verdict: 'failed', sighting: { ...sighting('failed', lookUntil), items: [removed, failed] } });
  const whole = target({ verdict: 'failed', sighting: { ...sighting('failed', lookUntil), items: [failed] } });
  expect(boardOf(runOf([half, half, whole]))).toContain('2 of 3 devices took a part of it, and none took all of it.');
  expect(boardOf(runOf([whole, whole]))).not.toContain('took a part');
});

test.each([
  ['silent', { kind: 'silent', why: 'never-began' }],
  ['never-ended', { kind: 'silent', why: 'never-ended' }],
  ['cannot-look', { kind: 'silent', why: 'cannot-look' }],
  ['unwatched', { kind: 'unwatched', by: 'Jon Vik' }],
  ['superseded', { kind: 'superseded' }],
  ['returned', { kind: 'returned' }],
] as const)('a device whose end was not seen says why, alone and among others alike: %s', (kind, status) => {
  expect(targetsStatusFor(runOf([kinds[kind]]))).toEqual(status);
  expect(targetsStatusFor(runOf([kinds[kind], kinds[kind]]))).toEqual(status);
});

test.each(all)('the details and the file name what keeps the end from being seen: %s', (kind) => {
  const run = runOf([kinds[kind]]);
  expect(detailsOf(run)).toContain(words.say(`status.${kind}`));
  expect(resultOf(run)).toEqual([words.say(`status.${kind}`)]);
});

test('a board for many counts all that were not seen to the end, and explains the three most frequent reasons', () => {
  const many = all.flatMap((kind, index) => Array(index + 1).fill(kinds[kind]));
  const text = boardOf(runOf(many));
  const explained = all.filter((kind, index) => text?.includes(words.say(`board.${kind}-on`, { count: index + 1 })));
  expect(explained).toEqual(['unwatched', 'superseded', 'returned']);
  for (const [index, kind] of all.entries())
    expect(text).toContain(words.say(`board.count.${kind}`, { count: index + 1 }));
  expect(text).toContain(words.say('board.more-groups', { count: 6 }));
});

test.each(all)('the verdict on the board and in the list is that of the reason: %s', (kind) => {
  const run = runOf([kinds[kind]]);
  expect(boardOf(run).split('\n')[1]).toBe(words.say(`status.${kind}`));
  expect(runListCard([{ ...run, samples: run.targets }], screen).fallbackText).toContain(words.say(`status.${kind}`));
});

test.each(all.filter((kind) => kind !== 'silent'))('nobody guesses that a device is off: %s', (kind) => {
  expect(guessed(boardOf(runOf([kinds[kind]])))).toEqual([]);
  expect(guessed(boardOf(runOf([kinds[kind], kinds[kind]])))).toEqual([]);
});

test('only one that nothing was heard of is thought to be off', () => {
  expect(guessed(boardOf(runOf([kinds.silent])))).toEqual([words.say('board.silent')]);
  expect(guessed(boardOf(runOf([kinds.silent, kinds.silent])))).toEqual([words.say('board.silent-on.more')]);
});

test('one that has checked in is not silent, even if Intune shows nothing of what was asked for', () => {
  const checkedIn = target({ sighting: { ...sighting('waiting', lookUntil), moved } });
  expect(resultOf(runOf([checkedIn]))).toEqual([words.say('status.never-ended')]);
});

test('one whose wait was over is not called unwatched because somebody stopped the others', () => {
  const run = runOf([kinds.silent, kinds.unwatched], { endedAt: later(12 * minute) });
  expect(resultOf(run)).toEqual([words.say('status.silent'), words.say('status.unwatched')]);
});

test('trouble that would have been looked through does not hide that looking was stopped', () => {
  const blind = throttled(later(15 * minute));
  const run = runOf([{ ...kinds.unwatched, blind }]);
  expect(resultOf(run)).toEqual([words.say('status.unwatched')]);
  expect(resultOf(runOf([{ ...kinds.unwatched, blind: notAllowed }]))).toEqual([words.say('status.cannot-look')]);
});

describe('what somebody else has overtaken', () => {
  test('is no failure that Intune reports', () => {
    for (const targets of [[kinds.superseded], [kinds.superseded, kinds.silent]]) {
      expect(boardOf(runOf(targets))).not.toContain(words.say('board.failed'));
      expect(boardOf(runOf(targets))).not.toContain(words.say('status.failed'));
    }
    expect(boardOf(runOf([kinds.superseded]))).toContain(words.say('board.superseded', { what: 'one' }));
    expect(detailsOf(runOf([kinds.superseded]))).toContain(words.say('board.superseded', { what: 'one' }));
  });

  test('is said also where nothing was seen of it before', () => {
    const run = runOf([target({ sighting: { ...sighting('waiting', lookUntil), mark: superseded } })]);
    expect(resultOf(run)).toEqual([words.say('status.superseded')]);
  });

  test('is not promised to come back by itself, and not repeated with what failed', () => {
    expect(boardOf(runOf([kinds.superseded]))).not.toContain('comes back by itself');
    expect(boardOf(runOf([kinds['never-ended']]))).toContain('comes back by itself');
    expect(canBeRepeated(kinds.superseded)).toBe(false);
    expect(canBeRepeated({ ...kinds.superseded, sighting: { ...overtaken, mark: 'failed' } })).toBe(true);
  });
});

describe('a removal that is first looked at once it may have come back by itself', () => {
  const titles = (run: Run) =>
    payloadButtonsFor({ run, status: targetsStatusFor(run), reader: { id: run.asker.id } }, screen).map(
      ({ title }) => title,
    );

  test('is not said to be undone by anybody, nor to come back, nor offered to be put back', () => {
    const run = runOf([kinds.returned]);
    expect(boardOf(run)).toContain(words.say('board.returned'));
    expect(boardOf(run)).not.toContain('Somebody asked for something else');
    expect(boardOf(run)).not.toContain('comes back by itself between');
    expect(boardOf(run)).not.toContain('does not show it yet');
    expect(titles(run)).not.toContain(words.say('button.restore-now'));
    expect(titles(runOf([kinds.superseded]))).toContain(words.say('button.restore-now'));
  });

  test('was undone by somebody where that was seen before eight hours, or where it was a restoration', () => {
    const seenAfter = (hours: number, change: object = {}) => {
      const { target: device } = kinds.silent;
      const late = { ...sighting('waiting', later(hours * 60 * minute)), mark: superseded };
      return resultOf(runOf([target({ target: { ...device, wish: { ...wish, ...change } }, sighting: late })]));
    };
    expect(seenAfter(7)).toEqual([words.say('status.superseded')]);
    expect(seenAfter(8)).toEqual([words.say('status.returned')]);
    expect(seenAfter(25, { adds: [], restores: [item] })).toEqual([words.say('status.superseded')]);
  });
});

test('a run that waits for a sign-in says nothing of what Intune shows before it was asked', () => {
  const run = runOf([target({ state: 'waiting', verdict: null, outcome: null, sighting: null, blind: signedOut })], {
    endedAt: null,
  });
  expect(targetsStatusFor(run)).toMatchObject({ kind: 'sign-in', begun: 'no' });
  expect(boardOf(run)).toContain(words.say('board.removing', { names: 'Mail profile' }));
  expect(boardOf(run)).not.toContain(words.say('item.remove.unseen'));
});

const mainButtons = (run: Run) =>
  payloadButtonsFor({ run, status: targetsStatusFor(run), reader: { id: run.asker.id } }, screen)
    .filter(({ main }) => main)
    .map(({ title }) => title);

test.each(all)('a removal that nobody saw to the end (%s) urges nobody to put it back', (kind) => {
  expect(mainButtons(runOf([kinds[kind]]))).toEqual([]);
});

test('a removal that is done is put back with the main button', () => {
  expect(mainButtons(runOf([target({ verdict: 'done' })], { cancelledBy: null }))).toEqual([
    words.say('button.restore-now'),
  ]);
});
