import { groupsOf, type SerialStanding } from '../../../bot/actions/serial-standing.ts';
import type { RunId } from '../../../bot/ports.ts';
import { type NoticeContent, unreadWhys } from '../../../bot/runs/notice.ts';
import { verdicts } from '../../../bot/runs/run.ts';
import { noticeViewFor } from '../../../bot/views/notice.ts';
import { blindReasons, connectorWhys, type News, standings } from '../../../bot/watches/news-told.ts';
import type { What } from '../../../bot/watches/watch.ts';
import { notice } from '../../notice.ts';
import type { Words } from '../../words/index.ts';
import { forEach, shown } from '../sample.ts';
import { badEnds } from './bad-ends.ts';
import { ago, ana, hostileNames, inMinutes, jon, longName, now } from './invented.ts';

/** As the bot draws them, so that a new kind is shown as people will see it. */
const told =
  (content: NoticeContent, practice = true) =>
  (words: Words) =>
    noticeViewFor(content, { words, now, practice });

const booked = {
  kind: 'run-over',
  number: 17,
  action: 'autopilot-sync',
  asker: ana,
  bookedFor: ago(9),
  counts: { done: 1 },
  over: { id: 'r' as RunId, at: ago(1) },
} as const;

const asked = { kind: 'approval', number: 17, action: 'sync-payloads', until: inMinutes(30) } as const;
const scheduled = { number: 3, action: 'autopilot-sync', owner: ana } as const;
const signIn = { kind: 'schedule-sign-in', ...scheduled, at: ago(-60) } as const;
const missed = { kind: 'schedule-missed', ...scheduled, at: ago(200) } as const;
const last = { endsAt: null };

const watched = (what: What, news: News, change: { endsAt?: null; by?: { name: string; run: number } } = {}) =>
  told({ kind: 'watch', watch: 3, what, news, by: null, endsAt: inMinutes(900), ...change });

const device = (label: string): What => ({
  ...{ kind: 'devices', until: 'check-in', run: null },
  devices: [{ id: 'd', label }],
});
const ipad = device('IPAD-07');
const ex01: What = { kind: 'connector', id: 'c', label: 'EX01', olderThanMs: 24 * 60 * 60_000 };
const named = (count: number) =>
  Array.from({ length: count }, (_, index) => `LT-${388 + index}${count > 9 ? ` ${longName}` : ''}`);
const silentOnes = (count: number): What => ({
  ...{ kind: 'devices', until: 'done', run: 17 },
  devices: named(count).map((label, index) => ({ id: String(index), label })),
});
const checkedIn = standings.filter((standing) => standing !== 'gone');
const standingsOf = (count: number): News => ({
  kind: 'devices',
  devices: named(count).map((label, index) => ({
    ...{ label, lastSyncAt: ago(40) },
    standing: checkedIn[(index + 2) % checkedIn.length] ?? 'done',
  })),
});

const laptopsThat = (standing: SerialStanding, count: number) =>
  Array.from({ length: count }, (_, index) => ({ standing, serial: `5CG4200R${index + 10}` }));
const laptops: What = { kind: 'serials', serials: laptopsThat('ready', 60).map(({ serial }) => serial) };

const whole = { repeated: 0, nonsense: [], skipped: 0 };
const synced = (...standings: readonly (readonly [SerialStanding, number])[]) => ({
  ...{ kind: 'run-serials' as const, run: 17, name: ana, at: ago(1), heard: whole },
  groups: groupsOf(standings.flatMap(([standing, count]) => laptopsThat(standing, count))),
});

const differs = [
  { why: 'other-set', count: 1, names: ['IPAD-07'] },
  { why: 'too-many', count: 2, names: ['IPAD-08', 'IPAD-09'] },
  { why: 'unread', count: 9, names: ['IPAD-10', 'IPAD-11', 'IPAD-12', 'IPAD-13', longName] },
] as const;

