import { openAnswers } from './contract/answers.ts';
import { answersIn, isBatch, parcelOf } from './contract/batch.ts';
import { descriptionFile, readDescription } from './contract/description.ts';
import type { Answered, Asked, Exchange } from './contract/exchange.ts';
import { answersFile, requestsFile } from './contract/file-to-edit.ts';
import { openParts } from './contract/parts.ts';
import { openRequests, partsOf } from './contract/requests.ts';

/** The description of Graph as a judge: each complaint is a sentence that ends with the file to edit. */
export type Contract = {
  aboutRequest(asked: Asked): string[];
  aboutAnswer(asked: Asked, answered: Answered): string[];
  /** Both, for what really travelled. What cannot be an answer of Graph's is left out: silence, a broken line, a page of HTML. */
  about(exchange: Exchange): string[];
};

/** Null where there is no description. */
export function openContract(file = descriptionFile()): Contract | null {
  if (!file) return null;
  const parts = openParts(readDescription(file));
  const complaintsAboutRequest = openRequests(parts);
  const complaintsAboutAnswer = openAnswers(parts);

  function aboutRequest(asked: Asked): string[] {
    const { path } = partsOf(asked.url);
    const own = complaintsAboutRequest(asked);
    const said = own.map((sentence) => saying(asked, sentence, requestsFile(path)));
    return own.length === 0 && isBatch(path) ? aboutParcel(asked) : said;
  }

  function aboutParcel(asked: Asked): string[] {
    const { parts: inner, complaints } = parcelOf(JSON.parse(asked.body));
    const own = complaints.map((sentence) => saying(asked, sentence, requestsFile('/$batch')));
    return [...own, ...inner.flatMap((part) => aboutRequest(part.asked))];
  }

  function aboutAnswer(asked: Asked, answered: Answered): string[] {
    const { path } = partsOf(asked.url);
    const own = complaintsAboutAnswer(asked, answered);
    const said = own.map((sentence) => {
      const file = answersFile(path, answered.status);
      return saying(asked, `answered with ${answered.status}: ${sentence}`, file);
    });
    return own.length === 0 && isBatch(path) && answered.status === 200 ? aboutParcelAnswer(asked, answered) : said;
  }

  function aboutParcelAnswer(asked: Asked, answered: Answered): string[] {
    const answers = answersIn(JSON.parse(answered.body));
    return parcelOf(JSON.parse(asked.body)).parts.flatMap(({ id, asked: inner }) => {
      const answer = answers.get(id.toLowerCase());
      if (answer) return aboutAnswer(inner, answer);
      return [saying(asked, `the request ${id} was not answered`, answersFile('/$batch', 200))];
    });
  }

  function about({ asked, answered }: Exchange): string[] {
    const answer = answered && !isPage(answered) ? aboutAnswer(asked, answered) : [];
    return [...aboutRequest(asked), ...answer];
  }

  return { aboutRequest, aboutAnswer, about };
}

const isPage = ({ contentType }: Answered) => /^text\/html\b/i.test(contentType ?? '');

const saying = ({ method, url }: Asked, sentence: string, file: string) =>
  `${method} ${url}: ${sentence}${sentence.endsWith('?') ? '' : '.'} Edit ${file}.`;
