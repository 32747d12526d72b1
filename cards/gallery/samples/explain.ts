import { errorMeanings } from '../../../bot/knowledge/error-code-table.ts';
import { errorCodeFrom, meaningOf } from '../../../bot/knowledge/error-codes.ts';
import { sayButton } from '../../../bot/views/buttons.ts';
import { type ExplainView, explain } from '../../explain.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';

export const explainSamples = shown({
  name: 'explain',
  about: 'An error code in plain words: whether a repeat can cure it, and who must act.',
  card: explain,
  states: {
    ...Object.fromEntries(oneOfEach().map(({ hex, cure, acts }) => [`repeat: ${cure}, acts: ${acts}`, about(hex)])),
    'asked without its minus': about('0x87D13B70', { said: '2016330896' }),
    'not known': about('0x8024402C'),
    'not known, 64 bits': about('9007199254740993'),
    'outside practice': about('0x87D11388', { practice: false }),
  },
});

function about(text: string, change: Partial<ExplainView> = {}) {
  const code = errorCodeFrom(text);
  if (!code) throw new Error(`"${text}" is no error code`);
  return (words: Words): ExplainView => ({
    practice: true,
    code,
    said: null,
    known: meaningOf(code),
    buttons: [sayButton('help', words)],
    ...change,
  });
}

/** The first code of each way a card can differ in more than its meaning. */
function oneOfEach() {
  const ways = errorMeanings.toReversed().map((row) => [`${row.cure} ${row.acts}`, row] as const);
  return [...new Map(ways).values()];
}
