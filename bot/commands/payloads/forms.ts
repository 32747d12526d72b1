import type { Press } from '../../../cards/press.ts';
import { mostItems } from '../../actions/payload-set.ts';
import { syncPayloads } from '../../actions/sync-payloads.ts';
import { devicesById, type FoundDevice, unique } from '../../finding/devices.ts';
import { messageCard } from '../../views/answers.ts';
import { valueFor, valuesOnPage, waysAmong } from '../../views/payload-forms.ts';
import type { Answer, Turn } from '../define.ts';
import { reading } from '../reading.ts';
import { askKeyOf, followFor, hereOf, runAnswer } from '../run-answer.ts';
import { changed, type DraftContent, keep, type Open, open } from './draft.ts';
import { findTyped } from './find.ts';
import { settledWith, showReading, takenIn } from './pasted-list.ts';
import { pickDevices } from './pick.ts';
import { choicesOf, choose, placesTaken, proceed, showForm } from './proceed.ts';
import { schedulePlan } from './schedule-plan.ts';
import { graphOf, refused, startAgainButtons } from './shared.ts';

type FormPress = Extract<Press, { draft: string }>;

/** A form came back. Whose it is, how old it is and whether it still exists is decided before anything it says counts. */
export async function formPressed(turn: Turn, press: FormPress): Promise<Answer> {
  const opened = await open(turn, press.draft);
  if (press.press === 'run-plan') {
    const earlier = await turn.desk.runs.findByAskKey(turn.from.tenantId, askKeyOf(turn, press.nonce));
    if (earlier) return runAnswer(turn, earlier, { place: 'here', askKey: askKeyOf(turn, press.nonce) });
  }
  if (opened.kind !== 'open') return closedForm(turn, opened.kind);
  return answerForm(turn, opened.open, press);
}

function answerForm(turn: Turn, form: Open, press: FormPress): Promise<Answer> | Answer {
  switch (press.press) {
    case 'pick-devices':
      return picked(turn, form, press);
    case 'pick-again':
      return pickAgain(turn, form);
    case 'choose-devices':
      return devicesChosen(turn, form, press);
    case 'choose-all':
      return form.content.reading ? proceed(turn, form) : devicesTaken(turn, form, form.content.candidates);
    case 'settle-list':
      return settled(turn, form, press);
    case 'choose-payloads':
      return payloadsChosen(turn, form, press);
    case 'guard':
      return guarded(turn, form, press.keep);
    case 'change-plan':
      return proceed(turn, changed(form, { chosen: [], all: false, guard: 'unasked', page: 1 }));
    case 'plan-again':
      return proceed(turn, form);
    case 'use-successor':
      return useSuccessor(turn, form);
    case 'drop-draft':
      return dropped(turn, form);
    case 'run-plan':
      return runPlan(turn, form, press);
    case 'schedule-plan':
      return schedulePlan(turn, form, press.nonce);
  }
}

type Of<P extends FormPress['press']> = Extract<FormPress, { press: P }>;

const listed = (ids: string | undefined) => (ids ?? '').split(',').filter((id) => id !== '');

/** What was ticked or found goes together; what was typed is looked for, and may be a list. */
async function picked(turn: Turn, form: Open, { own, found, typed = '' }: Of<'pick-devices'>): Promise<Answer> {
  const ids = [...new Set([...listed(own), ...listed(found)])];
  const read = await reading(() => devicesById(graphOf(turn), ids));
  if (read.kind === 'refused') return refused(turn, read.refusal);
  const candidates = unique(read.value);
  const kept = changed(form, { candidates, said: typed.trim(), reading: null });
  if (typed.trim() !== '') return findTyped(turn, changed(kept, { devices: candidates }), typed);
  if (candidates.length === 0) return pickDevices(turn, changed(kept, { devices: [] }), { kind: 'nothing' });
  return proceed(turn, changed(kept, { devices: candidates, offered: null }));
}

/** Ticked is what was chosen; of what still had to be asked, nothing. */
const pickAgain = (turn: Turn, form: Open): Promise<Answer> =>
  pickDevices(turn, changed(form, { devices: takenIn(form.content), reading: null }), null);

function devicesChosen(turn: Turn, form: Open, press: Of<'choose-devices'>): Promise<Answer> | Answer {
  const ids = new Set(listed(press.devices));
  const chosen = form.content.candidates.filter(({ id }) => ids.has(id));
  return chosen.length === 0 ? choose(turn, form, true) : devicesTaken(turn, form, chosen);
}

const devicesTaken = (turn: Turn, form: Open, chosen: readonly FoundDevice[]): Promise<Answer> =>
  proceed(turn, changed(form, { devices: unique([...form.content.devices, ...chosen]), offered: null }));

function settled(turn: Turn, form: Open, press: Of<'settle-list'>): Promise<Answer> | Answer {
  const { reading: read } = form.content;
  if (!read) return proceed(turn, form);
  const { reading: next, devices } = settledWith(form.content, read, press);
  const kept = changed(form, { reading: next, devices, offered: null });
  return devices.length > 0 ? proceed(turn, kept) : showReading(turn, kept, next);
}

