import type { Answered, Person } from './chat.ts';
import type { UploadPlace } from './connector-files.ts';
import type { FileConsentCard, Message } from './connector-messages.ts';

export type Offer = FileConsentCard & { name: string };

/** The newest message that asks whether a file is wanted, with what it asks. */
export function offerTo(person: Person): { message: Message; offer: Offer } {
  const message = person.messages().findLast(({ offer }) => offer);
  if (!message?.offer) throw new Error(`${person.name} was offered no file`);
  return { message, offer: message.offer };
}

type Wish = { replyToId?: string; context: unknown; uploadInfo?: Partial<UploadPlace> | undefined };

/** Says as Teams does that a file is wanted, and where (msteams-docs, bots-filesv4). */
export const accepts = (person: Person, wish: Wish): Promise<Answered> => answers(person, 'accept', wish);

export const declines = (person: Person, wish: Wish): Promise<Answered> => answers(person, 'decline', wish);

function answers(person: Person, action: string, { replyToId, ...answer }: Wish): Promise<Answered> {
  const value = { type: 'fileUpload', action, ...answer };
  return person.sends({ type: 'invoke', name: 'fileConsent/invoke', value, ...(replyToId ? { replyToId } : {}) });
}
