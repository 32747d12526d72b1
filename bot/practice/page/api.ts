import type {
  ChatMessage,
  ConversationSummary,
  InvokeAnswer,
  Json,
  KeptFile,
  Language,
  PractisingPerson,
} from '../connector-types.ts';

/** Who does it, where, in which language: sent with everything. */
export interface Here {
  readonly person: string;
  readonly conversation: string;
  readonly thread?: string;
  readonly language: Language;
  readonly timeZone: string;
}

export interface Start {
  readonly tenant: string;
  readonly people: readonly PractisingPerson[];
  readonly conversations: readonly ConversationSummary[];
}

/** A request to the practice page's own server. Rejects when the server is gone or did not understand. */
async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Answer;
}

function get<Answer>(path: string, query: Record<string, string>): Promise<Answer> {
  return ask(`${path}?${new URLSearchParams(query)}`);
}

function post<Answer>(path: string, here: Here, details: Json = {}): Promise<Answer> {
  const body = JSON.stringify({ ...here, ...details });
  return ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

export const api = {
  start: (person: string) => get<Start>('/api/start', { person }),
  messages: (person: string, conversation: string) => get<ChatMessage[]>('/api/messages', { person, conversation }),
  open: (here: Here) => post<Json>('/api/open', here),
  say: (here: Here, text: string, file?: string) => post<Json>('/api/say', here, { text, file }),
  /** Puts it where the bot can fetch it. */
  upload: (file: File) =>
    ask<KeptFile>(`/api/files?${new URLSearchParams({ name: file.name })}`, { method: 'PUT', body: file }),
  consent: (here: Here, messageId: string, wanted: boolean) =>
    post<InvokeAnswer>('/api/consent', here, { messageId, wanted }),
  resend: (here: Here, messageId: string) => post<Json>('/api/resend', here, { messageId }),
  edit: (here: Here, messageId: string, text: string) => post<Json>('/api/edit', here, { messageId, text }),
  press: (here: Here, press: Json) => post<InvokeAnswer>('/api/press', here, press),
  submit: (here: Here, press: Json) => post<{ kind: string; status?: number }>('/api/submit', here, press),
  search: (here: Here, messageId: string, query: Json) => post<InvokeAnswer>('/api/search', here, { messageId, query }),
} as const;
