import type { Graph } from '../../../bot/graph/client.ts';
import { always, openService, type Service } from './service.ts';

export type GraphForEach = { service(): Service; graph(): Graph };

/** Before each test a Graph on loopback, asked in one person's name; after it nothing may be left over. */
export function graphForEach(token = 't'): GraphForEach {
  let opened: { service: Service; graph: Graph } | null = null;
  const now = () => {
    if (!opened) throw new Error('Graph is opened before each test, not while tests are described');
    return opened;
  };
  beforeEach(async () => {
    const service = await openService();
    opened = { service, graph: service.as(always(token)) };
  });
  afterEach(async () => {
    const { service } = now();
    const complaints = service.complaints();
    await service.close();
    expect(complaints).toEqual([]);
  });
  return { service: () => now().service, graph: () => now().graph };
}
