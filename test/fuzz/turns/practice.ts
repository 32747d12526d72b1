import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CommandName } from '../../../bot/commands/define.ts';
import { commands } from '../../../bot/commands/index.ts';
import { understand, vocabularyOf } from '../../../bot/commands/understand.ts';
import { parsePress } from '../../../cards/press.ts';
import type { Person } from '../../helpers/chat.ts';
import type { Desk } from '../../helpers/desk.ts';
import { type Claim, claim } from '../claim.ts';
import { pressData } from '../claims/presses.ts';
import { anyJson, spoiled } from '../inputs/json.ts';
import { outsideText, saidText } from '../inputs/text.ts';
import { answerTo, givesNothingAway, isCalm, seenBy } from './answered.ts';

const vocabulary = vocabularyOf(commands);
/** What starts something, now or later; everything else must not. */
const starting: readonly CommandName[] = ['sync-autopilot', 'sync-exchange', 'again', 'schedule'];

function startsNothing(text: string): boolean {
  const understood = understand(text, vocabulary, 'en');
  return understood.kind !== 'command' || !starting.includes(understood.command.name);
}

/** A whole press that is fresh may start something; of everything else these runs, drafts and connectors are not there. */
const isNoStart = (data: unknown): boolean => {
  const parsed = parsePress(data);
  return parsed.kind !== 'press' || !['start', 'book'].includes(parsed.press.press);
};

const locale = fc.constantFrom('en-US', 'ru-RU', 'de-DE', 'xx', '');
const zone = fc.oneof(fc.constantFrom('Europe/Berlin', 'UTC', 'Asia/Kathmandu'), outsideText);

/** The whole turn in practice, through the real adapter and over HTTP; each input is somebody new in a chat of their own. */
export function practiceTurns(desk: Desk): readonly Claim[] {
  let count = 0;
  const newcomer = (): Person => {
    count += 1;
    return desk.person(`Reader ${count}`);
  };
  return [
    claim({
      name: 'turns: words get one answer, which gives nothing away, and start nothing',
      input: fc.record({ text: saidText.filter(startsNothing), locale, zone }),
      share: 1,
      async holds(input) {
        const reader = newcomer();
        reader.speaks(input.locale, input.zone);
        const seen = await answerTo(reader, () => reader.says(input.text));
        isCalm(desk.logged);
        assert.deepEqual([seen.status, seen.messages.length], [200, 1]);
        givesNothingAway(seen, input);
      },
      after: () => nothingStarted(desk),
    }),
    claim({
      name: 'turns: whatever a button sends is answered, and starts nothing',
      input: fc.record({
        data: fc.oneof(spoiled(pressData), pressData, anyJson).filter(isNoStart),
        how: fc.constantFrom('execute' as const, 'submit' as const),
      }),
      share: 1,
      async holds({ data, how }) {
        const reader = newcomer();
        const waits = how === 'submit' ? answerTo : seenBy;
        const seen = await waits(reader, () => reader.submits(data, { how }));
        isCalm(desk.logged);
        assert.equal(seen.status, 200);
        if (how === 'execute') assert.notEqual(seen.body, null);
        assert.ok(seen.messages.length <= 1, `${seen.messages.length} answers`);
        givesNothingAway(seen, data);
      },
      after: () => nothingStarted(desk),
    }),
    claim({
      name: 'turns: a spoiled activity is refused, left alone, or answered once',
      input: spoiled(
        fc.record({ text: saidText.filter(startsNothing), value: fc.constantFrom(undefined, {}, []), ...more }),
      ),
      share: 0.5,
      async holds(input) {
        const reader = newcomer();
        const seen = await seenBy(reader, () => reader.sends(input as Record<string, unknown>));
        isCalm(desk.logged);
        assert.ok([200, 400, 403, 501].includes(seen.status), String(seen.status));
        assert.ok(seen.messages.length <= 1, `${seen.messages.length} answers`);
        givesNothingAway(seen, input);
      },
      after: () => nothingStarted(desk),
    }),
    claim({
      name: 'turns: bytes at any door are refused in a few words',
      input: fc.record({
        path: fc.oneof(
          fc.constantFrom(...doors),
          outsideText.map((text) => `/${encodeURIComponent(text.toWellFormed())}`),
        ),
        method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'),
        type: fc.constantFrom('application/json', 'text/plain', 'application/x-www-form-urlencoded', 'x'),
        body: fc.oneof(
          outsideText,
          anyJson.map((part) => JSON.stringify(part) ?? ''),
        ),
      }),
      share: 0.5,
      holds: (input) => isRefused(desk, input),
      after: () => nothingStarted(desk),
    }),
  ];
}

const doors = [
  '/api/messages',
  '/api/messages/',
  '/sign-in/start?state=x',
  '/sign-in/done',
  '/health',
  '/ready',
  '/',
  '/..%2f',
];
const more = {
  type: fc.constantFrom('message', 'messageUpdate', 'invoke', 'installationUpdate', 'conversationUpdate'),
  name: fc.constantFrom('adaptiveCard/action', 'fileConsent/invoke', 'application/search', 'signin/verifyState'),
  action: fc.constantFrom('add', 'remove'),
  attachments: fc.constantFrom(undefined, [
    { contentType: 'application/vnd.microsoft.teams.file.download.info', content: {} },
  ]),
  from: fc.record({ id: fc.constant('29:odd'), name: outsideText, aadObjectId: fc.uuid() }),
};

type Knock = { path: string; method: string; type: string; body: string };

async function isRefused(desk: Desk, { path, method, type, body }: Knock): Promise<void> {
  const carries = method === 'GET' ? {} : { body };
  const response = await fetch(desk.app.url + path, { method, headers: { 'content-type': type }, ...carries });
  const text = await response.text();
  isCalm(desk.logged);
  assert.ok(response.status < 500, String(response.status));
  assert.ok(text.length < 2_000, `${text.length} characters`);
  if (response.status >= 400)
    givesNothingAway({ status: response.status, body: partOf(text), messages: [] }, [path, body]);
}

/** What HTTP answers is JSON itself. */
const partOf = (text: string): unknown => (text.startsWith('{') ? JSON.parse(text) : text);

/** After the inputs of a seed: Graph was not asked to do anything, and the bot lives. */
async function nothingStarted(desk: Desk): Promise<void> {
  await desk.app.runner.wake();
  const posts = desk.posts().map(({ path }) => path);
  await desk.startsOver();
  const { status } = await fetch(`${desk.app.url}/ready`);
  assert.deepEqual([posts, status], [[], 200]);
}
