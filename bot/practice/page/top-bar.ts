import type { Desk } from './desk.ts';
import { el } from './dom.ts';
import type { Settings } from './settings.ts';
import { languages } from './words.ts';

/** Whose eyes, which language, which colours; and the badge that nothing here is real. */
export function topBar({ words, settings, people }: Desk, change: (settings: Settings) => void): HTMLElement {
  const persons = people.map(({ name }) => ({ value: name, text: name }));
  const ownNames = languages.map((language) => ({ value: language, text: ownNameOf(language) }));
  const themes = [
    { value: 'auto', text: words.themeAuto },
    { value: 'light', text: words.themeLight },
    { value: 'dark', text: words.themeDark },
  ];
  const choose = (key: keyof Settings) => (value: string) => change({ ...settings, [key]: value });
  const switches = [
    { name: 'person', label: words.person, options: persons },
    { name: 'language', label: words.language, options: ownNames },
    { name: 'theme', label: words.theme, options: themes },
  ] as const;
  return el(
    'header',
    { class: 'top-bar' },
    el('h1', {}, el('img', { src: '/page/icon.svg', alt: '', width: '24', height: '24' }), el('span', {}, 'Sync Desk')),
    el('p', { class: 'badge', 'data-testid': 'practice-badge' }, words.badge),
    el('div', { class: 'switches' }, ...switches.map((one) => choice(one, settings[one.name], choose(one.name)))),
  );
}

function ownNameOf(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language.slice(0, 2)) ?? language;
  return `${name.charAt(0).toLocaleUpperCase(language)}${name.slice(1)}`;
}

type Option = { value: string; text: string };

type Switch = { name: string; label: string; options: readonly Option[] };

function choice({ name, label, options }: Switch, chosen: string, choose: (value: string) => void): HTMLElement {
  const select = el('select', { 'data-testid': `${name}-switch` });
  for (const { value, text } of options) select.append(el('option', { value, selected: value === chosen }, text));
  select.addEventListener('change', () => choose(select.value));
  return el('label', { class: 'switch' }, el('span', {}, label), select);
}
