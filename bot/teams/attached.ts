import type { FileTrouble } from '../commands/define.ts';
import type { TeamsActivity } from './activity.ts';

/** A file that came with a message, or why it is not even fetched. */
export type Attached =
  | { kind: 'file'; name: string; url: string }
  | { kind: 'trouble'; name: string; why: FileTrouble };

/** Teams gives files to bots in personal chats only; pictures and quoted messages are attachments too and no files. */
export function attachedIn(activity: Pick<TeamsActivity, 'attachments' | 'conversation'>): Attached | null {
  const { attachments = [], conversation } = activity;
  const files = attachments.filter(({ contentType }) => contentType === downloadInfo);
  const [file] = files;
  if (!file || (conversation.conversationType ?? 'personal') !== 'personal') return null;
  const { name = '', content } = file;
  if (files.length > 1) return { kind: 'trouble', name, why: 'several' };
  if (!kinds.includes(kindOf(file))) return { kind: 'trouble', name, why: 'kind' };
  return content ? { kind: 'file', name, url: content.downloadUrl } : { kind: 'trouble', name, why: 'unreachable' };
}

const downloadInfo = 'application/vnd.microsoft.teams.file.download.info';
const kinds = ['csv', 'txt'];

type File = NonNullable<TeamsActivity['attachments']>[number];

const kindOf = ({ name = '', content }: File): string =>
  (content?.fileType ?? name.split('.').at(-1) ?? '').replace(/^\./, '').toLowerCase();
