import { errorMeanings } from '../../../bot/knowledge/error-code-table.ts';
import { errorCodeFrom, meaningOf } from '../../../bot/knowledge/error-codes.ts';
import type { PayloadErrorView } from '../../payload-error.ts';
import type { PayloadItemView } from '../../payload-items.ts';
import { ru } from '../../words/ru.ts';
import { ago } from './invented.ts';

/** An error as bot/views makes one. */
export function failure(text: string | null, detail: string | null = null): PayloadErrorView {
  const code = text === null ? null : errorCodeFrom(text);
  return { code, known: code && meaningOf(code), detail };
}

/** The device is locked; another try can help. */
export const locked = failure('-2016341112', 'The device is locked.');
/** No JavaScript number is exactly this. */
export const inexact = failure('9007199254740993');

/** The codes with the most to say about them. */
export const talkative = errorMeanings
  .toSorted((a, b) => ru[b.meaning].length - ru[a.meaning].length)
  .map(({ hex }) => hex);

type Told = Partial<PayloadItemView> & Pick<PayloadItemView, 'name' | 'intent' | 'status'>;

export const item = (told: Told): PayloadItemView => ({
  id: `0f1e2d3c-0000-4000-8000-${(told.name ?? '').length.toString().padStart(12, '0')}`,
  kind: 'profile',
  at: told.status === null ? null : ago(3),
  error: null,
  ...told,
});

export const mail = (status: string | null, more: Partial<PayloadItemView> = {}) =>
  item({ name: 'Mail profile', kind: 'email', intent: 'remove', status, ...more });
export const vpn = (status: string | null, more: Partial<PayloadItemView> = {}) =>
  item({ name: 'VPN', kind: 'vpn', intent: 'remove', status, ...more });
export const app = (status: string | null, more: Partial<PayloadItemView> = {}) =>
  item({ name: 'Field Service', kind: 'app', intent: 'remove', status, ...more });
