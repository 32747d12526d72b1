import { channelId, fullIdOf, teamId } from './connector-conversations.ts';
import type { ConversationType, Json, KeptFile, OfferedFile, Place } from './connector-types.ts';
import { extensionOf } from './connector-uploads.ts';
import { practiceBot, practiceTenantId } from './people.ts';

/** Everything an activity says about where it comes from. */
export interface Origin {
  readonly place: Place;
  readonly type: ConversationType;
  readonly serviceUrl: string;
  readonly at: Date;
}

type Said = { id: string; text: string; files?: readonly KeptFile[] };

export function messageActivity(origin: Origin, { id, text, files = [] }: Said): Json {
  const spoken = origin.type === 'personal' ? { text, entities: [] } : mentioning(text);
  const entities = [...spoken.entities, clientInfo(origin)];
  const attachments = files.length > 0 ? { attachments: files.map(attachment) } : {};
  return { ...base(origin, 'message', id), textFormat: 'plain', ...spoken, entities, ...attachments };
}

/** Whoever has the address may fetch it, as from OneDrive for some minutes. */
function attachment({ name, url }: KeptFile): Json {
  const contentType = 'application/vnd.microsoft.teams.file.download.info';
  const content = { downloadUrl: url, uniqueId: url.split('/').at(-1), fileType: extensionOf(name) };
  return { contentType, contentUrl: url, name, content };
}

/** What became of an offered file; `place`: where the bot may put it. */
export function consentValue({ accept, decline }: OfferedFile, place: KeptFile | null): Json {
  if (!place) return { type: 'fileUpload', action: 'decline', context: decline };
  const { name, url } = place;
  const uploadInfo = {
    ...{ contentUrl: url, uploadUrl: url, name },
    ...{ uniqueId: url.split('/').at(-1), fileType: extensionOf(name) },
  };
  return { type: 'fileUpload', action: 'accept', context: accept, uploadInfo };
}

/** A person's edit of an earlier message; a bot must never take it for a command. */
export function editActivity(origin: Origin, id: string, text: string): Json {
  const activity = messageActivity(origin, { id, text });
  return { ...activity, type: 'messageUpdate', channelData: { ...channelData(origin), eventType: 'editMessage' } };
}

/** Action.Submit reaches a bot as a message without text. */
export function submitActivity(
  origin: Origin,
  id: string,
  press: { messageId: string; value: unknown; text?: string },
): Json {
  const text = press.text === undefined ? {} : { text: press.text, textFormat: 'plain' };
  return { ...base(origin, 'message', id), ...text, value: press.value, replyToId: press.messageId };
}

export function invokeActivity(
  origin: Origin,
  invoke: { id: string; name: string; value: Json; replyToId?: string },
): Json {
  const reply = invoke.replyToId === undefined ? {} : { replyToId: invoke.replyToId };
  return { ...base(origin, 'invoke', `f:${invoke.id}`), name: invoke.name, value: invoke.value, ...reply };
}

/** Teams reports an installation twice, in these two activities. */
export function installedActivities(origin: Origin, ids: readonly [string, string]): Json[] {
  return [
    { ...base(origin, 'installationUpdate', ids[0]), action: 'add' },
    { ...base(origin, 'conversationUpdate', ids[1]), membersAdded: [{ id: practiceBot.id }] },
  ];
}

function base(origin: Origin, type: string, id: string): Json {
  const { place, at } = origin;
  const { name, teamsId, aadObjectId } = place.person;
  return {
    type,
    id,
    channelId: 'msteams',
    serviceUrl: origin.serviceUrl,
    timestamp: at.toISOString(),
    localTimestamp: localTimestamp(at, place.timeZone),
    localTimezone: place.timeZone,
    locale: place.language,
    from: { id: teamsId, name, aadObjectId },
    recipient: { ...practiceBot },
    conversation: conversationAccount(origin),
    channelData: channelData(origin),
    entities: [clientInfo(origin)],
  };
}

function conversationAccount({ place, type }: Origin): Json {
  const group = type === 'personal' ? {} : { isGroup: true };
  return {
    id: fullIdOf(place.conversation, place.thread),
    conversationType: type,
    tenantId: practiceTenantId,
    ...group,
  };
}

function channelData(origin: Origin): Json {
  const tenant = { id: practiceTenantId };
  if (origin.type !== 'channel') return { tenant };
  return { teamsChannelId: channelId, teamsTeamId: teamId, channel: { id: channelId }, team: { id: teamId }, tenant };
}

function clientInfo({ place }: Origin): Json {
  const country = place.language.slice(3);
  return { type: 'clientInfo', locale: place.language, country, platform: 'Web', timezone: place.timeZone };
}

/** Outside personal chats a bot hears only what mentions it, with the mention still in the text. */
function mentioning(text: string): { text: string; entities: Json[] } {
  const mention = `<at>${practiceBot.name}</at>`;
  return {
    text: `${mention}&nbsp;${text}`,
    entities: [{ type: 'mention', mentioned: { ...practiceBot }, text: mention }],
  };
}

function localTimestamp(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') || '+00:00';
  const [sign, hours, minutes] = [offset[0] === '-' ? -1 : 1, Number(offset.slice(1, 3)), Number(offset.slice(4, 6))];
  const shifted = new Date(at.getTime() + sign * (hours * 60 + minutes) * 60_000);
  return shifted.toISOString().replace('Z', offset);
}
