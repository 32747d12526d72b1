/** What holds for every card in every state, in every language. A failure names the card's file and the state. */
import { join } from 'node:path';
import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { AdaptiveCard, HostConfig, SerializationContext } from 'adaptivecards';
import { hostConfigFor } from '../../bot/practice/page/host-config.ts';
import { unescaped } from '../../cards/kit/escape.ts';
import type { Card } from '../../cards/kit/types.ts';
import { wordsLanguages } from '../../cards/words/index.ts';
import { onPlanted } from '../guards/planted.ts';
import { root } from '../guards/project-files.ts';
import { storyLanguages } from '../helpers/languages.ts';
import { type Drawn, drawn, labelOf, partsOf } from './drawn.ts';

/** The page's own markdown; a TypeScript module for browsers, which the compiler must not see from here. */
const { markdownToHtml, escapeHtml } = jest.requireActual<Record<string, (text: string) => string>>(
  '../../bot/practice/page/markdown.ts',
) as { markdownToHtml(text: string): string; escapeHtml(text: string): string };

/** Each sample must be free of complaints. */
function expectNone(complaintsOf: (one: Drawn) => readonly unknown[]): void {
  const complaints = drawn.flatMap((one) => complaintsOf(one).map((complaint) => [labelOf(one), complaint]));
  expect(complaints).toEqual([]);
}

/** Texts, each mention that the card itself makes as the name that is read. */
function readAs(one: Drawn): string[] {
  const mentions = one.card.msteams?.entities ?? [];
  return textsOf(one).map((text) =>
    mentions.reduce((read, { text: mention, mentioned }) => read.replace(mention, mentioned.name), text),
  );
}

/** Every text a reader sees, as the JSON has it. */
function textsOf({ card }: Drawn): string[] {
  const blocks = partsOf(card.body, (type) => type === 'TextBlock').map((block) => block['text']);
  const facts = partsOf(card.body, (type) => type === 'FactSet')
    .flatMap((set) => set['facts'] as { title: string; value: string }[])
    .flatMap(({ title, value }) => [title, value]);
  return [...blocks, ...facts] as string[];
}

/** The labels of its inputs, and the choices that lie open. */
const labelsOf = (one: Drawn): string[] =>
  inputsOf(one).flatMap(({ label, style, choices }) => [
    String(label),
    ...(style === 'expanded' ? (choices as { title: string }[]).map(({ title }) => title) : []),
  ]);

const inputsOf = ({ card }: Drawn) => partsOf(card.body, (type) => type.startsWith('Input.'));

/** The renderer checks `lang` with a global regular expression, which takes every other card's for wrong (adaptivecards 3.0.6). */
test('is parsed by the renderer without a complaint', () => {
  expectNone((one) => {
    const { card } = one;
    const context = new SerializationContext();
    const parsed = new AdaptiveCard();
    parsed.hostConfig = new HostConfig(hostConfigFor('light'));
    parsed.parse(structuredClone(card), context);
    const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
    const invalid = parsed.validateProperties().validationEvents.map(({ message }) => message);
    const mistaken = searchesOf(one).map(() => 'An Input.ChoiceSet must have at least one choice defined.');
    return without([...events, ...invalid], mistaken).filter((message) => !message.endsWith('for property "lang".'));
  });
});

/** What is searched has no choices of its own, because clients cannot mix both; the renderer takes that for a mistake. */
const searchesOf = (one: Drawn) => inputsOf(one).filter((input) => 'choices.data' in input);

/** Each of `these` excuses one message. */
function without(messages: readonly string[], these: readonly string[]): string[] {
  const left = [...these];
  return messages.filter((message) => !left.includes(message) || !left.splice(left.indexOf(message), 1));
}

/** The compiler's half: whatever the kit can write is one. The test is the other: nothing more is written. */
const official = (card: Card): IAdaptiveCard => card;

