import { approvalTicks, noLimit, type PressOf } from '../../cards/press.ts';
import type { SavedTenantSettings, TenantSettings } from '../ports.ts';
import { messageCard } from '../views/answers.ts';
import { sayButton } from '../views/buttons.ts';
import { rulesFormCard } from '../views/tenant-rules.ts';
import type { Answer, Turn } from './define.ts';

/** The form in which an administrator settles what holds for the tenant. */
export async function showRules(turn: Turn): Promise<Answer> {
  if (!turn.desk.isAdmin(turn.from)) return onlyAdmins(turn);
  return form(turn, false);
}

/** Whoever pressed it: what counts is who they are now. */
export async function saveRules(turn: Turn, press: PressOf<'save-rules'>): Promise<Answer> {
  if (!turn.desk.isAdmin(turn.from)) return onlyAdmins(turn);
  const { tenantSettings } = turn.desk;
  const before = await tenantSettings.of(turn.from.tenantId);
  await tenantSettings.save(turn.from.tenantId, settledBy(turn, before, press));
  return form(turn, true);
}

/** What the form did not send stays as it was; a list in which nothing is ticked is not sent. */
function settledBy({ where }: Turn, before: TenantSettings, press: PressOf<'save-rules'>): SavedTenantSettings {
  const { devices, history, notices } = press;
  const ticked = (press.approvals ?? '').split(',');
  const [removals, fullSyncs] = approvalTicks.map((one) => ticked.includes(one));
  const approvals = {
    devices: devices === noLimit ? null : (devices ?? before.approvals.devices),
    ...(devices === undefined ? before.approvals : { removals: removals === true, fullSyncs: fullSyncs === true }),
  };
  const noticesTo = notices === 'here' && where.kind !== 'personal' ? where : notices === 'nowhere' ? null : 'keep';
  return { approvals, noticesTo, historyDays: history ?? before.historyDays };
}

async function form(turn: Turn, saved: boolean): Promise<Answer> {
  const settings = await turn.desk.tenantSettings.of(turn.from.tenantId);
  const card = rulesFormCard({ settings, where: turn.where, saved }, turn.screen);
  return { card, place: saved && turn.cardId ? 'here' : 'below' };
}

function onlyAdmins({ screen }: Turn): Answer {
  const buttons = [sayButton('settings', screen.words), sayButton('help', screen.words)];
  return {
    card: messageCard({ title: 'rules.title', sentences: [{ key: 'rules.only-admins' }], buttons }, screen),
    place: 'below',
  };
}
