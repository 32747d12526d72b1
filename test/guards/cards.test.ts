/** The gallery shows every card in every state. A failure names the file to edit. */
import { globSync } from 'node:fs';
import type { AutopilotBoardView } from '../../cards/autopilot-board.ts';
import type { AutopilotClockView } from '../../cards/autopilot-clock.ts';
import type { ExchangeQuestion } from '../../cards/exchange-ask.ts';
import type { ExchangeBoardView } from '../../cards/exchange-board.ts';
import { gallery } from '../../cards/gallery/index.ts';
import type { PayloadBoardView } from '../../cards/payload-board.ts';
import { deviceStandings } from '../../cards/payload-counts.ts';
import { type ItemStanding, itemStanding } from '../../cards/payload-items.ts';
import { refusalWords } from '../../cards/refusal-lines.ts';
import type { DeviceWhy, RunDetailsView } from '../../cards/run-details.ts';
import { type RunFileView, runFileStates } from '../../cards/run-file.ts';
import type { RunListView } from '../../cards/run-list.ts';
import type { RunStatus, StatusName, TargetsStatus } from '../../cards/run-status.ts';
import type { TrailLine } from '../../cards/run-trail.ts';
import { type SignInWait, signInWords } from '../../cards/sign-in-lines.ts';
import { openLexicon } from '../../cards/words/index.ts';
import { root, textOf } from './project-files.ts';

const words = openLexicon()('en', 'UTC');

function viewsOf<View>(name: string): View[] {
  const shown = gallery.find((one) => one.name === name);
  if (!shown) throw new Error(`cards/gallery/index.ts lists no "${name}"`);
  return shown.samples.map((sample) => sample.view(words) as View);
}

function expectAll(samples: string, wanted: readonly string[], seen: readonly (string | undefined)[]): void {
  const missing = wanted.filter((one) => !seen.includes(one));
  expect({ [`add to cards/gallery/samples/${samples}.ts`]: missing }).toEqual({
    [`add to cards/gallery/samples/${samples}.ts`]: [],
  });
}

/** The compiler keeps these lists complete. */
const statusKinds: Record<RunStatus['kind'], true> = {
  booked: true,
  starting: true,
  'sign-in': true,
  accepted: true,
  joined: true,
  working: true,
  unsure: true,
  done: true,
  failed: true,
  silent: true,
  refused: true,
  cancelled: true,
};
const targetsStatuses: Record<TargetsStatus['kind'], true> = {
  starting: true,
  approval: true,
  declined: true,
  expired: true,
  'sign-in': true,
  accepted: true,
  waiting: true,
  working: true,
  unsure: true,
  done: true,
  partly: true,
  stopped: true,
  failed: true,
  silent: true,
  refused: true,
  cancelled: true,
  unwatched: true,
  superseded: true,
  returned: true,
};
const otherNames = { 'never-ended': true, 'cannot-look': true } as const;
const itemStandings: Record<ItemStanding, true> = {
  unseen: true,
  asked: true,
  working: true,
  still: true,
  done: true,
  failed: true,
  other: true,
};
const whys: Record<DeviceWhy['kind'], true> = {
  failed: true,
  refused: true,
  silent: true,
  superseded: true,
  returned: true,
};
const questions: Record<ExchangeQuestion['kind'], true> = {
  full: true,
  advice: true,
  disconnected: true,
  missing: true,
  which: true,
  several: true,
};
const silences: Record<Extract<RunStatus, { kind: 'silent' }>['why'], true> = {
  'never-began': true,
  'never-ended': true,
  'cannot-look': true,
};
/** Only runs on devices and connectors wait for a second person. */
const approvalTrail = { approved: true, declined: true, expired: true } as const;
const trailKinds: Record<Exclude<TrailLine['kind'], keyof typeof approvalTrail>, true> = {
  unsent: true,
  asked: true,
  accepted: true,
  'accepted-unheard': true,
  refused: true,
  'signed-out': true,
  'seen-running': true,
  resumed: true,
  stopped: true,
  looked: true,
};
const lookedStates: Record<Extract<TrailLine, { kind: 'looked' }>['state'], true> = {
  waiting: true,
  working: true,
  done: true,
  failed: true,
};
type Clock = AutopilotClockView['clock'];
const clockKinds: Record<Clock['kind'], true> = { free: true, running: true, closed: true };
const bases: Record<Extract<Clock, { kind: 'closed' }>['basis'], true> = {
  service: true,
  'last-manual': true,
  'last-sync': true,
  guess: true,
};
const lastStatuses: Record<AutopilotClockView['lastStatus'], true> = {
  unknown: true,
  inProgress: true,
  completed: true,
  failed: true,
};

test('every card function is in the gallery', () => {
  const drawing = /^export (?:function |const )(\w+)(?: = )?\((?:[^()]|\([^()]*\))*\): Card\b/gm;
  const functions = globSync('cards/*.ts', { cwd: root }).flatMap((file) =>
    [...textOf(file).matchAll(drawing)].map(([, name]) => ({ file, name })),
  );
  const names = functions.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['help', 'exchangeAsk', 'successor']));
  const missing = functions.filter(({ name }) => !gallery.some(({ drawnBy }) => drawnBy === name));
  expect({ 'write samples and list them in cards/gallery/index.ts for': missing }).toEqual({
    'write samples and list them in cards/gallery/index.ts for': [],
  });
});

test('every sample has a name of its own', () => {
  const names = gallery.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { samples } of gallery) expect(samples.length).toBeGreaterThan(1);
});

test('every card is shown in practice and outside', () => {
  for (const { name } of gallery) {
    const practice = viewsOf<{ practice: boolean }>(name).map((view) => String(view.practice));
    expectAll(name, ['true', 'false'], practice);
  }
});