test('is a card by the types of @microsoft/teams.cards', () => {
  const files = drawn.map((one, index) => [
    `cards/${one.name}-${index}.ts`,
    `// ${labelOf(one)}
import type { IAdaptiveCard } from '@microsoft/teams.cards';
export const card: IAdaptiveCard = ${JSON.stringify(official(one.card), null, 1)};
`,
  ]);
  const { passed, output } = onPlanted(Object.fromEntries(files), (folder) => [
    process.execPath,
    join(root, 'node_modules/typescript/bin/tsc'),
    ...['-p', folder, '--tsBuildInfoFile', join(folder, 'buildinfo'), '--pretty', 'false'],
  ]);
  const named = output.replaceAll(/^cards\/[a-z-]+-(\d+)\.ts/gm, (_, index) => labelOf(drawn[Number(index)]!));
  expect({ passed, output: passed ? '' : named }).toEqual({ passed: true, output: '' });
});

test('is version 1.5, in the language of its words', () => {
  expectNone(({ card, words }) => (card.version === '1.5' && card.lang === words.language ? [] : [card.version]));
});

/** Every client takes 40 KB (teams-platform 3.5); a card that comes near it is a card nobody reads. */
const mostBytes = 16 * 1024;
/** Only what has to name up to thirty things of many devices may, where all of their names are as long as names can be. */
const mostBytesOfLists = 40_000;
const boards = ['approval', 'payload-board', 'run-details', 'exchange-list', 'history'];
const lists = new Set([
  'device',
  'device-choice',
  'device-reading',
  'help',
  'payload-form',
  'connectivity-guard',
  'payload-plan',
  'serials-note',
  ...boards,
]);

test('is small', () => {
  expectNone(({ name, card }) => {
    const bytes = Buffer.byteLength(JSON.stringify(card), 'utf16le');
    return bytes > (lists.has(name) ? mostBytesOfLists : mostBytes) ? [`${bytes} bytes as UTF-16`] : [];
  });
});

test('has at most six buttons, the main one first', () => {
  expectNone(({ card }) => {
    const actions = card.actions ?? [];
    const main = actions.findIndex((action) => 'style' in action && action.style === 'positive');
    return [
      ...(actions.length > 6 ? [`${actions.length} buttons`] : []),
      ...(main > 0 ? ['main button not first'] : []),
    ];
  });
});

test('has a label on every input', () => {
  expectNone((one) =>
    inputsOf(one)
      .filter((input) => !input['label'])
      .map((input) => input['id']),
  );
});

test('reads in full as plain text', () => {
  expectNone((one) => {
    const { fallbackText, actions = [] } = one.card;
    const pressed = actions.filter(({ type }) => type === 'Action.Execute').map(({ title }) => title);
    const visible = [...[...readAs(one), ...labelsOf(one)].map(unescaped), ...pressed];
    return visible.filter((text) => !fallbackText.includes(text));
  });
});

test('shows text as text, whoever wrote it', () => {
  expectNone((one) =>
    readAs(one).filter((text) => {
      const asItIs = `<p>${escapeHtml(text.replace(/\\([\\`*_~[\]])/g, '$1'))}</p>`;
      const decoded = markdownToHtml(text).replaceAll(/&#(\d+);/g, (_, code) => escapeHtml(String.fromCharCode(code)));
      return decoded !== asItIs || /<at>|\{\{|(?<!\\)\[|:\/\/|www\.|&#?\w+;/i.test(text);
    }),
  );
});

/** Some clients draw them as markdown and some do not, so there is nothing in them that either would act upon. */
test('shows labels and choices as text, and without backslashes that a client might show', () => {
  const alive = /<at>|\{\{|\]\(|:\/\/|www\.|&#?\w+;|<[a-z/!?]/i;
  expectNone((one) =>
    inputsOf(one)
      .flatMap(({ label, choices }) => [
        String(label),
        ...((choices ?? []) as { title: string }[]).map(({ title }) => title),
      ])
      .filter((text) => alive.test(text) || text.includes('\\') || markdownToHtml(text).includes('<a ')),
  );
});

/** In the languages of the stories every state, so that each change of a card is seen; in the others each card once, to be read. */
test.each(wordsLanguages)('reads well (%s)', (language) => {
  const told = drawn.filter(({ words }) => words.language === language);
  const isStory = storyLanguages.some((one) => one === language);
  const shown = told.filter(({ name }, index) => isStory || told[index - 1]?.name !== name);
  for (const one of shown) expect(one.card.fallbackText).toMatchSnapshot(`${one.name}: ${one.state}`);
});
