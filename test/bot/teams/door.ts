import { openSender, turnWaits } from '../../../bot/graph/send.ts';
import { type Http, openHttp } from '../../../bot/http.ts';
import { tracing } from '../../../bot/log.ts';
import type { CardJson, Log } from '../../../bot/ports.ts';
import type { LateAnswer, LateAnswers } from '../../../bot/ports-writing.ts';
import { type CrowdLimits, crowdLimits, openCrowd } from '../../../bot/teams/crowd.ts';
import { openTeams, type Teams } from '../../../bot/teams/open.ts';
import type { TurnParts } from '../../../bot/teams/turn.ts';
import { type Entra, openEntra } from '../../helpers/entra.ts';
import { noMetrics, silentMeter } from '../../helpers/meter.ts';
import { type RecordedActivity, recordedActivity, tenant } from './activities.ts';

export type Answered = { status: number; text: string };
export type Logged = { level: string; details: object; message: string };

/** The channel's door as it is outside practice mode, reached over HTTP, with the channel's keys on loopback. */
export type ChannelDoor = {
  entra: Entra;
  teams: Teams;
  /** Sends an activity with this header; without one, as Teams does. */
  knocks(activity: object, authorization?: string | null): Promise<Answered>;
  /** What a good token for the recorded activities is. */
  bearer(wish?: Partial<Parameters<Entra['channelToken']>[0]>): Promise<string>;
  /** What got through. */
  heard: string[];
  logged: Logged[];
  /** Answers that found no room in their turn. */
  kept: LateAnswer[];
  /** How often the channel's keys were asked for. */
  keyFetches(): number;
  /** The time of the world and of the process goes on. */
  goesOn(ms: number): void;
  close(): Promise<void>;
};

export const serviceUrl = 'https://smba.trafficmanager.net/emea/';

/** A recorded activity that nobody else sent before. */
export function fresh(change: Record<string, unknown> = {}, name: RecordedActivity = 'personal-message'): object {
  return recordedActivity(name, { id: crypto.randomUUID(), ...change }) as object;
}

export type DoorOptions = {
  answer?: (heard: string) => Promise<Awaited<ReturnType<TurnParts['answer']>>>;
  botToken?: (wish?: { fresh: boolean }) => Promise<string>;
  trouble?: (reference: string) => CardJson;
  crowd?: CrowdLimits;
};

export async function openDoor(options: DoorOptions = {}): Promise<ChannelDoor> {
  const {
    answer,
    botToken = async () => 'the-bot',
    trouble = (reference) => plain(`Something broke, ${reference}`),
    crowd = crowdLimits,
  } = options;
  const entra = await openEntra();
  const sender = openSender(turnWaits);
  const heard: string[] = [];
  const logged: Logged[] = [];
  const kept: LateAnswer[] = [];
  let passedMs = 0;
  const log = recording(logged);
  const teams = openTeams({
    log,
    registration: { appId: entra.registration.clientId, cloud: 'global', openIdUrl: entra.openIdUrl, botToken },
    senders: { connector: sender.send, channelKeys: sender.send, files: sender.send },
    meter: silentMeter,
    tracing,
    steadyMs: () => performance.now() + passedMs,
    random: Math.random,
    together: null,
    reachability: {
      stop: async () => {},
      unanswered: async () => {},
      stopChannel: async () => {},
      heard: async () => {},
    },
    late: lateIn(kept),
    worldClock: { now: () => new Date(Date.now() + passedMs) },
    door: { practiceTenant: null, allowedTenants: new Set([tenant]) },
    newId: () => crypto.randomUUID(),
    stranger: () => plain('You are a stranger'),
    busy: () => plain('Too many ask at once'),
    crowd: openCrowd(crowd),
    trouble: async (_reader, { reference }) => trouble(reference),
    signIn: null,
    signInFailed: (why) => plain(`Not signed in: ${why}`),
    search: async () => [],
    answer: async ({ did }) => {
      const words = did.kind === 'said' ? did.text : did.kind;
      heard.push(words);
      return answer ? answer(words) : null;
    },
  });
  const http = openHttp({
    log,
    messages: teams.process,
    health: async () => ({ ready: true, parts: {} }),
    page: null,
    metrics: noMetrics,
  });
  const url = await http.listen(0, '127.0.0.1');
  const bearer: ChannelDoor['bearer'] = async (wish = {}) =>
    `Bearer ${await entra.channelToken({ serviceUrl, ...wish })}`;
  return {
    entra,
    teams,
    kept,
    heard,
    logged,
    bearer,
    async knocks(activity, authorization) {
      const proof = authorization === undefined ? await bearer() : authorization;
      return knock(url, activity, proof);
    },
    keyFetches: () => entra.requests.filter((one) => one.path.endsWith('/keys')).length,
    goesOn: (ms) => {
      passedMs += ms;
    },
    close: () => closeAll(http, sender.close, entra),
  };
}

async function knock(url: string, activity: object, proof: string | null): Promise<Answered> {
  const headers = { 'content-type': 'application/json', ...(proof === null ? {} : { authorization: proof }) };
  const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
  return { status: response.status, text: await response.text() };
}

async function closeAll(http: Http, closeSender: () => Promise<void>, entra: Entra): Promise<void> {
  http.server.server.closeAllConnections();
  await http.close();
  await closeSender();
  await entra.close();
}

/** What turns left to steps; its steps are done in the scenarios. */
const lateIn = (kept: LateAnswer[]): LateAnswers => ({
  keep: async (answer) => {
    kept.push(answer);
  },
  beside: async () => [],
  waitsIn: async () => false,
  drop: async () => {},
  dropOlder: async () => {},
});

export const plain = (fallbackText: string): CardJson => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [],
  fallbackText,
});

export function recording(logged: Logged[]): Log {
  const at = (level: string) => (details: object, message: string) => {
    logged.push({ level, details, message });
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
