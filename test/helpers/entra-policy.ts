import { EntraRefused } from './entra-errors.ts';
import { graphAudience } from './entra-tokens.ts';
import type { EntraPerson, World } from './entra-world.ts';

/** Permissions without the address of Graph that neither the person nor their tenant has granted. */
export function missingScopes(world: World, person: EntraPerson, scopes: readonly string[]): string[] {
  const granted = [world.grants.get(person.id), world.grants.get(person.tenantId)].filter((set) => set !== undefined);
  if (granted.length === 0) return [];
  return scopes
    .map((scope) => scope.replace(`${graphAudience}/`, ''))
    .filter((scope) => scope.includes('.') && scope !== '.default' && !granted.some((set) => set.has(scope)));
}

export function checkScopes(world: World, person: EntraPerson, scopes: readonly string[]): void {
  if (missingScopes(world, person, scopes).length > 0)
    throw new EntraRefused('AADSTS65001', { suberror: 'consent_required' });
}

/** Conditional access: refuses without the proof it asks for, and those whom it lets in nowhere. */
export function checkDemand(world: World, person: EntraPerson, silent: boolean): void {
  if (world.blocked.has(person.id)) throw new EntraRefused('AADSTS53003', { suberror: 'message_only' });
  const demand = world.demands.get(person.id);
  if (!demand || (demand.given && !(demand.pageOnly && silent))) return;
  throw new EntraRefused('AADSTS50076', { claims: demand.claims, suberror: 'basic_action' });
}

/** Whether the asked claims have all that is demanded; more may be asked for. */
export function asksFor(asked: string | null, demanded: string): boolean {
  return asked !== null && includes(JSON.parse(asked), JSON.parse(demanded));
}

function includes(whole: unknown, part: unknown): boolean {
  if (!isObject(whole) || !isObject(part)) return JSON.stringify(whole) === JSON.stringify(part);
  return Object.entries(part).every(([key, value]) => key in whole && includes(whole[key], value));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
