import { type AutopilotClockView, autopilotClock } from '../../cards/autopilot-clock.ts';
import { type HelpView, help } from '../../cards/help.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import { type MessageView, message } from '../../cards/message.ts';
import type { Press } from '../../cards/press.ts';
import { refusalCard } from '../../cards/refusal-card.ts';
import { runList } from '../../cards/run-list.ts';
import { statusName } from '../../cards/run-status.ts';
import { type SettingsView, settings } from '../../cards/settings.ts';
import type { TenantRulesView } from '../../cards/tenant-rules.ts';
import type { Words } from '../../cards/words/index.ts';
import type { ActionName, Opening } from '../actions/define.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { AutopilotSettings } from '../graph/windows-autopilot-settings.ts';
import { commonZones } from '../knowledge/zones.ts';
import type { CardJson, Language } from '../ports.ts';
import type { Run, RunOutline } from '../runs/run.ts';
import { bookButton, type Once, sayButton, showButton, startButton, watchButton } from './buttons.ts';
import { isCurable, refusalViewFor } from './refusal.ts';
import { statusOf } from './run.ts';
import { asJson, type Screen } from './screen.ts';

export type { HelpTopic, HelpView } from '../../cards/help.ts';

export type AutopilotClock = {
  settings: AutopilotSettings;
  opening: Opening;
  run: Run | null;
  wished: boolean;
  /** Serials that were given with the wish, by the id of their list. */
  list: string | undefined;
  once: Once;
};

export function autopilotCard(clock: AutopilotClock, screen: Screen): CardJson {
  const { settings: seen, opening, run } = clock;
  const view: AutopilotClockView = {
    practice: screen.practice,
    now: screen.now,
    clock: opening,
    lastSyncAt: seen.lastSyncAt,
    lastManualSyncAt: seen.lastManualSyncAt,
    lastStatus: seen.status,
    run: run ? { number: run.number, asker: run.asker.name } : null,
    wished: clock.wished,
    buttons: clockButtons(clock, screen),
  };
  return asJson(autopilotClock(view, screen.words));
}

function clockButtons({ opening, once, run, list }: AutopilotClock, { words }: Screen): PressButton[] {
  const watch = watchButton(words.say('button.watch'), { what: 'autopilot' }, once);
  return [
    mainClockButton({ opening, once, run, list }, words),
    watch,
    sayButton('runs', words),
    sayButton('help', words),
  ];
}

function mainClockButton(
  { opening, once, run, list }: Pick<AutopilotClock, 'opening' | 'once' | 'run' | 'list'>,
  words: Words,
): PressButton {
  if (run) return showButton(run.number, words);
  if (opening.kind === 'closed') {
    return bookButton({ action: 'autopilot-sync', opensAt: opening.opensAt, run: null, list }, once, words);
  }
  const title = opening.kind === 'running' ? 'button.follow' : 'button.sync-autopilot';
  return startButton({ title, action: 'autopilot-sync', main: true, list }, once, words);
}

export function helpCard(what: Omit<HelpView, 'practice' | 'buttons'>, screen: Screen): CardJson {
  const { words, practice } = screen;
  const buttons = helpButtons({ practice, welcome: what.welcome !== null }, words);
  return asJson(help({ ...what, practice, buttons }, words));
}

/** The actions first. Six buttons are all there is room for: the last one of help explains its words. */
export function helpButtons(
  { practice, welcome }: { practice: boolean; welcome: boolean },
  words: Words,
): PressButton[] {
  const last = [practice ? 'practice' : 'settings', ...(welcome ? ['help' as const] : [])] as const;
  const names = ['payloads', 'autopilot', 'exchange', 'health', ...last] as const;
  return names.map((name) => sayButton(name, words));
}

