import { findWanted, type Wanted } from '../../../bot/finding/wanted.ts';
import { graphForEach } from '../graph/graph-for-each.ts';
import { person, row, tenantOf } from './tenant.ts';

const { service, graph } = graphForEach();

const m = '/deviceManagement';
const nothing: Wanted = { words: null, user: null, script: null, app: null, comanaged: false };
const meant = async (said: Partial<Wanted>) => {
  const found = await findWanted(graph(), { ...nothing, ...said });
  if (found.kind !== 'found') throw new Error(`not found: ${JSON.stringify(found)}`);
  return { ids: found.devices.map(({ id }) => id), match: found.match, more: found.more, devices: found.devices };
};

const windows = { operatingSystem: 'Windows', model: 'ThinkPad T14' };
const maria = row('ipad-maria', { ...person('Maria Keller'), deviceName: 'IPAD-07' });
const marina = row('ipad-marina', { ...person('Marina Lind'), deviceName: 'IPAD-08' });
const managedOf = (id: string, name: string) => row(id, { ...person(name), ...windows });
const [hers, his, only] = [
  managedOf('lt-maria', 'Maria Keller'),
  managedOf('lt-jon', 'Jon Vik'),
  managedOf('only-managed', 'Maria Keller'),
];
const everybody = [maria, marina, hers, his, only];

/** The tenant, in which a script ran and an app is on all these devices. */
function opens({ on, gone = [] }: { on: readonly { id: string }[]; gone?: readonly string[] }): void {
  const state = (id: string) => ({ id: `s:${id}`, runState: 'fail', managedDevice: { id, deviceName: id } });
  const ran = [...gone, ...on.map(({ id }) => id)];
  tenantOf(service(), {
    [`${m}/managedDevices`]: everybody,
    [`${m}/comanagedDevices`]: [hers, his],
    [`${m}/deviceHealthScripts`]: [],
    [`${m}/deviceComplianceScripts`]: [],
    [`${m}/deviceManagementScripts`]: [{ id: 'm1', displayName: 'Map drives' }],
    [`${m}/deviceManagementScripts/m1/deviceRunStates`]: ran.map(state),
    [`${m}/detectedApps`]: [{ id: 'a1', displayName: 'Zoom', deviceCount: 1 }],
    [`${m}/detectedApps/a1/managedDevices`]: everybody.filter(({ id }) => ran.includes(id)),
  });
}

const script = { name: 'Map drives', failed: true };

describe('“iPad of …”', () => {
  beforeEach(() => opens({ on: [] }));

  test('with one of the person’s names means their iPad', async () => {
    expect(await meant({ words: 'ipad', user: 'maria' })).toMatchObject({ ids: ['ipad-maria'], match: 'exact' });
    expect(await meant({ words: 'ipad', user: 'marina.lind' })).toMatchObject({ ids: ['ipad-marina'], match: 'exact' });
  });

  test('with a part of a name is only nearly theirs, even if there is one only', async () => {
    expect(await meant({ words: 'ipad', user: 'marin' })).toMatchObject({ ids: ['ipad-marina'], match: 'near' });
  });

  test('with what people call many kinds of devices is only nearly it', async () => {
    expect(await meant({ words: 'laptops', user: 'jon' })).toMatchObject({ ids: ['lt-jon'], match: 'near' });
    expect(await meant({ words: 'планшет', user: 'maria' })).toMatchObject({ ids: ['ipad-maria'], match: 'near' });
    expect(await meant({ words: 'phone', user: 'jon' })).toMatchObject({ ids: [] });
  });

  test('with a part of a device’s name is only nearly it', async () => {
    expect(await meant({ words: 'IPAD-0', user: 'maria' })).toMatchObject({ ids: ['ipad-maria'], match: 'near' });
    expect(await meant({ words: 'IPAD-07', user: 'maria' })).toMatchObject({ ids: ['ipad-maria'], match: 'exact' });
  });
});

describe('co-managed devices', () => {
  test('of a person are theirs only', async () => {
    opens({ on: [] });
    const found = await meant({ comanaged: true, user: 'maria' });
    expect(found).toMatchObject({ ids: ['lt-maria'], match: 'exact' });
    expect(found.devices[0]?.route).toEqual({ via: 'comanaged' });
  });

  test('by a part of a name are only nearly meant', async () => {
    opens({ on: [] });
    expect(await meant({ comanaged: true, words: 'LT-J' })).toMatchObject({ ids: ['lt-jon'], match: 'near' });
    expect(await meant({ comanaged: true, words: 'lt-jon' })).toMatchObject({ ids: ['lt-jon'], match: 'exact' });
  });

  test('where a script failed, or with an app, are those only that are co-managed', async () => {
    opens({ on: [maria, his, only] });
    expect((await meant({ comanaged: true, script })).ids).toEqual(['lt-jon']);
    expect(await meant({ comanaged: true, app: 'Zoom' })).toMatchObject({
      ids: ['lt-jon'],
      devices: [{ route: { via: 'comanaged' } }],
    });
  });
});

describe('devices where a script failed', () => {
  test('are found although one of them is gone', async () => {
    opens({ on: [maria, his], gone: ['gone'] });
    expect(await meant({ script })).toMatchObject({ ids: ['ipad-maria', 'lt-jon'], more: false });
  });

  test('are narrowed by everything else that was said', async () => {
    opens({ on: everybody });
    expect((await meant({ script, user: 'maria', words: 'ipad' })).ids).toEqual(['ipad-maria']);
    expect((await meant({ script, app: 'Zoom', comanaged: true, user: 'jon' })).ids).toEqual(['lt-jon']);
    expect((await meant({ app: 'Zoom', user: 'maria', words: 'thinkpad' })).ids).toEqual(['lt-maria', 'only-managed']);
  });

  test('are narrowed before they are cut, and many are read from the list instead of one by one', async () => {
    const many = Array.from({ length: 300 }, (_, index) => row(`x${index}`));
    const state = ({ id }: { id: string }) => ({
      id: `s:${id}`,
      runState: 'fail',
      managedDevice: { id, deviceName: id },
    });
    tenantOf(service(), {
      [`${m}/managedDevices`]: [...many, his],
      [`${m}/deviceHealthScripts`]: [],
      [`${m}/deviceComplianceScripts`]: [],
      [`${m}/deviceManagementScripts`]: [{ id: 'm1', displayName: 'Map drives' }],
      [`${m}/deviceManagementScripts/m1/deviceRunStates`]: [...many, his].map(state),
    });
    expect(await meant({ script, words: 'thinkpad' })).toMatchObject({ ids: ['lt-jon'], more: false });
    expect((await meant({ script })).ids).toHaveLength(301);
    expect(service().calls.filter(({ path }) => path.includes('/managedDevices/'))).toEqual([]);
  });
});
