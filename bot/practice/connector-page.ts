import type { IncomingMessage } from 'node:http';
import type { Connector } from './connector.ts';
import { BadRequest, readJson } from './connector-http.ts';
import {
  type ConnectorReply,
  type Json,
  type KeptFile,
  type Language,
  localeOf,
  type Place,
} from './connector-types.ts';
import { readBytes } from './connector-uploads.ts';
import { findPractisingPerson, practiceTenantName, practisingPeople } from './people.ts';

type Route = (connector: Connector, input: Json) => unknown;

/** What the page asks for. Everything but reading names a place: who, where, in which language and time zone. */
const routes: Record<string, Route> = {
  'GET /api/start': (connector, input) => ({
    tenant: practiceTenantName,
    people: practisingPeople,
    conversations: connector.conversationsOf(personOf(input)),
  }),
  'GET /api/messages': (connector, input) => connector.messagesFor(personOf(input), text(input, 'conversation')),
  'POST /api/open': (connector, input) => connector.open(placeOf(input)),
  'POST /api/say': (connector, input) => {
    const files = fileIn(connector, input);
    return connector.say(placeOf(input), files.length > 0 ? String(input['text'] ?? '') : text(input, 'text'), files);
  },
  'POST /api/consent': (connector, input) =>
    connector.answerOffer(placeOf(input), text(input, 'messageId'), input['wanted'] === true),
  'POST /api/resend': (connector, input) => connector.resend(placeOf(input), text(input, 'messageId')),
  'POST /api/edit': (connector, input) => connector.edit(placeOf(input), text(input, 'messageId'), text(input, 'text')),
  'POST /api/press': (connector, input) =>
    connector.press(placeOf(input), {
      messageId: text(input, 'messageId'),
      action: object(input, 'action'),
      trigger: input['trigger'] === 'automatic' ? 'automatic' : 'manual',
      ...optional(input, 'state'),
    }),
  'POST /api/submit': (connector, input) =>
    connector.submit(placeOf(input), {
      messageId: text(input, 'messageId'),
      value: input['value'],
      ...optional(input, 'text'),
      ...optional(input, 'displayText'),
    }),
  'POST /api/search': (connector, input) =>
    connector.search(placeOf(input), text(input, 'messageId'), object(input, 'query')),
};

export async function answerPage(
  connector: Connector,
  request: IncomingMessage,
  url: URL,
): Promise<ConnectorReply | undefined> {
  if (request.method === 'PUT' && url.pathname === '/api/files')
    return { status: 200, body: await upload(connector, request, url) };
  const route = routes[`${request.method} ${url.pathname}`];
  if (!route) return undefined;
  const input = request.method === 'GET' ? Object.fromEntries(url.searchParams) : await readJson(request);
  return { status: 200, body: (await route(connector, input)) ?? {} };
}

/** As Teams uploads a file to a person's OneDrive before the message goes. */
async function upload(connector: Connector, request: IncomingMessage, url: URL): Promise<KeptFile> {
  return connector.files.keep(url.searchParams.get('name') || 'file', await readBytes(request));
}

const fileIn = (connector: Connector, { file }: Json): KeptFile[] =>
  typeof file === 'string' ? [connector.files.at(file)] : [];

function placeOf(input: Json): Place {
  return {
    person: personOf(input),
    conversation: text(input, 'conversation'),
    thread: typeof input['thread'] === 'string' ? input['thread'] : null,
    language: languageOf(input),
    timeZone: timeZoneOf(input),
  };
}

function personOf(input: Json) {
  return findPractisingPerson(text(input, 'person'));
}

function languageOf(input: Json): Language {
  return localeOf(String(input['language'] ?? ''));
}

/** A browser may know a zone this Node does not. */
function timeZoneOf(input: Json): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text(input, 'timeZone') }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function text(input: Json, key: string): string {
  const value = input[key];
  if (typeof value !== 'string' || value.trim() === '') throw new BadRequest(`"${key}" is missing.`);
  return value;
}

function optional<Key extends string>(input: Json, key: Key): { [K in Key]?: string } {
  const value = input[key];
  return (typeof value === 'string' ? { [key]: value } : {}) as { [K in Key]?: string };
}

function object(input: Json, key: string): Json {
  const value = input[key];
  if (typeof value !== 'object' || value === null) throw new BadRequest(`"${key}" is missing.`);
  return value as Json;
}
