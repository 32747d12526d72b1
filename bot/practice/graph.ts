import type { PracticeAnswer } from '../ports.ts';
import { type Asked, refused, type Told } from './graph-asked.ts';
import { autopilotRoutes } from './graph-autopilot.ts';
import { type Batch, batchTold } from './graph-batch.ts';
import { connectorRoutes } from './graph-connectors.ts';
import { detectedAppRoutes } from './graph-detected-apps.ts';
import { deviceRoutes } from './graph-device-routes.ts';
import { serveGraph } from './graph-http.ts';
import { type Kept, type KeptParts, openKept } from './graph-kept.ts';
import { payloadListRoutes } from './graph-payload-lists.ts';
import { openPlanned, type Planned } from './graph-planned.ts';
import { openRouter, type Router } from './graph-router.ts';
import { scriptRoutes } from './graph-scripts.ts';
import { openSeen, type Visit } from './graph-seen.ts';
import { type GraphStrings, stringsOf } from './graph-strings.ts';
import { syncPayloadsRoutes } from './graph-sync-payloads.ts';
import { autopilotDeviceRoutes } from './graph-windows-autopilot-device-identities.ts';
import type { Heard } from './graph-wire.ts';

export type { Visit };

export type PracticeGraph = Omit<UnservedGraph, 'answer'> & {
  /** With the version segment, as `GRAPH_URL`. */
  url: string;
  close(): Promise<void>;
};

/** The invented tenant as a Graph server on loopback. */
export async function startPracticeGraph(parts: KeptParts): Promise<PracticeGraph> {
  const { answer, ...graph } = openPracticeGraph(parts);
  const server = await serveGraph(answer);
  return { ...graph, url: server.url, close: server.close };
}

/** All of it but the server. */
export type UnservedGraph = GraphStrings & {
  /** The next write, or read, is answered so; passing trouble with a read lasts until the bot tells somebody. */
  next(answer: PracticeAnswer): void;
  reset(): void;
  /** Parts of a batch included, each as a visit of its own. */
  visits(): readonly Visit[];
  batches(): readonly Batch[];
  answer(heard: Heard): Told;
};

/** What its routes do not know is an unknown segment. `planned`: in place of what people rehearse. */
export function openPracticeGraph(parts: KeptParts, planned: Planned = openPlanned(parts.clock)): UnservedGraph {
  const { clock } = parts;
  const kept = openKept(parts);
  const seen = openSeen();
  const answer = answering({ route: openRouter(routesOf(kept)), planned, seen });
  return {
    ...stringsOf(kept, clock),
    answer: (heard) => answer(heard, clock.now()),
    next: (wish) => planned.add(wish),
    reset() {
      kept.reset();
      planned.forget();
      seen.forget();
    },
    visits: seen.visits,
    batches: seen.batches,
  };
}

const routesOf = ({ autopilot, intune }: Kept) => [
  ...autopilotRoutes(autopilot),
  ...autopilotDeviceRoutes(autopilot),
  ...deviceRoutes(intune),
  ...payloadListRoutes(intune),
  ...syncPayloadsRoutes(intune),
  ...scriptRoutes(intune),
  ...detectedAppRoutes(intune),
  ...connectorRoutes(intune),
];

type Answering = { route: Router; planned: Planned; seen: ReturnType<typeof openSeen> };

function answering({ route, planned, seen }: Answering): (heard: Heard, at: Date) => Told {
  function answerOne(asked: Asked, batched: boolean): Told {
    const { method, path, person, at, body } = asked;
    const forced = planned.take({ on: method === 'GET' ? 'read' : 'write', person, path });
    const told = route(asked, forced);
    seen.visit({ method, path, person, at, status: told.status, batched, body: body ?? null });
    return told;
  }

  function answerBatch(asked: Asked): Told {
    const { ids, ...told } = batchTold(asked, (part) => answerOne(part, true));
    seen.batch({ person: asked.person, at: asked.at, ids, status: told.status });
    return told;
  }

  return (heard, at) => {
    const { person, method, path } = heard;
    if (person !== null) {
      const asked = { ...heard, person, at };
      return method === 'POST' && path === '/$batch' ? answerBatch(asked) : answerOne(asked, false);
    }
    seen.visit({ method, path, person: '', at, status: 401, batched: false, body: null });
    return refused(401);
  };
}