/** Reading was refused; `again` is what the person had said, or pressed. */
export function readRefusedCard(
  what: { refusal: Refusal; action: ActionName; again: string | Press },
  screen: Screen,
): CardJson {
  const { words, practice, now } = screen;
  const refusal = refusalViewFor(what.refusal, { action: what.action, phase: 'read', window: null }, words);
  const title = what.refusal.kind === 'signed-out' ? 'button.sign-in' : 'button.try-again';
  const press: Press = typeof what.again === 'string' ? { press: 'say', text: what.again } : what.again;
  const again = { title: words.say(title), press };
  const buttons = [...(isCurable(what.refusal) ? [again] : []), sayButton('help', words)];
  return asJson(refusalCard({ practice, now, title: words.say(`action.${what.action}`), refusal, buttons }, words));
}

const runsShown = 10;

/** `runs` may hold one more than is shown, which tells that there are older ones. */
export function runListCard(runs: readonly RunOutline[], { words, practice, now }: Screen): CardJson {
  const rows = runs.slice(0, runsShown).map((run) => ({
    number: run.number,
    title: words.say(`action.${run.action}`),
    status: statusName(statusOf({ ...run, targets: run.samples })),
    asker: run.asker.name,
    at: run.endedAt ?? run.bookedFor ?? run.askedAt,
  }));
  const shown = rows.slice(0, 4).map(({ number }) => showButton(number, words));
  const buttons = [...shown, sayButton('history', words), sayButton('help', words)];
  return asJson(runList({ practice, now, rows, more: runs.length > runsShown, buttons }, words));
}

export const runsToRead = runsShown + 1;

export function messageCard(
  what: Omit<MessageView, 'practice' | 'buttons'> & Partial<Pick<MessageView, 'buttons'>>,
  screen: Screen,
): CardJson {
  const { words, practice } = screen;
  return asJson(message({ practice, buttons: [sayButton('help', words)], ...what }, words));
}

/** Something broke here; the log has the details under the same reference. `keeps`: the database takes what is written. */
export function troubleCard({ reference, keeps }: { reference: string; keeps: boolean }, screen: Screen): CardJson {
  const [title, said] = keeps ? (['trouble.title', 'trouble.said'] as const) : unkept;
  return messageCard(
    { title, sentences: [{ key: said }, { key: 'trouble.reference', values: { reference } }] },
    screen,
  );
}

const unkept = ['trouble.unkept.title', 'trouble.unkept'] as const;

/** Teams did not say who it is, or they belong elsewhere. */
/** Too many ask at once; nothing of what this person wanted has happened. */
export const busyCard = (screen: Screen): CardJson =>
  messageCard({ title: 'busy.title', sentences: [{ key: 'busy.said' }], buttons: [] }, screen);

export const strangerCard = (screen: Screen): CardJson =>
  messageCard({ title: 'stranger.title', sentences: [{ key: 'stranger.said' }], buttons: [] }, screen);

/** `owner`: whose settings the form shows; in a shared chat others can press its button too. */
export type Chosen = {
  owner: string;
  language: Language | null;
  zone: string | null;
  quiet: string | null;
  heardZone: string;
  saved: boolean;
  rules: TenantRulesView;
  /** Whether they may change what holds for the tenant. */
  isAdmin: boolean;
};

/** To choose from in the form; any others can be typed. */
const commonQuiet = ['18:00-08:00', '20:00-07:00', '22:00-06:00', '22:00-07:00', '23:00-08:00'];

export function settingsCard({ isAdmin, ...chosen }: Chosen, { words, practice, now }: Screen): CardJson {
  const zones = [...new Set([...commonZones, ...(chosen.zone ? [chosen.zone] : [])])];
  const save = {
    title: words.say('button.save'),
    press: { press: 'save-settings', owner: chosen.owner } as const,
    main: true,
  };
  const quietChoices = [...new Set([...commonQuiet, ...(chosen.quiet ? [chosen.quiet] : [])])];
  const rules = { title: words.say('button.rules'), press: { press: 'tenant-rules' } as const };
  const buttons = [save, ...(isAdmin ? [rules] : []), sayButton('help', words)];
  const view: SettingsView = { ...chosen, practice, now, zones, quietChoices, buttons };
  return asJson(settings(view, words));
}
