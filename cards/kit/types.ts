/** The part of Adaptive Cards 1.5 that we use. Teams shows 1.5; newer elements would need a fallback (teams-platform 3.1). */

export type Element = TextBlock | Container | ColumnSet | FactSet | ChoiceSet | TextInput | ActionSet;

type Common = {
  id?: string;
  isVisible?: boolean;
  spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
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
  style?: 'default' | 'emphasis' | 'good' | 'warning' | 'attention' | 'accent';
  bleed?: boolean;
};

export type Column = {
  type: 'Column';
  width: 'auto' | 'stretch' | `${number}px`;
  items: Element[];
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
  isRequired?: boolean;
  errorMessage?: string;
  choices: { title: string; value: string }[];
};

export type TextInput = Common & {
  type: 'Input.Text';
  id: string;
  label: string;
  value?: string;
  placeholder?: string;
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

export type Card = {
  type: 'AdaptiveCard';
  $schema: string;
  version: '1.5';
  lang: string;
  fallbackText: string;
  speak?: string;
  body: Element[];
  actions?: Action[];
};
