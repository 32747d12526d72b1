import type { NoSuch, Which } from '../../finding/by-script.ts';
import { devicesOf, type Found, type FoundDevice, unique } from '../../finding/devices.ts';
import { type ListFound, readList } from '../../finding/list.ts';
import { findWanted } from '../../finding/wanted.ts';
import type { Graph } from '../../graph/client.ts';
import { payloadSupportOf } from '../../knowledge/platforms.ts';
import type { Scope } from '../../ports.ts';
import { messageCard } from '../../views/answers.ts';
import { isSilent } from '../../views/payload-labels.ts';
import type { Answer, Turn } from '../define.ts';
import { type DeviceWords, deviceWords, withoutOpening } from '../find-words.ts';
import { mostNames, type Pasted } from '../paste.ts';
import { reading } from '../reading.ts';
import { hereOf } from '../run-answer.ts';
import { connectorAnswer } from '../sync-exchange.ts';
import { changed, type Open, type Reading } from './draft.ts';
import { pickDevices } from './pick.ts';
import { proceed } from './proceed.ts';
import { graphOf, refused, scriptScopes, searchScopes, startAgainButtons } from './shared.ts';

/** What was typed into the picker, or behind a command. */
export const findTyped = (turn: Turn, form: Open, typed: string): Promise<Answer> =>
  find(turn, form, deviceWords(typed));

/** Finds what the words mean, or the list that came with them. One device is taken; of several the person chooses: never the first match. */
export async function find(turn: Turn, form: Open, words: DeviceWords): Promise<Answer> {
  if (turn.attached) return readPastedList(turn, form, turn.attached);
  switch (words.kind) {
    case 'none':
      return proceed(turn, changed(form, { said: '' }));
    case 'list':
      return readPastedList(turn, form, words.pasted);
    case 'mine':
      return found(turn, form, { scopes: searchScopes, look: (graph) => devicesOf(graph, turn.from.id) });
    case 'words':
      return found(turn, form, {
        scopes: words.script ? scriptScopes : searchScopes,
        look: (graph) => calledOrTheirs(graph, words),
      });
  }
}

/** Many a phone is called "Jon's iPhone", so that it is a name is tried first. */
async function calledOrTheirs(graph: Graph, { theirs, ...words }: Extract<DeviceWords, { kind: 'words' }>) {
  const called = await findWanted(graph, words);
  const isNothing = called.kind === 'found' && called.devices.length === 0;
  return theirs && isNothing ? findWanted(graph, { ...words, ...theirs }) : called;
}

type Look = { scopes: readonly Scope[]; look(graph: Graph): Promise<Found | Which | NoSuch> };

async function found(turn: Turn, form: Open, { scopes, look }: Look): Promise<Answer> {
  const read = await reading(() => look(graphOf(turn, scopes)));
  if (read.kind === 'refused') return refused(turn, read.refusal, scopes);
  const answer = read.value;
  if (answer.kind === 'which') return askWhich(turn, answer);
  if (answer.kind === 'no-such') return noSuch(turn, answer);
  const { devices, match, more } = answer;
  const instead = devices.length === 0 && isSaid(turn, form) ? await connectorAnswer(turn, form.content.said) : null;
  if (instead) return instead;
  const before = form.content.devices;
  const [only] = devices;
  if (only && devices.length === 1 && match === 'exact' && !more)
    return proceed(turn, changed(form, { devices: unique([...before, only]), candidates: devices, offered: null }));
  const said = form.content.said === '' ? ' ' : withoutOpening(form.content.said);
  return proceed(turn, changed(form, { devices: [], candidates: unique([...before, ...devices]), match, more, said }));
}

/** Somebody said "sync" and a name, which may be a connector's. */
const isSaid = ({ cardId }: Turn, { content: { purpose, wanted } }: Open) =>
  cardId === null && purpose === 'payloads' && wanted.length === 0;

/** Scripts or apps of nearly this name: which one is meant is said in words. */
function askWhich(turn: Turn, { what, names }: Which): Answer {
  const { words } = turn.screen;
  const shown = names.slice(0, mostNamed);
  const sentences = [{ key: `which.${what}`, values: { names: words.list(shown), count: names.length } } as const];
  return note(turn, { title: 'which.title', sentences });
}

const mostNamed = 10;

function noSuch(turn: Turn, { what, name, refused: lack }: NoSuch): Answer {
  if (lack) return refused(turn, lack);
  return note(turn, { title: 'no-such.title', sentences: [{ key: `no-such.${what}`, values: { name } }] });
}

function note(turn: Turn, what: Pick<Parameters<typeof messageCard>[0], 'title' | 'sentences'>): Answer {
  const buttons = startAgainButtons(turn);
  return { card: messageCard({ ...what, buttons }, turn.screen), place: hereOf(turn) };
}

async function readPastedList(turn: Turn, form: Open, pasted: Pasted): Promise<Answer> {
  if (pasted.tooMany) return pickDevices(turn, form, { kind: 'too-many', most: mostNames });
  const names = pasted.names.map(({ text }) => text);
  const read = await reading(() => readList(graphOf(turn), names));
  if (read.kind === 'refused') return refused(turn, read.refusal);
  const { found: devices, ambiguous, unknown } = read.value;
  const candidates = unique([...form.content.devices, ...devices, ...ambiguous.flatMap((one) => one.devices)]);
  // Whoever wants to look at one of them chooses it below, whichever line it was found by.
  if (form.content.purpose === 'device' && unknown.length === 0)
    return proceed(turn, changed(form, { devices: candidates, candidates }));
  const list = readingOf(turn, form, { pasted, found: read.value });
  const sure = [...form.content.devices.map(({ id }) => id), ...list.sure];
  const doubtful = form.content.purpose === 'device' ? [] : list.doubtful;
  return proceed(turn, changed(form, { candidates, reading: { ...list, sure, doubtful }, devices: [] }));
}

type Listed = { pasted: Pasted; found: ListFound };

function readingOf(
  { screen }: Turn,
  { content }: Open,
  { pasted, found: { found: devices, ...read } }: Listed,
): Reading {
  const { names, repeated } = pasted;
  const ticked = new Set(content.devices.map(({ id }) => id));
  return {
    lines: names.length + repeated.reduce((sum, { times }) => sum + times - 1, 0),
    repeated: repeated.map(({ text }) => text),
    unknown: read.unknown,
    sure: devices.map(({ id }) => id),
    ambiguous: read.ambiguous.map(({ said, devices: fitting }) => {
      const ids = fitting.map(({ id }) => id);
      return { said, ids, chosen: ids.find((id) => ticked.has(id)) ?? null };
    }),
    doubtful: devices.flatMap((device) => doubtsAbout(device, screen.now)),
    settled: false,
  };
}

function doubtsAbout(device: FoundDevice, now: Date): Reading['doubtful'] {
  if (payloadSupportOf(device) === 'undocumented') return [{ id: device.id, why: 'undocumented', ticked: false }];
  return isSilent(device, now) ? [{ id: device.id, why: 'silent', ticked: true }] : [];
}
