import { type OnWhat, type TicketNoteView, ticketNote } from '../../cards/ticket-note.ts';
import type { CardJson } from '../ports.ts';
import type { Run } from '../runs/run.ts';
import { sayButton, showButton } from './buttons.ts';
import { wishOf } from './exchange-run.ts';
import { changesOf } from './payload-run-many.ts';
import { statusOf } from './run.ts';
import { reasonsOf, requestIdOf } from './run-rows.ts';
import { asJson, type Screen } from './screen.ts';
import { countsOf } from './targets-status.ts';

/** A run as whoever reads the ticket has to know it. */
export function ticketNoteCard(run: Run, screen: Screen): CardJson {
  const { words, practice, now } = screen;
  const { number, askedAt, bookedFor, endedAt, targets } = run;
  const view: TicketNoteView = {
    ...{ practice, now, number, askedAt, bookedFor, endedAt },
    title: words.say(`action.${run.action}`),
    asker: run.asker.name,
    decision: decisionOf(run),
    on: onOf(run),
    ...itemsOf(run),
    elsewhere: run.joinedElsewhere,
    accepted: acceptedOf(run),
    status: statusOf(run),
    counts: targets.length > 1 ? countsOf(targets, run) : null,
    reasons: reasonsOf(run, screen),
    requestIds: targets.flatMap((target) => requestIdOf(target) ?? []),
    buttons: [showButton(number, words), sayButton('runs', words), sayButton('help', words)],
  };
  return asJson(ticketNote(view, words));
}

function decisionOf({ approval }: Run): TicketNoteView['decision'] {
  const decision = approval?.decision;
  return decision ? { ...decision, by: decision.by.name } : null;
}

function onOf({ action, targets }: Run): OnWhat {
  switch (action) {
    case 'autopilot-sync':
      return { kind: 'tenant' };
    case 'sync-payloads':
      return { kind: 'devices', names: targets.map(({ target }) => target.label ?? target.id) };
    case 'exchange-sync': {
      const named = (one: Run['targets'][number]) => one.target.label ?? one.target.id;
      return { kind: 'connectors', connectors: targets.map((one) => ({ name: named(one), sync: wishOf(one).sync })) };
    }
  }
}

function itemsOf({ action, targets }: Run): Pick<TicketNoteView, 'removing' | 'restoring'> {
  const items = action === 'sync-payloads' ? changesOf(targets) : [];
  const named = (intent: string) => items.filter((one) => one.intent === intent).map(({ name, id }) => name ?? id);
  return { removing: named('remove'), restoring: named('restore') };
}

function acceptedOf({ targets }: Run): TicketNoteView['accepted'] {
  const times = targets.flatMap(({ outcome }) => (outcome?.kind === 'accepted' ? [outcome.at.getTime()] : []));
  if (times.length === 0) return null;
  return { count: times.length, total: targets.length, firstAt: new Date(Math.min(...times)) };
}
