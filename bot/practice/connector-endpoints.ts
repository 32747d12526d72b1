import { type Address, channelId, fullIdOf, personalIdOf } from './connector-conversations.ts';
import type { Desk } from './connector-desk.ts';
import { botMessage, type Content, contentOf } from './connector-received.ts';
import type { ChatMessage, ConnectorReply, Json, PractisingPerson } from './connector-types.ts';
import { practiceTenantId } from './people.ts';

export interface ConnectorRequest {
  readonly method: string;
  /** Decoded path segments after `/v3/conversations`. */
  readonly path: readonly string[];
  readonly body: Json;
}

/** Teams counts a message as UTF-16 and takes at most 100 KB of it. */
const largestMessageBytes = 100 * 1024;

/** The Bot Connector's REST interface, as far as a Teams bot uses it. */
export function answerConnector(desk: Desk, request: ConnectorRequest): ConnectorReply {
  const [conversationId, collection, memberId] = request.path;
  if (JSON.stringify(request.body).length * 2 > largestMessageBytes) {
    return refusal(413, 'MessageSizeTooBig', 'Message size too large.');
  }
  if (conversationId === undefined) return createConversation(desk, request);
  const address = desk.conversations.find(conversationId);
  if (!address) return refusal(404, 'ConversationNotFound', 'Conversation not found.');
  if (collection === 'activities') return answerActivity(desk, address, request);
  if (request.method === 'GET') return answerMembers(address, collection, memberId);
  return refusal(405, 'MethodNotAllowed', `${request.method} is not understood here.`);
}

function answerActivity(desk: Desk, address: Address, { method, path, body }: ConnectorRequest): ConnectorReply {
  const id = path[2];
  if (method === 'POST') return { status: 201, body: { id: receive(desk, address, body) } };
  if (id === undefined) return refusal(405, 'MethodNotAllowed', `${method} needs the id of an activity.`);
  if (method === 'PUT') return { status: 200, body: { id: update(desk, { ...address, id }, contentOf(body)) } };
  if (method !== 'DELETE') return refusal(405, 'MethodNotAllowed', `${method} is not understood here.`);
  desk.remove(address.conversation, id);
  return { status: 200, body: undefined };
}

function receive(desk: Desk, address: Address, activity: Json): string {
  const id = desk.conversations.nextId();
  const conversation = address.conversation.id;
  if (activity['type'] === 'typing') desk.publish({ kind: 'typing', conversation, thread: address.thread });
  if (activity['type'] === 'message') desk.put(botMessage(placeFor(address, id), contentOf(activity)));
  return id;
}

/** An unknown id is taken as a new message: the page may have been restarted, the bot still knows the old one. */
function update(desk: Desk, address: Address & { id: string }, content: Content): string {
  const { conversation, id } = address;
  const known = conversation.messages.get(id) ?? botMessage(placeFor(address, id), content);
  const onlyFor = content.onlyFor ?? known.onlyFor;
  conversation.personalViews.delete(id);
  desk.put({ ...known, ...content, onlyFor, edited: true, revision: known.revision + 1 });
  return id;
}

/** In a channel a message outside any thread begins one. */
function placeFor({ conversation, thread }: Address, id: string): Pick<ChatMessage, 'id' | 'conversation' | 'thread'> {
  return { id, conversation: conversation.id, thread: conversation.type === 'channel' ? (thread ?? id) : null };
}

function createConversation(desk: Desk, { method, body }: ConnectorRequest): ConnectorReply {
  if (method !== 'POST') return refusal(405, 'MethodNotAllowed', 'Conversations are created with POST.');
  const [member] = Array.isArray(body['members']) ? (body['members'] as Json[]) : [];
  if (body['isGroup'] === true) return createThread(desk, body);
  if (typeof member?.['id'] !== 'string' || !member['id'].startsWith('29:practice-')) {
    return refusal(400, 'BadSyntax', 'A conversation with one member needs the long id of that member.');
  }
  return { status: 201, body: { id: personalIdOf(member['id']) } };
}

function createThread(desk: Desk, body: Json): ConnectorReply {
  const address = desk.conversations.find(channelId);
  const asked = (body['channelData'] as { channel?: { id?: string } } | undefined)?.channel?.id;
  if (!address || asked !== channelId) return refusal(400, 'BadSyntax', 'A bot cannot create a group chat.');
  const activityId = receive(desk, address, { type: 'message', ...(body['activity'] as Json | undefined) });
  return { status: 201, body: { id: fullIdOf(channelId, activityId), activityId } };
}

function answerMembers({ conversation }: Address, collection = '', memberId?: string): ConnectorReply {
  const members = [...conversation.members.values()];
  if (collection === 'pagedmembers') return { status: 200, body: { members: members.map(accountOf) } };
  if (collection !== 'members') return refusal(404, 'NotFound', `There is no ${collection}.`);
  if (memberId === undefined) return { status: 200, body: members.map(accountOf) };
  const member = members.find(({ teamsId, aadObjectId }) => memberId === teamsId || memberId === aadObjectId);
  if (!member) return refusal(404, 'MemberNotFoundInConversation', 'The member is not in this conversation.');
  return { status: 200, body: accountOf(member) };
}

function accountOf({ name, teamsId, aadObjectId }: PractisingPerson): Json {
  const [givenName, surname = ''] = name.split(' ');
  const userPrincipalName = `${name.toLowerCase().replace(/\s+/g, '.')}@practice.example`;
  const names = { name, givenName, surname, email: userPrincipalName, userPrincipalName };
  return { id: teamsId, aadObjectId, objectId: aadObjectId, ...names, tenantId: practiceTenantId, userRole: 'user' };
}

function refusal(status: number, code: string, message: string): ConnectorReply {
  return { status, body: { error: { code, message } } };
}
