import {
  type ConnectorRowView,
  type ExchangeBoardView,
  type ExchangeStatus,
  exchangeBoard,
} from '../../cards/exchange-board.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import type { Words } from '../../cards/words/index.ts';
import type { ExchangeBaseline, ExchangeWish } from '../actions/exchange-sync.ts';
import type { CardJson } from '../ports.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { frameOf, lookOf, pausedUntil } from './board-parts.ts';
import { noteButton, sayButton, watchButton } from './buttons.ts';
import { canBeRepeated } from './payload-run-buttons.ts';
import { approvalButtons, signInButtonsFor, stopButton, takeOverButtons } from './run-buttons.ts';
import type { RunReader } from './run-reader.ts';
import { refusalOf, refusalToldTo } from './run-refusal.ts';
import { asJson, type Screen } from './screen.ts';
import { standingOf, targetsStatusFor } from './targets-status.ts';

/** The board of a sync of connectors, which show nothing but the time of their last success and their status. */
export const exchangeRunCard = (run: Run, reader: RunReader, screen: Screen): CardJson =>
  asJson(exchangeBoard(exchangeView(run, reader, screen), screen.words));

export function exchangeView(run: Run, reader: RunReader, screen: Screen): ExchangeBoardView {
  const frame = frameOf(run, reader, screen);
  const status = exchangeStatusFor(run);
  return {
    ...frame,
    status,
    buttons: buttonsFor({ run, status, reader }, screen.words),
    connectors: run.targets.map((target) => ({
      ...rowFor(run, target),
      refusal: frame.refusal ? null : refusalToldTo(reader, run, refusalOf(run, target, screen)),
    })),
    look: lookOf(run),
    lookedForMinutes: lookedForMinutes(run, status),
    pausedUntil: pausedUntil(run, screen.now),
  };
}

/** One that is on its way is not more than accepted: its status says nothing of devices. No sync of a connector overtakes another. */
export function exchangeStatusFor(run: Run): ExchangeStatus {
  const status = targetsStatusFor(run);
  if (status.kind === 'waiting' || status.kind === 'working') return { kind: 'accepted', until: status.until };
  return status.kind === 'superseded' || status.kind === 'returned' ? { kind: 'silent', why: 'never-began' } : status;
}

const rowFor = (run: Run, target: RunTarget): Omit<ConnectorRowView, 'refusal'> => ({
  name: target.target.label ?? target.target.id,
  sync: wishOf(target).sync,
  standing: connectorStandingOf(run, target),
  lookedToTheEnd: wasLookedAtToTheEnd(target),
  moved: target.sighting?.moved ?? null,
  turned: turnedIn(target),
});

function connectorStandingOf(run: Run, target: RunTarget): ConnectorRowView['standing'] {
  const standing = standingOf(target, run);
  if (standing === 'superseded' || standing === 'returned') return 'silent';
  return standing === 'waiting' || standing === 'working' ? 'accepted' : standing;
}

/** Nobody said that it was enough, and nothing stood in the way of the last look. */
const wasLookedAtToTheEnd = ({ sighting, lookUntil, blind }: RunTarget): boolean =>
  sighting !== null && lookUntil !== null && blind === null && sighting.at >= lookUntil;

/** As `actions/exchange-sync` wrote it, and parsed it before anything was sent. */
export const wishOf = ({ target }: RunTarget) => target.wish as ExchangeWish;

function turnedIn({ target, sighting, verdict }: RunTarget): ConnectorRowView['turned'] {
  const status = (target.baseline as ExchangeBaseline | null)?.status;
  const ended = verdict === 'done' || verdict === 'failed' || verdict === 'silent';
  return ended && status && sighting?.mark && sighting.mark !== status ? { from: status, to: sighting.mark } : null;
}

/** Null where one of them was not looked at to the end. */
function lookedForMinutes({ targets, endedAt }: Run, status: ExchangeStatus): number | null {
  const silent = targets.filter(({ verdict }) => verdict === 'silent');
  const [{ startedAt } = { startedAt: null }] = silent;
  if (status.kind !== 'silent' || status.why !== 'never-began' || !startedAt || !endedAt) return null;
  if (!silent.every(wasLookedAtToTheEnd)) return null;
  return Math.round((endedAt.getTime() - startedAt.getTime()) / 60_000);
}

type Shown = { run: Run; status: ExchangeStatus; reader: RunReader };

/** Where nothing moved, a repeat would not help, so none is offered. */
function buttonsFor(shown: Shown, words: Words): PressButton[] {
  const { run, status } = shown;
  const onward = [sayButton('exchange', words), sayButton('runs', words)];
  if (status.kind === 'sign-in') {
    const [signIn, takeBack] = signInButtonsFor(shown, status, words);
    return [...signIn, ...takeOverButtons(shown, words), ...onward, ...takeBack];
  }
  if (status.kind === 'approval') return approvalButtons(shown, words);
  const ended = () => [...againButtons(run, words), ...watchButtons(run, words), noteButton(run.number, words)];
  return [...(run.endedAt === null ? [stopButton(shown, words)] : ended()), ...onward];
}

/** One that moved nothing may do so later. */
function watchButtons({ id, targets, endedAt, askedAt }: Run, words: Words): PressButton[] {
  const [only, ...others] = targets.filter(({ verdict }) => verdict === 'silent' || verdict === 'failed');
  if (!only || others.length > 0) return [];
  const once = { nonce: `${id}:connector`, issuedAt: endedAt ?? askedAt };
  return [watchButton(words.say('button.watch'), { what: 'connector', id: only.target.id }, once)];
}

function againButtons(run: Run, words: Words): PressButton[] {
  const count = run.targets.filter(connectorCanBeRepeated).length;
  if (count === 0) return [];
  const title = run.targets.length === 1 ? words.say('button.try-again') : words.say('button.again-failed', { count });
  const once = { nonce: `${run.id}:again-failed`, issuedAt: run.endedAt ?? run.askedAt };
  return [{ title, press: { press: 'again', run: run.number, only: 'failed', ...once }, main: true }];
}

/** One that lost its connection has to be mended first. */
export const connectorCanBeRepeated = (target: RunTarget): boolean =>
  target.verdict !== 'failed' && canBeRepeated(target);
