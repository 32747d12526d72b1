import type { Activity } from 'botbuilder';
import type { FileOffer } from '../commands/define.ts';
import type { UploadInfo } from './activity.ts';

/** Teams' own cards for files (msteams-docs, bots-filesv4). */

/** Asks a person whether they want a file; what they say comes back with the offer's id and nothing else. */
export function consentActivity({ name, about, bytes, offer }: FileOffer): Partial<Activity> {
  const context = { offer };
  const content = { description: about, sizeInBytes: bytes, acceptContext: context, declineContext: context };
  const contentType = 'application/vnd.microsoft.teams.card.file.consent';
  return { type: 'message', summary: about, attachments: [{ contentType, name, content }] };
}

/** The file itself, to be opened in Teams. */
export function fileActivity({ name, contentUrl, uniqueId, fileType }: UploadInfo): Partial<Activity> {
  const contentType = 'application/vnd.microsoft.teams.card.file.info';
  return {
    type: 'message',
    summary: name,
    attachments: [{ contentType, contentUrl, name, content: { uniqueId, fileType } }],
  };
}
