import type { TurnContext } from 'botbuilder';
import type { Answer, FileAnswer, Incoming } from '../commands/define.ts';
import { fileConsentSchema, type TeamsActivity } from './activity.ts';
import { attachedIn } from './attached.ts';
import { isFileAddress } from './file-address.ts';
import { consentActivity, fileActivity } from './file-cards.ts';
import { type FileParts, fetchFile, putFile } from './file-transfer.ts';
import type { TeamsOutbox } from './outbox.ts';
import { edit, post } from './reply.ts';

export type { FileParts };

/** What somebody said, with the text of the file that they attached, or why there is none. */
export async function withFile(parts: FileParts, incoming: Incoming, activity: TeamsActivity): Promise<Incoming> {
  const { did } = incoming;
  const attached = did.kind === 'said' ? attachedIn(activity) : null;
  if (did.kind !== 'said' || !attached) return incoming;
  const { name } = attached;
  const fetched = attached.kind === 'file' ? await fetchFile(parts, attached.url) : attached;
  if (fetched.kind === 'text') return { ...incoming, did: { ...did, file: { name, text: fetched.text } } };
  return { ...incoming, did: { kind: 'sent-file', name, why: fetched.why } };
}

type Here = { context: TurnContext; activity: TeamsActivity };
type Parts = { files: FileParts; outbox: TeamsOutbox };

/** How long a turn waits for room in another conversation. */
const elsewhereMs = 2_000;

/** Offers a file, or hands it over to whoever wanted it. */
export function handOver(parts: Parts, here: Here, answer: Answer & { file: FileAnswer }): Promise<void> {
  const { file, card } = answer;
  return file.kind === 'offer' ? offer(parts, here, { ...file, card }) : put(parts.files, here, { ...file, card });
}

type Of<K extends FileAnswer['kind']> = Extract<FileAnswer, { kind: K }> & Pick<Answer, 'card'>;

async function offer({ files, outbox }: Parts, { context }: Here, what: Of<'offer'>): Promise<void> {
  const { file, where, card, instead } = what;
  const message = consentActivity(file);
  if (!where) {
    await context.sendActivity(message);
    return;
  }
  const urgent = { rank: 'answer', withinMs: elsewhereMs } as const;
  const sent = await outbox
    .inTime(where, urgent, (chat) => chat.send(message))
    .catch((error: unknown) => {
      files.log.warn({ err: error }, 'a file could not be offered in a personal chat');
      return null;
    });
  await post(context, sent?.kind === 'shown' ? card : instead);
}

/** The question gives way to what became of it, so that it cannot be answered twice. */
async function put(parts: FileParts, { context, activity }: Here, { text, card, instead }: Of<'text'>): Promise<void> {
  const info = fileConsentSchema.safeParse(activity.value).data?.uploadInfo;
  const isThere = info ? await putFile(parts, info, text) : false;
  try {
    if (!activity.replyToId) throw new Error('Teams did not say which message was answered');
    await edit(context, activity.replyToId, isThere ? card : instead);
  } catch (error) {
    parts.log.warn({ err: error }, 'the offer of a file could not be edited');
    await post(context, isThere ? card : instead);
  }
  if (isThere && info && isFileAddress(info.contentUrl, parts.addresses))
    await context.sendActivity(fileActivity(info));
}
