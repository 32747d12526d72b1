import type { Practice, TenantId } from './ports.ts';
import { practiceTenantId } from './practice/people.ts';
import { practiceStrings } from './practice/tenant.ts';
import type { Runner } from './runs/runner.ts';
import type { Schedules } from './schedules/open.ts';
import { forgetLateAnswers } from './store/late-answers.ts';
import { forgetNotices } from './store/notices.ts';
import { forgetOnCall } from './store/on-call.ts';
import { forgetTold } from './store/people.ts';
import { forgetWatches } from './store/watches.ts';
import type { Base } from './wiring.ts';

/** The strings of the invented tenant, and all that is forgotten when it starts over; null on a real one. */
export function practiceFor({ tenant, ledgers, store }: Base, runner: Runner, schedules: Schedules): Practice | null {
  if (!tenant) return null;
  const forget = async () => {
    await runner.runs.forget(practiceTenantId as TenantId);
    await schedules.forget(practiceTenantId as TenantId);
    await ledgers.forget(practiceTenantId);
    await forgetTold(store.db, practiceTenantId as TenantId);
    await forgetNotices(store.db, practiceTenantId as TenantId);
    await forgetWatches(store.db, practiceTenantId as TenantId);
    await forgetOnCall(store.db, practiceTenantId as TenantId);
    await forgetLateAnswers(store.db, practiceTenantId as TenantId);
  };
  return practiceStrings(tenant, { wake: () => runner.wake(), forget });
}
