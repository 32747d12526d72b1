/** Teams as the driver plays it: people who say things and press buttons, many at once. */
import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import type { Button } from './connector.ts';

export type Answered = { status: number; body: string; tookMs: number };

export type Teams = {
  says(person: number, text: string): Promise<Answered>;
  presses(person: number, button: Button, messageId: string): Promise<Answered>;
  /** Hands over a token for somebody who was asked to sign in. */
  signsIn(person: number, offerId: string, ssoToken: string): Promise<Answered>;
  close(): Promise<void>;
};

export const conversationOf = (person: number): string => `a:1-bench-conversation-of-person-${person}`;

/** Who the people are, and in whose tenant each is. */
export type Tenancy = { tenantIdOf(person: number): string; idOf(person: number): string };

const practiceTenancy: Tenancy = {
  tenantIdOf: () => '0c0ffee0-5c1d-4d5e-9a3b-7e57ab1e0001',
  idOf: (person) => `a11a0001-0c0f-4fee-8a5e-${hexOf(person)}`,
};

export type TeamsOptions = {
  botUrl: string;
  connectorUrl: string;
  /** As many connections are kept, as the channel keeps its own. */
  atOnce: number;
  tenancy?: Tenancy;
  /** What is sent along with the next activity; nothing in practice. */
  token?: () => string | null;
};

export function openTeams({ botUrl, connectorUrl, atOnce, tenancy, token }: TeamsOptions): Teams {
  const pool = new Pool(botUrl, { connections: atOnce, keepAliveTimeout: 60_000, bodyTimeout: 30_000 });
  const send = async (person: number, more: object): Promise<Answered> => {
    const body = JSON.stringify({ ...activityFrom(person, connectorUrl, tenancy ?? practiceTenancy), ...more });
    const proof = token?.();
    const began = performance.now();
    const headers = { ...json, ...(proof ? { authorization: `Bearer ${proof}` } : {}) };
    const answer = await pool.request({ path: '/api/messages', method: 'POST', headers, body });
    const text = await answer.body.text();
    return { status: answer.statusCode, body: text, tookMs: performance.now() - began };
  };
  return {
    says: (person, text) => send(person, { type: 'message', text, textFormat: 'plain' }),
    presses: (person, { title, verb, data }, messageId) => {
      const value = { action: { type: 'Action.Execute', id: '', title, verb, data }, trigger: 'manual' };
      return send(person, { type: 'invoke', name: 'adaptiveCard/action', replyToId: messageId, value });
    },
    signsIn: (person, id, ssoToken) =>
      send(person, {
        type: 'invoke',
        name: 'signin/tokenExchange',
        value: { id, connectionName: 'sso', token: ssoToken },
      }),
    close: () => pool.close(),
  };
}

const json = { 'content-type': 'application/json; charset=utf-8' };
const hexOf = (person: number) => person.toString(16).padStart(12, '0');

/** What every activity of Teams carries, about 1.2 KB. */
function activityFrom(person: number, connectorUrl: string, { tenantIdOf, idOf }: Tenancy) {
  const [hex, tenantId] = [hexOf(person), tenantIdOf(person)];
  return {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: `${connectorUrl}/`,
    timestamp: new Date().toISOString(),
    localTimestamp: new Date().toISOString(),
    localTimezone: 'Europe/Berlin',
    locale: 'en-US',
    from: { id: `29:1bench-${hex.repeat(4)}`, name: `Bench ${person}`, aadObjectId: idOf(person) },
    recipient: { id: '28:sync-desk', name: 'Sync Desk' },
    conversation: { id: conversationOf(person), conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId }, source: { name: 'message' }, legacy: { replyToId: `1:bench${hex}` } },
    entities: [{ type: 'clientInfo', locale: 'en-US', country: 'DE', platform: 'Web', timezone: 'Europe/Berlin' }],
    attachments: [{ contentType: 'text/html', content: '<div><div>as typed, once more as HTML</div></div>' }],
  };
}

/** So many at once keep at it until `count` turns are answered, everybody in turn; the answer is how long each took. */
export async function drive(count: number, atOnce: number, turn: (person: number) => Promise<Answered>) {
  const tookMs: number[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const answered = await turn(next++);
      if (answered.status !== 200) throw new Error(`Answered with ${answered.status}: ${answered.body}`);
      tookMs.push(answered.tookMs);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return tookMs;
}
