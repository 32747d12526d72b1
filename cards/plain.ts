import { unescaped } from './kit/escape.ts';
import { shortened } from './kit/shorten.ts';
import type { Action, Card, ChoiceSet, Element } from './kit/types.ts';

/** A card as readable text: for screen readers, speech, the terminal, clients without cards, and tests. */
export function plainText(card: Pick<Card, 'body' | 'actions'>): string {
  const buttons = (card.actions ?? []).flatMap(titleOf);
  const lines = [...card.body.flatMap(linesOf), ...(buttons.length > 0 ? [buttons.join(' ')] : [])];
  return lines.filter((line) => line !== '').join('\n');
}

function linesOf(element: Element): string[] {
  switch (element.type) {
    case 'TextBlock':
      return [unescaped(element.text.replace(/<at>(.*?)<\/at>/g, '$1'))];
    case 'Container':
      return element.items.flatMap(linesOf);
    case 'ColumnSet':
      return [element.columns.flatMap((column) => column.items.flatMap(linesOf)).join(' · ')];
    case 'FactSet':
      return element.facts.map((fact) => `${unescaped(fact.title)}: ${unescaped(fact.value)}`);
    case 'Input.ChoiceSet':
      return choiceLines(element);
    case 'Input.Text':
      return [`${asked(element.label)} ${shortened(element.value ?? '', mostOfField)}`];
    case 'ActionSet':
      return [element.actions.flatMap(titleOf).join(' ')];
  }
}

/** A list that a client shows open is read in full; of one that opens when it is pressed, what is chosen. */
function choiceLines({ label, choices, value, style, isMultiSelect }: ChoiceSet): string[] {
  const chosen = isMultiSelect ? value.split(',') : [value];
  if (style !== 'expanded') return [`${asked(label)} ${titlesOf(choices, chosen).join(', ')}`];
  const marks = isMultiSelect ? (['☑', '☐'] as const) : (['◉', '○'] as const);
  const lines = choices.map((one) => `${marks[chosen.includes(one.value) ? 0 : 1]} ${unescaped(one.title)}`);
  return [asked(label), ...lines];
}

/** What stands in a field is in the card already, and twice a long list makes it too large. */
const mostOfField = 1_600;

/** A label, and the colon that a question does without. */
const asked = (label: string) => unescaped(label).replace(/[^?)]$/, '$&:');

const titlesOf = (choices: ChoiceSet['choices'], chosen: readonly string[]) =>
  choices.filter(({ value }) => chosen.includes(value)).map(({ title }) => unescaped(title));

/** Only what does something: a button that reveals text is of no use where the text is shown anyway. */
const titleOf = (action: Action): string[] => (action.type === 'Action.Execute' ? [`[${action.title}]`] : []);
