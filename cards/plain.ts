import { unescaped } from './kit/escape.ts';
import type { Action, Card, Element } from './kit/types.ts';

/** A card as readable text: for screen readers, speech, the terminal, clients without cards, and tests. */
export function plainText(card: Pick<Card, 'body' | 'actions'>): string {
  const buttons = (card.actions ?? []).flatMap(titleOf);
  const lines = [...card.body.flatMap(linesOf), ...(buttons.length > 0 ? [buttons.join(' ')] : [])];
  return lines.filter((line) => line !== '').join('\n');
}

function linesOf(element: Element): string[] {
  switch (element.type) {
    case 'TextBlock':
      return [unescaped(element.text)];
    case 'Container':
      return element.items.flatMap(linesOf);
    case 'ColumnSet':
      return [element.columns.flatMap((column) => column.items.flatMap(linesOf)).join(' · ')];
    case 'FactSet':
      return element.facts.map((fact) => `${unescaped(fact.title)}: ${unescaped(fact.value)}`);
    case 'Input.ChoiceSet':
      return [`${element.label}: ${element.choices.find((one) => one.value === element.value)?.title ?? ''}`];
    case 'Input.Text':
      return [`${element.label}: ${element.value ?? ''}`];
    case 'ActionSet':
      return [element.actions.flatMap(titleOf).join(' ')];
  }
}

/** Only what does something: a button that reveals text is of no use where the text is shown anyway. */
const titleOf = (action: Action): string[] => (action.type === 'Action.Execute' ? [`[${action.title}]`] : []);
