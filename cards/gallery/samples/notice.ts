import type { NoticeContent } from '../../../bot/runs/notice.ts';
import { verdicts } from '../../../bot/runs/run.ts';
import { noticeViewFor } from '../../../bot/views/notice.ts';
import { notice } from '../../notice.ts';
import type { Words } from '../../words/index.ts';
import { forEach, shown } from '../sample.ts';
import { ago, ana, hostileNames, inMinutes, jon, longName, now } from './invented.ts';

/** As the bot draws them, so that a new kind is shown as people will see it. */
const told =
  (content: NoticeContent, practice = true) =>
  (words: Words) =>
    noticeViewFor(content, { words, now, practice });

const booked = { kind: 'run-over', number: 17, action: 'autopilot-sync', asker: ana, bookedFor: ago(9) } as const;

const asked = { kind: 'approval', number: 17, action: 'sync-payloads', until: inMinutes(30) } as const;
const scheduled = { number: 3, action: 'autopilot-sync', owner: ana } as const;
const signIn = { kind: 'schedule-sign-in', ...scheduled, at: ago(-60) } as const;
const missed = { kind: 'schedule-missed', ...scheduled, at: ago(200) } as const;

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
    'no longer taken where it was followed': told({ kind: 'cannot-write', number: 17, action: 'autopilot-sync' }),
    approved: told({ ...asked, how: 'approved', by: jon, reason: null }),
    declined: told({ ...asked, how: 'declined', by: jon, reason: 'Not before the exam week.' }),
    'declined, hostile words': told({
      ...{ ...asked, how: 'declined', by: hostileNames['a mention'], reason: hostileNames['a link'] },
    }),
    'nobody approved it': told({ ...asked, how: 'expired', by: null, reason: null }),
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
