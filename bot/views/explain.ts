import { explain } from '../../cards/explain.ts';
import { type ErrorCode, errorCodeFrom, meaningOf } from '../knowledge/error-codes.ts';
import type { CardJson } from '../ports.ts';
import { sayButton } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';

/** A code printed without its minus is shown as the one it stands for. */
export function explainCard(asked: ErrorCode, { words, practice }: Screen): CardJson {
  const known = meaningOf(asked);
  const code = (known && errorCodeFrom(known.hex)) ?? asked;
  const said = code.hex === asked.hex ? null : asked.signed;
  return asJson(explain({ practice, code, said, known, buttons: [sayButton('help', words)] }, words));
}
