/** The part of Adaptive Cards 1.5 that we use. Teams shows 1.5; newer elements would need a fallback (teams-platform 3.1). */

export type Element = TextBlock | Container | ColumnSet | FactSet | ChoiceSet | TextInput | ActionSet;

type Spacing = 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
/** What a box means; nothing depends on its colour. */
export type Tone = 'default' | 'emphasis' | 'good' | 'warning' | 'attention' | 'accent';

type Common = {
  id?: string;
  isVisible?: boolean;
  spacing?: Spacing;
  separator?: boolean;
};

export type TextBlock = Common & {
  type: 'TextBlock';
  text: string;
  wrap: true;
  size?: 'Small' | 'Default' | 'Medium' | 'Large';
  weight?: 'Default' | 'Bolder';
  isSubtle?: boolean;
  style?: 'heading';
  horizontalAlignment?: 'Left' | 'Right';
};

export type Container = Common & {
  type: 'Container';
  items: Element[];
  style?: Tone;
  bleed?: boolean;
};

export type Column = {
  type: 'Column';
  /** A number is a share of what is left. */
  width: 'auto' | 'stretch' | `${number}px` | number;
  items: Element[];
  style?: Tone;
  minHeight?: `${number}px`;
  spacing?: Spacing;
  verticalContentAlignment?: 'Center';
};
export type ColumnSet = Common & { type: 'ColumnSet'; columns: Column[] };
export type FactSet = Common & { type: 'FactSet'; facts: { title: string; value: string }[] };
export type ActionSet = Common & { type: 'ActionSet'; actions: Action[] };

export type ChoiceSet = Common & {
  type: 'Input.ChoiceSet';
  id: string;
  label: string;
  value: string;
  style: 'compact' | 'expanded' | 'filtered';
  /** The value is then the chosen ones with commas between them. */
  isMultiSelect?: true;
  wrap?: true;
  placeholder?: string;
  isRequired?: boolean;
  errorMessage?: string;
  choices: { title: string; value: string }[];
  'choices.data'?: { type: 'Data.Query'; dataset: string; associatedInputs: 'none' };
};

export type TextInput = Common & {
  type: 'Input.Text';
  id: string;
  label: string;
  value?: string;
  placeholder?: string;
  isMultiline?: true;
  maxLength: number;
  isRequired?: boolean;
  errorMessage?: string;
};

export type Execute = {
  type: 'Action.Execute';
  title: string;
  verb: string;
  data: object;
  style?: 'default' | 'positive' | 'destructive';
  associatedInputs?: 'auto' | 'none';
  fallback: { type: 'Action.Submit'; title: string; data: object; associatedInputs?: 'auto' | 'none' };
};

export type Toggle = { type: 'Action.ToggleVisibility'; title: string; targetElements: string[] };

export type Action = Execute | Toggle;

/** Teams tells whoever is mentioned (teams-platform 4). */
export type Mention = { type: 'mention'; text: string; mentioned: { id: string; name: string } };

export type Card = {
  type: 'AdaptiveCard';
  $schema: string;
  version: '1.5';
  lang: string;
  fallbackText: string;
  speak?: string;
  body: Element[];
  actions?: Action[];
  msteams?: { entities: Mention[] };
};
