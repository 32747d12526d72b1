import { tracing } from './log.ts';
import type { NoticeParts } from './notices.ts';
import type { RunId } from './ports.ts';
import type { PostNoticeParts } from './post-notice.ts';
import { addCard } from './store/added-cards.ts';
import { dropFollower, followersOf, waitingFor } from './store/followers.ts';
import { beginPosting, findNotice, putOffNotices, type StoredNotice, settleNotices } from './store/notices.ts';
import { readRun } from './store/run-reading.ts';
import { findRun, findRunAskedBy } from './store/runs.ts';
import { saveShown, standingOf } from './store/standing.ts';
import type { Teams } from './teams/open.ts';
import { type Base, screenFor } from './wiring.ts';

export function noticesFor(base: Base, { outbox, inTurn }: Pick<Teams, 'outbox' | 'inTurn'>): NoticeParts {
  const { store, log, clock, meter, queue, reach } = base;
  return {
    ...{ outbox, inTurn },
    now: () => clock.now(),
    log,
    tracing,
    shown: (changedAt) => meter.observe('outbox-lag', secondsSince(changedAt), {}),
    findRun: (id: RunId) => findRun(store.db, id),
    followers: (id) => followersOf(store.db, id),
    waiting: (id) => waitingFor(store.db, id),
    read: (id) => readRun(store.db, id),
    standing: ({ id, where }) => standingOf(store.db, where, id),
    tellLater: (runId, dueAt) => queue.send(store.db, { lane: 'tell', work: { runId }, dueAt }),
    saveShown: (id, shown) => saveShown(store.db, id, shown),
    stop: (run, { where, personId }) => reach.stop(where, personId === run.asker.id ? run : null),
    drop: (id) => dropFollower(store.db, id),
    screen: (_run, reader) => screenFor(base, reader),
    wasAsked: async (tenantId, askKey) => (await findRunAskedBy(store.db, tenantId, askKey)) !== null,
    addCard: (run, card) => addCard(store.db, run, { ...card, askedAt: clock.now() }),
  };
}

export function postNoticePartsFor(base: Base, { outbox }: Pick<Teams, 'outbox'>): PostNoticeParts<StoredNotice> {
  const { store, log, clock, queue } = base;
  return {
    ...{ outbox, log, clock },
    find: (id) => findNotice(store.db, id),
    begin: (notice, lease) => beginPosting(store.db, notice, lease),
    settle: (ids, cardId) => settleNotices(store.db, ids, cardId),
    putOff: (ids, dueAt) => putOffNotices(store.db, ids, dueAt),
    wakeAt: (noticeId, dueAt) => queue.send(store.db, { lane: 'notice', work: { noticeId }, dueAt }),
    screen: (reader) => screenFor(base, reader),
  };
}

/** Of the world outside: the queue does not know the clock that may be turned, and another machine's may differ a little. */
const secondsSince = (at: Date) => Math.max(0, Date.now() - at.getTime()) / 1000;
