/** The part of Adaptive Cards 1.5 that we use. Teams shows 1.5; newer elements would need a fallback (teams-platform 3.1). */

export type Element = TextBlock | Container | ColumnSet | FactSet | ChoiceSet | TextInput | ActionSet;

type Common = {
  id?: string;
  isVisible?: boolean;
  spacing?: 'none' | 'small' | 'default' | 'medium' | 'large';
  separator?: boolean;
};

export type TextBlock = Common & {
  type: 'TextBlock';
  text: string;
  wrap: true;
  size?: 'small' | 'default' | 'medium' | 'large';
  weight?: 'default' | 'bolder';
  isSubtle?: boolean;
  style?: 'heading';
  horizontalAlignment?: 'left' | 'right';
};

export type Container = Common & {
  type: 'Container';
  items: Element[];
  style?: 'default' | 'emphasis' | 'good' | 'warning' | 'attention' | 'accent';
  bleed?: boolean;
};

export type Column = {
  type: 'Column';
  width: 'auto' | 'stretch';
  items: Element[];
  verticalContentAlignment?: 'center';
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
  msteams?: { width?: 'Full' };
  body: Element[];
  actions?: Action[];
};