/** What is not ticked on the page that was shown is not wanted; what is on other pages stays. */
function chosenBy(form: Open, page: number, items: string | undefined): DraftContent['chosen'] {
  const { search, chosen } = form.content;
  const offered = choicesOf(form);
  const onPage = new Set(valuesOnPage(offered, { search, page }));
  const ticked = new Set(listed(items).filter((value) => onPage.has(value)));
  const others = chosen.filter((one) => !onPage.has(valueFor(one)));
  return [...others, ...offered.filter((one) => ticked.has(valueFor(one)))];
}

function payloadsChosen(turn: Turn, form: Open, press: Of<'choose-payloads'>): Promise<Answer> | Answer {
  const { search, page: lastShown, intent } = form.content;
  const page = press.page ?? lastShown;
  const chosen = chosenBy(form, page, press.items);
  // Teams leaves out an input that is empty.
  const searched = press.search?.trim() ?? '';
  const to = searched === search ? page + turning[press.go] : 1;
  const kept = changed(form, { chosen, search: searched, page: to, guard: 'unasked' });
  switch (press.go) {
    case 'continue':
      return goOn(turn, kept);
    case 'show':
    case 'next':
    case 'previous':
      return shown(turn, kept, null);
    case 'other-intent':
      return shown(
        turn,
        changed(kept, { intent: intent === 'remove' ? 'restore' : 'remove', chosen: [], page: 1, search: '' }),
        null,
      );
  }
}

const turning = { continue: 0, show: 0, next: 1, previous: -1, 'other-intent': 0 } as const;

/** The next press is about the page that is shown now. */
async function shown(turn: Turn, form: Open, complaint: 'nothing' | 'too-many' | null): Promise<Answer> {
  await keep(turn, form);
  return showForm(turn, form, complaint);
}

function goOn(turn: Turn, form: Open): Promise<Answer> | Answer {
  const { chosen, intent } = form.content;
  const taken = intent === 'remove' ? placesTaken(form).length : 0;
  if (chosen.length === 0) return shown(turn, form, 'nothing');
  return chosen.length + taken > mostItems ? shown(turn, form, 'too-many') : proceed(turn, form);
}

function guarded(turn: Turn, form: Open, keep: 'all' | 'safe'): Promise<Answer> | Answer {
  if (keep === 'all') return proceed(turn, changed(form, { guard: 'all' }));
  const ways = new Set(waysAmong(form.content.chosen).map(({ item }) => valueFor(item)));
  const chosen = form.content.chosen.filter((one) => !ways.has(valueFor(one)));
  return proceed(turn, changed(form, { chosen, guard: 'safe' }));
}

/** Only where Graph has refused the name in use: the choice holds for everybody in the tenant. */
async function useSuccessor(turn: Turn, form: Open): Promise<Answer> {
  if (!form.content.successor) return closedForm(turn, 'gone');
  await turn.desk.vocabularies.choose(turn.from.tenantId, 'changeAssignments');
  return proceed(turn, changed(form, { successor: false }));
}

async function dropped(turn: Turn, { id }: Open): Promise<Answer> {
  await turn.desk.drafts.drop(turn.from.tenantId, id);
  const buttons = startAgainButtons(turn);
  return {
    card: messageCard({ title: 'form.dropped', sentences: [{ key: 'form.dropped.more' }], buttons }, turn.screen),
    place: hereOf(turn),
  };
}

const phraseOf = ({ screen }: Turn) => syncPayloads.phrases[screen.words.language][0];

/** Starts exactly what the pressed preview promised; each start compares again with what is there by then. */
async function runPlan(turn: Turn, form: Open, press: Of<'run-plan'>): Promise<Answer> {
  const { planned: targets, preview } = form.content;
  if (targets.length === 0 || preview !== press.nonce) return proceed(turn, form);
  const shownAs = { place: 'here', askKey: askKeyOf(turn, press.nonce) } as const;
  const { run, how: begun } = await turn.desk.runs.ask({
    ...{ action: syncPayloads, targets, opening: { kind: 'free' }, booking: null },
    ...followFor(turn, shownAs),
  });
  await turn.desk.drafts.drop(turn.from.tenantId, form.id);
  return runAnswer(turn, run, { ...shownAs, isNew: begun === 'begun' });
}

/** A form that is not, or no longer, to be used says why, and how to get one of one's own. */
function closedForm(turn: Turn, why: 'gone' | 'others' | 'old'): Answer {
  const buttons = startAgainButtons(turn);
  // What was started from it may be shown there by now.
  const place = why === 'old' ? hereOf(turn) : 'below';
  const title = why === 'others' ? 'form.others' : 'form.closed';
  const sentences = [{ key: `form.closed.${why}`, values: { phrase: phraseOf(turn) } } as const];
  return { card: messageCard({ title, sentences, buttons }, turn.screen), place };
}