export const noticeSamples = shown({
  name: 'notice',
  about: 'A message that nobody asked for at this moment: what happened, and why it comes.',
  card: notice,
  states: {
    ...forEach([...verdicts, 'partly'], (verdict) => [`booked run, ${verdict}`, told({ ...booked, verdict })]),
    ...badEnds,
    'booked run on many, somebody is on call': onCall({ name: jon, teamsId: '29:jon' }),
    'booked run on many, a hostile name is on call': onCall({ name: hostileNames['a mention'], teamsId: '29:x' }),
    'an answer that could not be shown': told({ kind: 'cannot-answer', at: ago(1) }),
    'no longer taken where it was followed': told({ kind: 'cannot-write', number: 17, action: 'autopilot-sync' }),
    approved: told({ ...asked, how: 'approved', by: jon, reason: null }),
    declined: told({ ...asked, how: 'declined', by: jon, reason: 'Not before the exam week.' }),
    'declined, hostile words': told({
      ...{ ...asked, how: 'declined', by: hostileNames['a mention'], reason: hostileNames['a link'] },
    }),
    'nobody approved it': told({ ...asked, how: 'expired', by: null, reason: null }),
    ...forEach(['inProgress', 'completed', 'failed', 'paused'], (status) => [
      `autopilot, ${status}`,
      watched({ kind: 'autopilot' }, { kind: 'autopilot', status, lastSyncAt: ago(2) }),
    ]),
    'autopilot, started here': watched(
      { kind: 'autopilot' },
      { kind: 'autopilot', status: 'completed', lastSyncAt: ago(2) },
      { by: { name: jon, run: 18 } },
    ),
    ...forEach(standings, (standing) => [
      `device, ${standing}`,
      watched(ipad, { kind: 'devices', devices: [{ label: 'IPAD-07', standing, lastSyncAt: ago(3) }] }, last),
    ]),
    'device that never checked in': watched(
      ipad,
      { kind: 'devices', devices: [{ label: 'IPAD-07', standing: 'silent', lastSyncAt: null }] },
      last,
    ),
    'silent devices of a run': watched(silentOnes(3), standingsOf(3), last),
    'silent devices of a run, one of them gone': watched(
      silentOnes(2),
      {
        kind: 'devices',
        devices: [
          { label: 'LT-388', standing: 'done', lastSyncAt: ago(40) },
          { label: 'LT-389', standing: 'gone', lastSyncAt: null },
        ],
      },
      last,
    ),
    'silent devices of a run, many with long names': watched(silentOnes(40), standingsOf(40), last),
    ...forEach(connectorWhys, (why) => [
      `connector, ${why}`,
      watched(ex01, { kind: 'connector', why, status: 'connected', lastSyncAt: ago(1600) }),
    ]),
    'all serials ready': watched(laptops, { kind: 'serials', groups: groupsOf(laptopsThat('ready', 60)) }, last),
    'serials, some missing at the end': watched(
      laptops,
      { kind: 'serials', groups: groupsOf([...laptopsThat('unregistered', 3), ...laptopsThat('ready', 57)]) },
      last,
    ),
    'serials after a sync, some missing': told(synced(['unregistered', 3], ['pending', 5], ['ready', 52])),
    'serials after a sync, some waiting': told(synced(['pending', 8], ['ready', 52])),
    'serials after a sync, all ready': told({ ...synced(['ready', 60]), heard: { ...whole, nonsense: ['see below'] } }),
    ...forEach(unreadWhys, (why) => [
      `serials not read after a sync, ${why}`,
      told({ kind: 'serials-unread', run: 17, name: hostileNames['a link'], count: 60, why }),
    ]),
    'one serial not read after a sync': told({ kind: 'serials-unread', run: 17, name: ana, count: 1, why: 'sign-in' }),
    'connector, never': watched(ex01, { kind: 'connector', why: 'old', status: 'disconnected', lastSyncAt: null }),
    'connector, unknown status': watched(ex01, {
      ...{ kind: 'connector', why: 'status', status: hostileNames['a link'], lastSyncAt: ago(3) },
    }),
    ...forEach([...verdicts, 'partly'], (verdict) => [
      `watched run, ${verdict}`,
      watched(
        { kind: 'run', runId: 'r' as RunId, number: 17, action: 'sync-payloads' },
        { kind: 'run', verdict, asker: jon, counts: { done: 1 } },
        last,
      ),
    ]),
    ...forEach(blindReasons, (reason) => [
      `cannot look, ${reason}`,
      told({ kind: 'watch-blind', reason, name: ana, watches: [{ watch: 3, what: ipad }] }),
    ]),
    'cannot look at many': told({
      ...{ kind: 'watch-blind', reason: 'sign-in', name: hostileNames.markup },
      watches: [ipad, ex01, { kind: 'autopilot' } as const, silentOnes(3), ipad, ipad, ipad].map((what, index) => ({
        watch: index + 1,
        what,
      })),
    }),
    gone: told({ kind: 'watch-gone', watch: 3, what: ipad }),
    'ended unseen': told({ kind: 'watch-unseen', watch: 3, what: silentOnes(3) }),
    'gone, a hostile name': told({ kind: 'watch-gone', watch: 3, what: device(hostileNames['a mention']) }),
    'outside practice': told({ ...booked, verdict: 'done' }, false),
    'schedule without a sign-in, made up for later': told({ ...signIn, missed: 'run' }),
    'schedule without a sign-in, left out': told({ ...signIn, missed: 'skip', owner: longName }),
    'schedule, late': told({ ...missed, run: 17, nextAt: ago(-900) }),
    'schedule, left out and over': told({ ...missed, run: null, nextAt: null, owner: hostileNames['a link'] }),
    'schedule, not as its owner saw it': told({ ...scheduled, kind: 'schedule-changed', at: now, run: 17, differs }),
    'schedule, nothing left to do': told({
      ...{ ...scheduled, kind: 'schedule-changed', at: now, run: null, action: 'sync-payloads' },
      differs: [{ why: 'nothing-to-do', count: 1, names: [hostileNames['a link']] }],
    }),
    'booked run, a hostile name': told({ ...booked, verdict: 'done', asker: hostileNames['a link'] }),
    'booked run, a long name': told({ ...booked, verdict: 'failed', asker: longName, bookedFor: ago(900) }),
  },
});

function onCall(who: { name: string; teamsId: string }) {
  const counts = { done: 188, failed: 11, silent: 1 };
  return (words: Words) => ({ ...told({ ...booked, verdict: 'partly', counts })(words), onCall: who });
}
