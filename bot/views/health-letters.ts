import type { LetterView } from '../../cards/health.ts';
import { type RefusalView, type RefusalWord, refusalValues } from '../../cards/refusal-lines.ts';
import type { Key, Words } from '../../cards/words/index.ts';
import { type Permission, permissionReasons } from '../knowledge/permissions.ts';
import type { Scope } from '../ports.ts';
import { findingsOf, type Health } from './health-found.ts';
import { viewOf } from './health-things.ts';
import type { Screen } from './screen.ts';

type Row = LetterView['rows'][number];

/** What to send to whoever can mend it: one text to each for everything of a kind, however many actions want it. */
export function lettersFor(found: Health, screen: Screen): LetterView[] {
  const { words } = screen;
  const refused = found.actions.flatMap((one) =>
    findingsOf(one).map((finding) => viewOf({ action: one.action, ...finding }, screen)),
  );
  const alike = Map.groupBy(refused, ({ kind, approvalCode, action }) =>
    // Whether an action was renamed is asked of each; the rest is one thing, whatever it is for.
    [kind, approvalCode, kind === 'unknown-action' ? action : ''].join(),
  );
  const others = [...alike.values()].flatMap((views) => letterFor(views, words));
  return [...permissionLetter(found.consent, refused, words), ...roleLetter(refused), ...others];
}

/** Every permission once, whether Entra has no consent to it or Intune has named it. */
function permissionLetter(consent: readonly Scope[], refused: readonly RefusalView[], words: Words): LetterView[] {
  const named = refused.filter(({ kind }) => kind === 'missing-scope');
  const rows = gathered([
    ...consent.map((scope) => ({ names: [scope], use: useOf(scope, words) })),
    ...named.map(({ scopes, action }) => rowFor(scopes, action, words)),
  ]);
  if (rows.length === 0) return [];
  const text = { key: 'health.letter.permissions', values: { count: rows.length } } as const;
  return [{ to: 'health.to.administrator', text, rows }];
}

/** Intune names several of which any would do; ours is the one that the bot asks for. */
function rowFor(scopes: readonly Scope[], action: string, words: Words): Row {
  const ours = scopes.find((scope) => scope in permissionReasons);
  return ours ? { names: [ours], use: useOf(ours, words) } : { names: scopes, use: action };
}

const useOf = (scope: Scope, words: Words): string =>
  scope in permissionReasons ? words.say(permissionReasons[scope as Permission]) : '';

/** Who has no role at all lacks a licence too, perhaps. */
function roleLetter(refused: readonly RefusalView[]): LetterView[] {
  const lacking = refused.filter(({ kind }) => kind === 'missing-role' || kind === 'missing-access');
  const rows = gathered(lacking.map(({ role, action }) => ({ names: [role], use: action })));
  if (rows.length === 0) return [];
  const hasNone = lacking.some(({ kind }) => kind === 'missing-access');
  const key = hasNone ? 'health.letter.access' : 'health.letter.roles';
  return [{ to: 'health.to.roles', text: { key, values: { count: rows.length } }, rows }];
}

/** The same thing once, with everything it is for. */
function gathered(rows: readonly Row[]): Row[] {
  const byName = Map.groupBy(rows, ({ names }) => names.join());
  return [...byName.values()].flatMap((same) =>
    same.slice(0, 1).map(({ names }) => ({ names, use: [...new Set(same.map(({ use }) => use))].join(', ') })),
  );
}

function letterFor(alike: readonly RefusalView[], words: Words): LetterView[] {
  const [view] = alike;
  const letter = view && letters[view.kind];
  if (!letter) return [];
  const action = words.list([...new Set(alike.map((one) => one.action))]);
  return [{ to: letter.to, text: { key: letter.text, values: refusalValues({ ...view, action }, words) }, rows: [] }];
}

const letters: Partial<Record<RefusalWord, { to: Key; text: Key }>> = {
  'missing-approval': { to: 'health.to.approver', text: 'send.missing-approval' },
  'missing-policy': { to: 'health.to.administrator', text: 'send.missing-policy' },
  'no-intune': { to: 'health.to.administrator', text: 'send.no-intune' },
  'unknown-action': { to: 'health.to.bot', text: 'send.unknown-action' },
  settings: { to: 'health.to.bot', text: 'send.settings' },
};
