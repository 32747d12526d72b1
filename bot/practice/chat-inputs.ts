import type { Json } from './connector-types.ts';

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** How the terminal asks for what a button sends. */
export interface Asking {
  /** One line from the person; undefined when there are no more. */
  readonly ask: (prompt: string) => Promise<string | undefined>;
  readonly print: (line: string) => void;
  readonly search: (dataset: string, text: string) => Promise<readonly Choice[]>;
}

/** Asks for every input in turn. Undefined when the lines ran out: then nothing may be pressed. */
export async function fillIn(inputs: readonly Json[], asking: Asking): Promise<Json | undefined> {
  const values: Json = {};
  for (const input of inputs) {
    const value = await askFor(input, asking);
    if (value === undefined) return undefined;
    if (value !== '') values[string(input['id'])] = value;
  }
  return values;
}

async function askFor(input: Json, asking: Asking): Promise<string | undefined> {
  list(choicesOf(input), asking);
  const answer = (await asking.ask(promptOf(input)))?.trim();
  if (answer === undefined) return undefined;
  const value = answer === '' ? string(input['value']) : await understood(input, answer, asking);
  if (value !== '' || input['isRequired'] !== true) return value;
  asking.print(string(input['errorMessage']) || '…?');
  return await askFor(input, asking);
}

function list(choices: readonly Choice[], asking: Asking): void {
  for (const [index, choice] of choices.entries()) asking.print(`  ${index + 1}) ${choice.title}`);
}

async function understood(input: Json, answer: string, asking: Asking): Promise<string> {
  if (answer === '-' && input['type'] === 'Input.Text') return '';
  const choices = choicesOf(input);
  const dataset = string((input['choices.data'] as Json | undefined)?.['dataset']);
  const one = async (text: string) => (dataset === '' ? chosen(text, choices) : await searched(dataset, text, asking));
  if (input['isMultiSelect'] !== true) return await one(answer);
  const parts: string[] = [];
  for (const part of answer.split(',')) parts.push(await one(part.trim()));
  return parts.join(',');
}

async function searched(dataset: string, answer: string, asking: Asking): Promise<string> {
  const found = await asking.search(dataset, answer);
  const [only] = found;
  if (only && found.length === 1) return only.value;
  list(found, asking);
  if (found.length === 0) return answer;
  return chosen((await asking.ask('№:'))?.trim() ?? '', found);
}

/** A choice is named by its number, its title or its value; anything else is sent as it was typed. */
function chosen(answer: string, choices: readonly Choice[]): string {
  const named = choices.find(({ title, value }) => value === answer || title.toLowerCase() === answer.toLowerCase());
  return (choices[Number(answer) - 1] ?? named)?.value ?? answer;
}

function choicesOf(input: Json): Choice[] {
  if (input['type'] === 'Input.Toggle') return toggleChoices(input);
  const choices = Array.isArray(input['choices']) ? (input['choices'] as Json[]) : [];
  return choices.map((choice) => ({ title: string(choice['title']), value: string(choice['value']) }));
}

function toggleChoices(input: Json): Choice[] {
  const [on, off] = [string(input['valueOn']) || 'true', string(input['valueOff']) || 'false'];
  return [
    { title: '✓', value: on },
    { title: '✗', value: off },
  ];
}

function promptOf(input: Json): string {
  const name = string(input['label']) || string(input['title']) || string(input['placeholder']) || string(input['id']);
  const preset = presetOf(input);
  return preset === '' ? `${name}:` : `${name} [${preset}]:`;
}

/** What Enter sends, as the person knows it. */
function presetOf(input: Json): string {
  const value = string(input['value']);
  const values = input['isMultiSelect'] === true ? value.split(',') : [value];
  const titles = values.map((one) => choicesOf(input).find((choice) => choice.value === one)?.title ?? one);
  return titles.join(', ');
}

function string(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
