import type { HttpAnswer, HttpAsk, PracticeAnswer, Sender, TenantId } from '../../bot/ports.ts';
import { openPracticeGraph, type UnservedGraph } from '../../bot/practice/graph.ts';
import type { Asking, Planned } from '../../bot/practice/graph-planned.ts';
import type { Visit } from '../../bot/practice/graph-seen.ts';
import { answerTo, heardIn } from '../../bot/practice/graph-wire.ts';
import { type Doing, doing } from './context.ts';
import type { Dice } from './dice.ts';
import type { Life, Meetings } from './meetings.ts';
import type { Company, Somebody } from './people.ts';
import type { Time } from './time.ts';
import { type Weather, weatherOf } from './weather.ts';

/** A POST that came. */
export type Write = {
  tenantId: TenantId;
  path: string;
  at: Date;
  doing: Doing | undefined;
  /** Something happened because of it. */
  taken: boolean;
  /** What Graph answered. */
  status: Visit['status'];
  /** What was off the device before and after; empty where it is none. */
  before: readonly string[];
  after: readonly string[];
};

/** Microsoft Graph as the processes of a story reach it: the invented one of each tenant, without a server. */
export type Microsoft = {
  sender(life: Life): Sender;
  of(tenantId: TenantId): UnservedGraph;
  /** From now on requests are answered as this says. */
  weather(weather: Weather): void;
  startsOver(dice: Dice): void;
};

/** `accepted`: a process has heard that Graph took it, whether or not anything happened. */
export type Writes = { written(write: Write): void; accepted(write: Write): void };

type Parts = Writes & { time: Time; meetings: Meetings; companies: readonly Company[] };

/** As long as the bot waits for an answer (`patientWaits`). */
const answersWithinMs = 20_000;

export function openMicrosoft({ time, meetings, companies, written, accepted }: Parts): Microsoft {
  const people = new Map(companies.flatMap((one) => one.people.map((each) => [each.person.name, each] as const)));
  let weather: Weather = 'fine';
  let dice: Dice | null = null;
  const planned: Planned = {
    add: () => {},
    forget: () => {},
    take: (asking) => forbidden(people.get(asking.person), asking) ?? (dice && weatherOf(weather, asking, dice)),
  };
  const graphs = new Map(companies.map(({ tenantId }) => [tenantId, openPracticeGraph({ clock: time }, planned)]));

  function graphOf(tenantId: TenantId): UnservedGraph {
    const graph = graphs.get(tenantId);
    if (!graph) throw new Error(`no tenant ${tenantId}`);
    return graph;
  }

  function reached(ask: HttpAsk): Reached {
    const { method, url, headers, body = '' } = ask;
    const { pathname, search, origin } = new URL(url);
    const heard = heardIn({ method, target: pathname + search, headers, text: String(body) }, `${origin}/beta`);
    const tenantId = people.get(heard.person ?? '')?.person.tenantId;
    if (!tenantId) throw new Error(`Graph was asked by nobody: ${headers['authorization']}`);
    const { told, writes } = watched({ graph: graphOf(tenantId), tenantId, at: time.now() }, heard);
    for (const write of writes) written(write);
    return { answer: answerTo(heard, told) ?? (told.status === 'timeout' ? 'timeout' : 'broken'), writes };
  }

  return {
    of: graphOf,
    weather(next) {
      weather = next;
    },
    startsOver(others) {
      [dice, weather] = [others, 'fine'];
      for (const graph of graphs.values()) graph.reset();
    },
    sender: (life) => async (ask) => {
      const untilMs = time.nowMs() + answersWithinMs;
      await meetings.meet(life, `${ask.method} leaves`, answersWithinMs);
      inTime(ask, untilMs, time);
      const { answer, writes } = reached(ask);
      if (answer === 'broken') throw Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
      const leftMs = Math.max(1, untilMs - time.nowMs());
      await meetings.meet(life, `${ask.method} is answered`, leftMs);
      if (answer === 'timeout' && time.nowMs() < untilMs) await new Promise<void>((on) => time.after(leftMs, on));
      inTime(ask, answer === 'timeout' ? 0 : untilMs, time);
      for (const write of writes) if (write.status === 204) accepted(write);
      return answer as HttpAnswer;
    },
  };
}

function inTime({ signal }: HttpAsk, untilMs: number, time: Time): void {
  signal?.throwIfAborted();
  if (time.nowMs() > untilMs) throw new DOMException('No whole answer in time', 'TimeoutError');
}

/** What Intune lets somebody do. */
function forbidden(somebody: Somebody | undefined, { on }: Asking): PracticeAnswer | null {
  const refusal = { on, retryAfter: null };
  if (somebody?.right === 'none') return { ...refusal, status: 401, flavour: 'access' };
  return somebody?.right === 'reads' && on === 'write' ? { ...refusal, status: 403, flavour: 'role' } : null;
}

type Reached = { answer: HttpAnswer | 'timeout' | 'broken'; writes: readonly Write[] };
type Watched = { graph: UnservedGraph; tenantId: TenantId; at: Date };
type Heard = Parameters<UnservedGraph['answer']>[0];

/** Whether a write did anything is seen in the world it was sent to, whatever was answered. */
function watched({ graph, tenantId, at }: Watched, heard: Heard) {
  const [lives, synced, autopilot] = [graph.intune().lives, graph.intune().synced, graph.world().lastManualSyncAt];
  const seen = graph.visits().length;
  const removed = (deviceId: string) =>
    graph
      .removedOn(deviceId)
      .map(({ kind, id }) => `${kind}/${id}`)
      .sort();
  const before = new Map(Object.keys(lives).map((id) => [id, removed(id)]));
  const told = graph.answer(heard);
  const writes = graph
    .visits()
    .slice(seen)
    .flatMap(({ method, path, status }): Write[] => {
      if (method !== 'POST') return [];
      const [, kind = '', id = ''] = /(managedDevices|exchangeConnectors)\/([^/]+)\/\w+$/.exec(path) ?? [];
      const isDevice = kind === 'managedDevices';
      const changed = isDevice
        ? graph.intune().lives[id] !== lives[id]
        : kind
          ? graph.intune().synced[id] !== synced[id]
          : graph.world().lastManualSyncAt !== autopilot;
      const sets = isDevice ? { before: before.get(id) ?? [], after: removed(id) } : { before: [], after: [] };
      return [{ tenantId, path, at, doing: doing.getStore(), taken: changed, status, ...sets }];
    });
  return { told, writes };
}
