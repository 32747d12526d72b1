import { z } from 'zod';
import type { Graph } from './client.ts';
import { type ScriptFamily, scriptCollections } from './device-routes.ts';
import { Refused } from './errors.ts';
import { moment } from './moments.ts';
import { key, pageFor, query } from './odata.ts';
import type { Pages } from './pages.ts';
import type { Refusal } from './refusal.ts';
import { folded, id, text } from './texts.ts';

export type { ScriptFamily } from './device-routes.ts';

export type DeviceScript = { id: string; name: string; family: ScriptFamily };

const script = z
  .object({ id, displayName: text })
  .transform((row) => ({ id: row.id, name: row.displayName ?? row.id }));

type Found = Pages<DeviceScript> & { refused: Refusal[] };

/** The scripts of all three families with this in their name; `refused`: the families that may not be looked at. */
export async function scriptsNamed(graph: Graph, text: string, most: number): Promise<Found> {
  const families = Object.keys(scriptCollections) as ScriptFamily[];
  const found = await Promise.all(families.map((family) => allowed(scriptsOf(graph, { family, text, most }))));
  const rows = found.flatMap((one) => ('rows' in one ? one.rows : []));
  const refused = found.flatMap((one) => ('rows' in one ? [] : [one]));
  return {
    rows: rows.slice(0, most),
    more: rows.length > most || found.some((one) => 'rows' in one && one.more),
    refused,
  };
}

type Wish = { family: ScriptFamily; text: string; most: number };

/** Nothing is documented to find one by its name. */
async function scriptsOf(graph: Graph, { family, text, most }: Wish): Promise<Pages<DeviceScript>> {
  const path =
    scriptCollections[family] + query({ $select: ['id', 'displayName'], $top: pageFor(Number.POSITIVE_INFINITY) });
  const keep = ({ name }: { name: string }) => folded(name).includes(folded(text));
  const { rows, more } = await graph.all(path, script, { most, keep });
  return { rows: rows.map((row) => ({ ...row, family })), more };
}

/** Each family has its own permission, and a tenant may refuse one of them (graph-contract 5). */
async function allowed<T>(asked: Promise<T>): Promise<T | Refusal> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused && error.refusal.kind === 'not-allowed') return error.refusal;
    throw error;
  }
}

/** What came of a script on one device. `device` is null where Graph does not say which. */
export type RunState = { id: string; device: { id: string; name: string } | null; state: string; at: Date | null };

/** Where each family says how it went; the first word that tells of a failure counts (graph-contract 4.3). */
const stateFields: Readonly<Record<ScriptFamily, readonly string[]>> = {
  'health-script': ['detectionState', 'remediationState'],
  'management-script': ['runState'],
  'compliance-script': ['detectionState'],
};

const failures = ['fail', 'scriptError', 'remediationFailed'];
const isFailure = (state: string) => failures.includes(state);

const device = z
  .object({ id, deviceName: text })
  .transform((row) => ({ id: row.id, name: row.deviceName ?? row.id }))
  .nullish()
  .transform((row) => row ?? null);

const runState = (fields: readonly string[]) =>
  z.looseObject({ id, lastStateUpdateDateTime: moment, managedDevice: device }).transform((row): RunState => {
    const states = fields.flatMap((field) => text.catch(null).parse(row[field]) ?? []);
    const state = states.find(isFailure) ?? states[0] ?? 'unknown';
    return { id: row.id, device: row.managedDevice, state, at: row.lastStateUpdateDateTime };
  });

type Of = Pick<DeviceScript, 'id' | 'family'>;
type RunStateWish = { only: 'failed' | 'all'; most: number };

/** `GET …/deviceRunStates`: what came of a script on every device. No filter is documented, so failures are told apart here. */
export function runStates(graph: Graph, of: Of, { only, most }: RunStateWish): Promise<Pages<RunState>> {
  const fields = stateFields[of.family];
  const $select = ['id', 'lastStateUpdateDateTime', ...fields];
  const $top = pageFor(only === 'failed' ? Number.POSITIVE_INFINITY : most);
  const path = `${scriptCollections[of.family]}/${key(of.id)}/deviceRunStates`;
  const keep = ({ state }: RunState) => only === 'all' || isFailure(state);
  return graph.all(path + query({ $select, $expand: 'managedDevice($select=id,deviceName)', $top }), runState(fields), {
    most,
    keep,
  });
}
