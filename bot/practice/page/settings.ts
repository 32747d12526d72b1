import type { Language } from '../connector-types.ts';
import type { Theme } from './palette.ts';
import { languages } from './words.ts';

export interface Settings {
  readonly person: string;
  readonly language: Language;
  readonly theme: Theme | 'auto';
}

const key = 'sync-desk-practice';

export function readSettings(): Settings {
  const own = languages.find((language) => language.slice(0, 2) === navigator.language.slice(0, 2)) ?? 'en-US';
  const standard: Settings = { person: 'Ana Ruiz', language: own, theme: 'auto' };
  try {
    return { ...standard, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Settings>) };
  } catch {
    return standard;
  }
}

/** A browser that keeps nothing (a private window) may refuse; the page works without. */
export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {}
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

export function themeOf({ theme }: Settings): Theme {
  if (theme !== 'auto') return theme;
  return prefersDark.matches ? 'dark' : 'light';
}

export function onSystemTheme(change: () => void): void {
  prefersDark.addEventListener('change', change);
}
