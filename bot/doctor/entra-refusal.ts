import type { Heard } from '../identity/entra-answer.ts';
import type { HttpAnswer } from '../ports.ts';
import { type Asker, explain, numbersIn } from './aadsts.ts';
import { bad, type Finding } from './define.ts';
import { unanswered } from './unanswered.ts';

/** What Entra said instead of what was asked for. */
export function entraRefusal({ status, body }: Pick<HttpAnswer, 'status' | 'body'>, asker: Asker): Finding {
  const [number] = numbersIn(body);
  if (number === undefined)
    return bad(
      `Entra answered with status ${status} and no error number.`,
      'Try again; if it stays, see whether a proxy answers in its place.',
    );
  const known = explain(number, asker);
  return known
    ? bad(`Entra refuses: ${known.means} (AADSTS${number}).`, known.todo)
    : bad(`Entra refuses (AADSTS${number}).`, `Look it up: https://login.microsoftonline.com/error?code=${number}`);
}

const unusable = bad(
  'The credential could not be used: nobody was asked for a token.',
  'See that private key and certificate in the file fit, or that this machine gives the managed identity’s tokens.',
);

/** Why there is no token. */
export function noToken(heard: Heard, asker: Asker & { entraUrl: string }): Finding {
  if (heard === null) return unusable;
  return 'error' in heard ? unanswered(heard.error, asker.entraUrl) : entraRefusal(heard.answer, asker);
}
