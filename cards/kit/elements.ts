import { escaped } from './escape.ts';
import type { ChoiceSet, Column, ColumnSet, Container, Element, Execute, FactSet, TextBlock, Toggle } from './types.ts';

type TextStyle = Omit<TextBlock, 'type' | 'text' | 'wrap'>;

/** Plain text; whatever looks like markdown in it is shown as it is. */
export const text = (value: string, style: TextStyle = {}): TextBlock => ({
  type: 'TextBlock',
  text: escaped(value),
  wrap: true,
  ...style,
});

export const heading = (value: string): TextBlock => text(value, { size: 'large', weight: 'bolder', style: 'heading' });
export const subtle = (value: string): TextBlock => text(value, { isSubtle: true, size: 'small', spacing: 'small' });

export const box = (items: Element[], style: Container['style'] = 'emphasis'): Container => ({
  type: 'Container',
  style,
  spacing: 'medium',
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
export const column = (width: Column['width'], items: Element[]): Column => ({
  type: 'Column',
  width,
  items,
  verticalContentAlignment: 'center',
});

export const facts = (rows: readonly (readonly [string, string])[]): FactSet => ({
  type: 'FactSet',
  facts: rows.map(([title, value]) => ({ title: escaped(title), value: escaped(value) })),
});

export const choice = (input: Omit<ChoiceSet, 'type'>): ChoiceSet => ({ type: 'Input.ChoiceSet', ...input });

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
