import type { CardJson, Reader } from '../ports.ts';
import type { LateAnswers } from '../ports-writing.ts';
import type { TeamsActivity } from './activity.ts';
import type { ChannelAnswer } from './inbound.ts';
import { type Door, incomingFrom } from './incoming.ts';
import { cardActivity, messageBody } from './reply.ts';

export type BusyParts = {
  door: Door;
  late: LateAnswers;
  /** What a person sees when too many ask at once. */
  busy(heard: Reader): CardJson;
};

/** The channel may deliver it again later; a person's own message is not lost without a word. */
const afterSeconds = 5;
export const tryAgain: ChannelAnswer = {
  status: 503,
  body: { error: 'busy' },
  headers: { 'retry-after': String(afterSeconds) },
};

/** A turn that will not be worked on any more: nothing of it has happened, and whoever asked is told so. */
export async function sayBusy({ door, late, busy }: BusyParts, activity: TeamsActivity): Promise<ChannelAnswer> {
  const read = incomingFrom(activity, door);
  if (read.kind !== 'incoming') return tryAgain;
  const { from: person, where, heard, did } = read.incoming;
  const card = busy(heard);
  // Nothing else that Teams asks takes a sentence for an answer.
  if (activity.type === 'invoke') return did.kind === 'pressed' ? said(card) : tryAgain;
  if (activity.type !== 'message') return tryAgain;
  await late.keep({ person, where, message: cardActivity(card), replaces: null });
  return { status: 200 };
}

const said = ({ fallbackText }: CardJson): ChannelAnswer => ({ status: 200, body: messageBody(fallbackText) });
