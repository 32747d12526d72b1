import type { PressButton } from '../../kit/press-button.ts';
import type { Words } from '../../words/index.ts';

/** A Tuesday in winter: the sky over Berlin is grey, and UTC is one hour behind. */
export const now = new Date('2026-02-17T11:43:20Z');
export const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
export const ago = (minutes: number) => inMinutes(-minutes);

export const ana = 'Ana Ruiz';
export const jon = 'Jon Vik';
export const mia = 'Mia Chen';

/** Names that would like to be more than text. */
export const hostileNames = {
  'a link': '[Reset your password](https://evil.example)',
  'a link without brackets': 'https://evil.example or www.evil.example',
  'a mention': '<at>all</at>',
  'a date macro': '{{DATE(2026-01-01T00:00:00Z)}}',
  'a picture': '![ana](https://evil.example/a.png)',
  markdown: '**Ana** _Ruiz_ `admin` ~~x~~ # 1. > -',
  markup: '<b onclick="x()">Ana</b> &lt;at&gt;all&lt;/at&gt; &#42;',
  'right to left': 'عمر الحسن',
  'a direction override': 'Ana \u202egnp.exe',
  emoji: '👩‍💻 Ana 🇪🇸',
} as const;

export const longName =
  'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh, Maximiliane Theodora Konstanze (Contractor)';
export const unbrokenName = 'a'.repeat(120);

/** The first press of a button spends its nonce. */
export const once = { nonce: 'invented', issuedAt: now };

export const showRunButton = (number: number, words: Words): PressButton => ({
  title: words.say('button.show-run', { number }),
  press: { press: 'show', run: number },
});
