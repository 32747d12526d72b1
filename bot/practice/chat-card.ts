import type { Card, Json } from './connector-types.ts';

/** A button of a card with the inputs it sends, however deep in the card it stands. */
export interface CardButton {
  readonly title: string;
  readonly action: Json;
  readonly inputs: readonly Json[];
}

/** Buttons a terminal can press. Showing and hiding parts is left out: the card's plain text is already complete. */
const pressable = new Set(['Action.Execute', 'Action.Submit', 'Action.OpenUrl']);

/** Where cards keep elements inside elements. */
const nests = ['body', 'items', 'columns', 'rows', 'cells'];

export function buttonsOf(card: Card): CardButton[] {
  return collect(card, '', inputsOf(card));
}

function collect(node: Json, prefix: string, inputs: readonly Json[]): CardButton[] {
  const own = [...objects(node['actions']), ...present(node['selectAction']), ...present(node['inlineAction'])];
  return [
    ...nests.flatMap((key) => objects(node[key]).flatMap((child) => collect(child, prefix, inputs))),
    ...own.flatMap((action) => buttonsFor(action, prefix, inputs)),
  ];
}

function buttonsFor(action: Json, prefix: string, inputs: readonly Json[]): CardButton[] {
  const title = `${prefix}${string(action['title'])}`;
  const [shown] = present(action['card']);
  if (action['type'] === 'Action.ShowCard' && shown)
    return collect(shown, `${title} › `, [...inputs, ...inputsOf(shown)]);
  if (!pressable.has(string(action['type'])) || action['isEnabled'] === false || title === '') return [];
  return [{ title, action, inputs: action['associatedInputs'] === 'none' ? [] : inputs }];
}

/** Inputs behind a ShowCard belong to the buttons in there only. */
function inputsOf(node: Json): Json[] {
  const own = string(node['type']).startsWith('Input.') && typeof node['id'] === 'string' ? [node] : [];
  return [...own, ...nests.flatMap((key) => objects(node[key]).flatMap(inputsOf))];
}

export function plainTextOf(card: Card): string {
  return string(card['fallbackText']) || string(card['speak']) || '(a card without plain text)';
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.flatMap(present) : [];
}

function present(value: unknown): Json[] {
  return typeof value === 'object' && value !== null ? [value as Json] : [];
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
