import type { Screen } from '../views/screen.ts';
import { offerAnswered } from './answered-offer.ts';
import { saidWithFile, unreadFile } from './attached.ts';
import type { Answer, Desk, Did, Incoming, Turn } from './define.ts';
import { greetingAnswer } from './help.ts';
import { topics } from './index.ts';
import { pressed } from './presses.ts';
import { edited, said } from './said.ts';

/** What somebody did comes in, what they are shown goes out; null where nothing is to be said. */
export async function answer(desk: Desk, incoming: Incoming): Promise<Answer | null> {
  const { did, ...rest } = incoming;
  const cardId = 'cardId' in did ? did.cardId : null;
  return answerTo({ ...rest, desk, cardId, attached: null, screen: await screenFor(desk, incoming) }, did);
}

function answerTo(turn: Turn, did: Did): Promise<Answer> | Answer | null {
  switch (did.kind) {
    case 'said':
      return did.file ? saidWithFile(turn, did.text, did.file) : said(turn, did.text);
    case 'sent-file':
      return unreadFile(turn, did);
    case 'answered-offer':
      return offerAnswered(turn, did);
    case 'edited':
      return edited(turn, did.text);
    case 'pressed':
      return withAside(turn, did.data);
    case 'arrived':
      return greetingAnswer(turn, topics, { addedBy: turn.where.kind === 'personal' ? null : did.addedBy });
  }
}

async function withAside(turn: Turn, data: unknown): Promise<Answer> {
  return { ...(await pressed(turn, data)), aside: turn.screen.words.say('below') };
}

/** The language and time zone a person chose, else what Teams says. */
export async function screenFor(desk: Desk, { from, heard }: Pick<Incoming, 'from' | 'heard'>): Promise<Screen> {
  const choice = await desk.people.choiceOf(from);
  const words = desk.lexicon(choice.language ?? heard.language, choice.zone ?? heard.zone);
  return { words, now: desk.clock.now(), practice: isPractice(desk, from) };
}

const isPractice = (desk: Desk, from: Incoming['from']) => desk.practice?.tenantId === from.tenantId;
