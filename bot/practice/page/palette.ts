export type Theme = 'light' | 'dark';

/** Text colours on the surfaces cards have. Every pair below has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3). */
export interface Palette {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly line: string;
  readonly surfaces: Readonly<Record<'card' | 'emphasis' | 'accent' | 'good' | 'warning' | 'attention', string>>;
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    text: '#242424',
    subtle: '#5c5c5c',
    accent: '#4f52b2',
    good: '#0e6b0e',
    warning: '#8a4b00',
    attention: '#b10e1c',
    line: '#e0e0e0',
    surfaces: {
      card: '#ffffff',
      emphasis: '#f5f5f5',
      accent: '#ecedfb',
      good: '#e9f6e9',
      warning: '#fff5dc',
      attention: '#fdf0f1',
    },
  },
  dark: {
    text: '#ffffff',
    subtle: '#b8b8b8',
    accent: '#aeb1ff',
    good: '#7cd07c',
    warning: '#f5c46b',
    attention: '#ff9aa2',
    line: '#4a4a4a',
    surfaces: {
      card: '#292929',
      emphasis: '#363636',
      accent: '#2f3050',
      good: '#1f3a21',
      warning: '#43330f',
      attention: '#4a2226',
    },
  },
};
