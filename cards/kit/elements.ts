import { escaped, harmless } from './escape.ts';
import type {
  ChoiceSet,
  Column,
  ColumnSet,
  Container,
  Element,
  Execute,
  FactSet,
  TextBlock,
  TextInput,
  Toggle,
} from './types.ts';

type TextStyle = Omit<TextBlock, 'type' | 'text' | 'wrap'>;

/** Plain text; whatever looks like markdown in it is shown as it is. */
export const text = (value: string, style: TextStyle = {}): TextBlock => ({
  type: 'TextBlock',
  text: escaped(value),
  wrap: true,
  ...style,
});

/** What the card is about. */
export const title = (value: string): TextBlock => text(value, { size: 'Medium', weight: 'Bolder', style: 'heading' });
/** How it stands, in a word or three: the largest thing on a card. */
export const verdict = (value: string): TextBlock => text(value, { size: 'Large', weight: 'Bolder' });
export const subtle = (value: string): TextBlock => text(value, { isSubtle: true, size: 'Small', spacing: 'Small' });

/** Above a part of the card. */
export const caption = (value: string): TextBlock => ({ ...subtle(value), spacing: 'Medium' });

export const box = (items: Element[], style: Container['style'] = 'emphasis'): Container => ({
  type: 'Container',
  style,
  spacing: 'Medium',
  items,
});

/** Shown only after its button was pressed; the plain text has it in any case. */
export const hidden = (id: string, items: Element[]): Container => ({
  type: 'Container',
  id,
  isVisible: false,
  style: 'emphasis',
  items,
});

export const columns = (...set: Column[]): ColumnSet => ({ type: 'ColumnSet', columns: set });
export const column = (width: Column['width'], items: Element[]): Column => ({ type: 'Column', width, items });

/** Lines that begin with something short, aligned. A FactSet would run over the edge where a long name cannot break. */
export function rows(lines: readonly (readonly [string, string])[], style: TextStyle = {}): Container {
  const longest = Math.max(...lines.map(([lead]) => lead.length));
  const width = `${Math.min((longest + 1) * leadPx, widestLeadPx)}px` as const;
  const row = ([lead, value]: readonly [string, string]): ColumnSet => ({
    ...columns(column(width, [text(lead, style)]), column('stretch', [text(value)])),
    spacing: 'Small',
  });
  return { type: 'Container', items: lines.map(row) };
}

/** A character of Teams' default size, one more for bold ones; and as much as 320 px can spare. */
const leadPx = 8;
const widestLeadPx = 104;

export const facts = (rows: readonly (readonly [string, string])[]): FactSet => ({
  type: 'FactSet',
  facts: rows.map(([title, value]) => ({ title: escaped(title), value: escaped(value) })),
});

export const choice = ({ label, choices, ...input }: Omit<ChoiceSet, 'type'>): ChoiceSet => ({
  type: 'Input.ChoiceSet',
  label: harmless(label),
  ...input,
  ...(input.style === 'expanded' ? { wrap: true } : {}),
  choices: choices.map(({ title, value }) => ({ title: harmless(title), value })),
});

type Checklist = Pick<ChoiceSet, 'id' | 'label' | 'choices'> & { ticked: readonly string[] };

/** Any number of what it lists. Never required: clients refuse a required one that is ticked (teams-platform 3.2). */
export const checklist = ({ ticked, ...input }: Checklist): ChoiceSet =>
  choice({
    ...input,
    style: 'expanded',
    isMultiSelect: true,
    value: input.choices.flatMap(({ value }) => (ticked.includes(value) ? [value] : [])).join(','),
  });

/**
 * Search as you type, for any number of what the bot finds. It has no choices of its own, because clients cannot mix both; so what
 * was found goes into a checklist when the card is drawn again.
 */
export const search = (input: Pick<ChoiceSet, 'id' | 'label' | 'placeholder'> & { dataset: string }): ChoiceSet => {
  const { dataset, ...shown } = input;
  const data = { type: 'Data.Query', dataset, associatedInputs: 'none' } as const;
  return {
    ...choice({ ...shown, style: 'filtered', isMultiSelect: true, value: '', choices: [] }),
    'choices.data': data,
  };
};

export const typed = (input: Omit<TextInput, 'type'>): TextInput => ({
  type: 'Input.Text',
  ...input,
  label: harmless(input.label),
});

export const reveal = (title: string, id: string): Toggle => ({
  type: 'Action.ToggleVisibility',
  title,
  targetElements: [id],
});

type Pressed = { verb: string; data: object; associatedInputs: 'auto' | 'none'; style?: 'positive' };

/** A button. Clients without `Execute` send the same data with `Submit`. */
export function button(title: string, { verb, ...how }: Pressed): Execute {
  const { data, associatedInputs } = how;
  return {
    type: 'Action.Execute',
    title,
    verb,
    ...how,
    fallback: { type: 'Action.Submit', title, data, associatedInputs },
  };
}
