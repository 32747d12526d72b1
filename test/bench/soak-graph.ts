import type { Clock } from '../../bot/ports.ts';
import { fine, refused, type Told } from '../../bot/practice/graph-asked.ts';
import { batchTold } from '../../bot/practice/graph-batch.ts';
import { serveGraph } from '../../bot/practice/graph-http.ts';
import type { Heard } from '../../bot/practice/graph-wire.ts';

/** A Graph of devices that check in when they are told to; it counts requests, and remembers nothing else. */
export type SoakGraph = {
  url: string;
  /** Over HTTP, a batch counted once, since the last time it was asked. */
  requests(): number;
  checksIn(id: string): void;
  close(): Promise<void>;
};

const device = /^\/deviceManagement\/managedDevices\/([^/]+)$/;

export async function openSoakGraph(ids: readonly string[], clock: Clock): Promise<SoakGraph> {
  const lastSyncs = new Map(ids.map((id) => [id, clock.now()]));
  let requests = 0;

  function rowOf(path: string): Told {
    const id = device.exec(path)?.[1] ?? '';
    const at = lastSyncs.get(id);
    if (!at) return refused(404);
    return fine({ id, deviceName: id, lastSyncDateTime: at.toISOString(), deviceActionResults: [] });
  }

  const server = await serveGraph((heard: Heard) => {
    requests += 1;
    if (heard.path !== '/$batch') return rowOf(heard.path);
    return batchTold({ ...heard, person: heard.person ?? '', at: clock.now() }, ({ path }) => rowOf(path));
  });
  return {
    url: server.url,
    requests() {
      const asked = requests;
      requests = 0;
      return asked;
    },
    checksIn(id) {
      lastSyncs.set(id, clock.now());
    },
    close: server.close,
  };
}
