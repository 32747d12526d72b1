import type { BoardParts } from './following.ts';
import { tracing } from './log.ts';
import type { RunId } from './ports.ts';
import type { PostNoticeParts } from './post-notice.ts';
import { moveNotice, putOff } from './runs/untold.ts';
import { addCard } from './store/added-cards.ts';
import { dropFollower, followersOf, wasAsked } from './store/followers.ts';
import { beginPosting, findNotice, loseNotices, postedNotices, type StoredNotice } from './store/notices.ts';
import { readRun } from './store/run-reading.ts';
import { findRun } from './store/runs.ts';
import { saveShown, standingOf } from './store/standing.ts';
import { waitingFor } from './store/waiting.ts';
import type { Teams } from './teams/open.ts';
import { screenFor } from './views/screen.ts';
import type { Base } from './wiring.ts';

export function boardPartsFor(base: Base, { inTurn }: Pick<Teams, 'inTurn'>): BoardParts {
  const { store, log, clock, meter, queue, reachability } = base;
  return {
    inTurn,
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
    stop: (run, { where, personId }) => reachability.stop(where, personId === run.asker.id ? run : null),
    drop: (id) => dropFollower(store.db, id),
    screen: (reader) => screenFor(base, reader),
    wasAsked: (tenantId, askKey) => wasAsked(store.db, tenantId, askKey),
    addCard: (run, card) =>
      store.db.transaction().execute(async (tx) => {
        await addCard(tx, run, { ...card, askedAt: clock.now() });
        // What has changed since the card was drawn was told to those who followed by then.
        await queue.send(tx, { lane: 'tell', work: { runId: run.id } });
      }),
  };
}

export function postNoticePartsFor(base: Base, { inTurn }: Pick<Teams, 'inTurn'>): PostNoticeParts<StoredNotice> {
  const { store, log, clock } = base;
  return {
    ...{ inTurn, log, clock },
    find: (id) => findNotice(store.db, id),
    findRun: (id) => findRun(store.db, id),
    begin: (notice, lease) => beginPosting(store.db, notice, lease),
    posted: (ids, cardId) => postedNotices(store.db, ids, cardId),
    lost: (taken) => loseNotices(store.db, taken),
    putOff: (taken, dueAt) => putOff(base, taken, dueAt),
    moveNotice: (notice, taken) => moveNotice(base, notice, taken),
    screen: (reader) => screenFor(base, reader),
  };
}

/** Of the world outside: the queue does not know the clock that may be turned, and another machine's may differ a little. */
const secondsSince = (at: Date) => Math.max(0, Date.now() - at.getTime()) / 1000;
