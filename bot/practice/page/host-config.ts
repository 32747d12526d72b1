import { type Palette, palettes, type Theme } from './palette.ts';

const fontFamily = "'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'Helvetica Neue', sans-serif";

/** How cards look here, in the spirit of Teams: its type ramp, quiet lines, small spaces. */
export function hostConfigFor(theme: Theme): object {
  const palette = palettes[theme];
  return {
    ...typography,
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: containerStyles(palette),
    actions,
    inputs,
    factSet,
    textStyles: { heading: { size: 'medium', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
    // The conversation's own title is a heading of level 2.
    textBlock: { headingLevel: 3 },
    media: { allowInlinePlayback: false },
    supportsInteractivity: true,
  };
}

/** In each type: sizes beside the types are left aside, and the renderer's own are larger than its lines. */
const sizes = {
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
};

const typography = {
  fontFamily,
  fontTypes: {
    default: { fontFamily, ...sizes },
    monospace: { fontFamily: "'Cascadia Mono', Consolas, 'Noto Sans Mono', monospace", ...sizes },
  },
  lineHeights: { small: 16, default: 20, medium: 22, large: 26, extraLarge: 34 },
};

const actions = {
  maxActions: 6,
  spacing: 'medium',
  // The gap of cards.css; the renderer's own spacers would indent a second line of buttons.
  buttonSpacing: 0,
  showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
  actionsOrientation: 'horizontal',
  actionAlignment: 'left',
  allowTitleToWrap: true,
  iconPlacement: 'leftOfTitle',
  iconSize: 16,
};

const inputs = {
  label: {
    inputSpacing: 'small',
    requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
    optionalInputs: { weight: 'bolder' },
  },
  errorMessage: { size: 'small', color: 'attention', weight: 'default', spacing: 'small' },
  allowDynamicallyFilteredChoiceSet: true,
  allowRevealOnHoverStyle: false,
};

const factSet = {
  title: { weight: 'bolder', wrap: true, maxWidth: 150 },
  value: { wrap: true },
  spacing: 12,
};

function containerStyles(palette: Palette): object {
  const { card, ...tinted } = palette.surfaces;
  const foregroundColors = foreground(palette);
  const styles = Object.entries(tinted).map(([name, backgroundColor]) => [name, { backgroundColor, foregroundColors }]);
  return { default: { backgroundColor: card, foregroundColors }, ...Object.fromEntries(styles) };
}

function foreground(palette: Palette): object {
  const same = (color: string, subtle = color) => ({ default: color, subtle });
  return {
    default: same(palette.text, palette.subtle),
    dark: same(palette.text, palette.subtle),
    light: same(palette.subtle),
    accent: same(palette.accent),
    good: same(palette.good),
    warning: same(palette.warning),
    attention: same(palette.attention),
  };
}