test('every status, silence, line and refusal is on a board', () => {
  const views = viewsOf<AutopilotBoardView>('autopilot-board');
  const trail = [...views, ...viewsOf<PayloadBoardView>('payload-board')].flatMap((view) => view.trail);
  const seen = [
    ...views.map(({ status }) => status.kind),
    ...views.map(({ status }) => (status.kind === 'silent' ? status.why : undefined)),
    ...trail.map(({ kind }) => kind),
    ...trail.map((line) => (line.kind === 'looked' ? line.state : undefined)),
    ...views.map(({ refusal }) => refusal?.kind),
  ];
  const wanted = [statusKinds, silences, trailKinds, lookedStates].flatMap((kinds) => Object.keys(kinds));
  expectAll('autopilot-board', [...wanted, ...refusalWords], seen);
});

test('every reason to wait for a sign-in, and whatever may have begun by then, is shown to the asker and to others', () => {
  const waits = viewsOf<AutopilotBoardView>('autopilot-board').flatMap(({ status, readerIsAsker }) =>
    status.kind === 'sign-in' ? [{ ...status, readerIsAsker }] : [],
  );
  const reminders = viewsOf<SignInWait>('sign-in-reminder');
  for (const [samples, shown] of [
    ['autopilot-board', waits],
    ['sign-in-reminder', reminders],
  ] as const) {
    const seen = shown.flatMap(({ need, begun, readerIsAsker }) => [`${need} ${readerIsAsker}`, begun]);
    const wanted = signInWords.flatMap((need) => [`${need} true`, `${need} false`]);
    expectAll(samples, [...wanted, 'no', 'yes', 'unknown'], seen);
  }
  expectAll(
    'sign-in-reminder',
    ['partly true', 'partly false'],
    reminders.map(({ begun, readerIsAsker }) => `${begun} ${readerIsAsker}`),
  );
});

test('every status is in a list of runs', () => {
  const rows = viewsOf<RunListView>('run-list').flatMap((view) => view.rows);
  expectAll(
    'run-list',
    Object.keys({ ...statusKinds, ...targetsStatuses, ...otherNames } satisfies Record<StatusName, true>),
    rows.map(({ status }) => status),
  );
});

test('every status and silence is on a board of payloads, for one device or for many', () => {
  const views = viewsOf<PayloadBoardView>('payload-board');
  for (const kind of ['one', 'many'] as const) {
    const shown = views.filter(({ on }) => on.kind === kind).map(({ status }) => status.kind);
    const impossible = kind === 'one' ? ['stopped'] : ['unsure'];
    const wanted = Object.keys(targetsStatuses).filter((status) => !impossible.includes(status));
    expectAll('payload-board', wanted, shown);
  }
  const seen = views.map(({ status }) => (status.kind === 'silent' ? status.why : undefined));
  expectAll('payload-board', Object.keys(silences), seen);
  const trail = views.flatMap((view) => view.trail.map(({ kind }) => kind));
  expectAll('payload-board', Object.keys(approvalTrail), trail);
});

test('every way an item or a device can stand is on a board of payloads', () => {
  const views = viewsOf<PayloadBoardView>('payload-board');
  const items = views.flatMap(({ on }) => (on.kind === 'one' ? on.items : []));
  for (const intent of ['remove', 'restore']) {
    const seen = items.filter((item) => item.intent === intent).map(itemStanding);
    expectAll('payload-board', Object.keys(itemStandings), seen);
  }
  const counted = views.flatMap(({ on }) =>
    on.kind === 'many' ? deviceStandings.filter((one) => on.counts[one] > 0) : [],
  );
  expectAll('payload-board', deviceStandings, counted);
});

test('every way a device can stand, and every reason, is in the details of a run', () => {
  const rows = viewsOf<RunDetailsView>('run-details').flatMap((view) => view.rows);
  const seen = [...rows.map(({ standing }) => standing), ...rows.map(({ why }) => why?.kind)];
  expectAll('run-details', [...deviceStandings, ...Object.keys(whys)], seen);
});

test('everything that can become of a file is shown', () => {
  const seen = viewsOf<RunFileView>('run-file').map(({ state }) => state);
  expectAll('run-file', runFileStates, seen);
});

test('every status is on a board of connectors, and every question is asked', () => {
  const impossible = ['waiting', 'working', 'failed', 'superseded', 'returned'];
  const wanted = Object.keys(targetsStatuses).filter((status) => !impossible.includes(status));
  const seen = viewsOf<ExchangeBoardView>('exchange-board').map(({ status }) => status.kind);
  expectAll('exchange-board', wanted, seen);
  const asked = viewsOf<{ question: ExchangeQuestion }>('exchange-ask').map(({ question }) => question.kind);
  expectAll('exchange-ask', Object.keys(questions), asked);
});

test('every refusal is on a card of its own', () => {
  const seen = viewsOf<{ refusal: { kind: string } }>('refusal-card').map(({ refusal }) => refusal.kind);
  expectAll('refusal-card', refusalWords, seen);
});

test('every state of the clock is shown', () => {
  const views = viewsOf<AutopilotClockView>('autopilot-clock');
  const seen = [
    ...views.map(({ clock }) => clock.kind),
    ...views.map(({ clock }) => (clock.kind === 'closed' ? clock.basis : undefined)),
    ...views.map(({ lastStatus }) => lastStatus),
  ];
  expectAll(
    'autopilot-clock',
    [clockKinds, bases, lastStatuses].flatMap((kinds) => Object.keys(kinds)),
    seen,
  );
});
