import { firstFew } from '../../cards/first-few.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import { schedule as drawn, type ScheduleStanding, type ScheduleView } from '../../cards/schedule.ts';
import { type DaysChoice, type ScheduleComplaint, scheduleForm } from '../../cards/schedule-form.ts';
import { scheduleList } from '../../cards/schedule-list.ts';
import type { Words } from '../../cards/words/index.ts';
import type { CardJson, PersonId } from '../ports.ts';
import type { RunOutline } from '../runs/run.ts';
import type { ScheduleDraft } from '../schedules/draft.ts';
import type { Schedule } from '../schedules/schedule.ts';
import type { ScheduledWork } from '../schedules/work.ts';
import { signInButton } from './account-view.ts';
import { type Once, sayButton, scheduleButton } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';

/** One schedule in full. `reader`: null where several people read the same card. */
export function scheduleCard(schedule: Schedule, reader: PersonId | null, screen: Screen): CardJson {
  const { words, practice, now } = screen;
  const { number, work, rule, zone, missed, last, owner } = schedule;
  const view: ScheduleView = {
    ...{ practice, now, number, missed, last },
    ...{ title: words.say(`action.${work.action}`), what: whatOf(work, words) },
    rule: { ...rule, zone },
    state: standingOf(schedule),
    owner: owner.name,
    readerIsOwner: reader === owner.id,
    buttons: buttonsFor(schedule, words),
  };
  return asJson(drawn(view, words));
}

function standingOf({ state, nextAt, warned }: Schedule): ScheduleStanding {
  if (state === 'paused') return { kind: 'paused' };
  if (state === 'ended' || nextAt === null) return { kind: 'ended' };
  return { kind: warned ? 'sign-in' : 'next', at: nextAt };
}

/** What the name of the action does not say. */
function whatOf(work: ScheduledWork, words: Words): string | null {
  switch (work.action) {
    case 'autopilot-sync':
      return null;
    case 'exchange-sync':
      return words.say('schedule.what.exchange', {
        sync: work.sync,
        names: words.list(work.connectors.map(({ name }) => name)),
      });
    case 'sync-payloads':
      return payloadsLine(work, words);
  }
}

type Payloads = Extract<ScheduledWork, { action: 'sync-payloads' }>;

function payloadsLine({ intent, devices }: Payloads, words: Words): string {
  const all = devices.some(({ items }) => items === 'all');
  const names = new Set(
    devices.flatMap(({ items }) => (items === 'all' ? [] : items.map(({ id, name }) => name ?? id))),
  );
  const items = all ? words.say('schedule.what.everything') : firstFew({ names: [...names] }, mostNamed, words);
  const on = firstFew({ names: devices.map(({ name }) => name) }, mostNamed, words);
  return words.say('schedule.what.payloads', { intent, items, count: devices.length, names: on });
}

const mostNamed = 3;

function buttonsFor({ number, state, warned }: Schedule, words: Words): PressButton[] {
  if (state === 'ended') return [sayButton('schedules', words), sayButton('help', words)];
  const go = (press: 'retime' | 'pause' | 'resume' | 'cancel', title: string): PressButton => ({
    title,
    press: { press: 'schedule', schedule: number, go: press },
  });
  const halt = state === 'paused' ? go('resume', words.say('button.resume')) : go('pause', words.say('button.pause'));
  return [
    ...(warned ? [signInButton(words)] : []),
    go('retime', words.say('button.retime')),
    halt,
    sayButton('schedules', words),
    go('cancel', words.say('button.cancel-schedule')),
  ];
}

const mostListed = 8;
const mostButtons = 4;

type Listed = { schedules: readonly Schedule[]; booked: readonly RunOutline[]; examples: readonly string[] };

/** What is done later in somebody's name. */
export function scheduleListCard({ schedules, booked, examples }: Listed, { words, practice, now }: Screen): CardJson {
  const shown = schedules.slice(0, mostListed);
  const buttons = shown.slice(0, mostButtons).map(({ number }) => scheduleButton(number, words));
  return asJson(
    scheduleList(
      {
        ...{
          practice,
          now,
          examples,
          more: schedules.length - shown.length,
          other: shown[mostButtons]?.number ?? null,
        },
        rows: shown.map((one) => ({
          number: one.number,
          title: words.say(`action.${one.work.action}`),
          rule: { ...one.rule, zone: one.zone },
          state: standingOf(one),
        })),
        booked: booked.map((run) => ({
          number: run.number,
          title: words.say(`action.${run.action}`),
          at: run.samples[0]?.window?.opensAt ?? run.bookedFor ?? run.askedAt,
        })),
        buttons: [...buttons, sayButton('runs', words), sayButton('help', words)],
      },
      words,
    ),
  );
}

/** `offered`: the days that can be chosen, and what the form sends for them. */
type Asked = {
  id: string;
  draft: ScheduleDraft;
  offered: readonly DaysChoice[];
  once: Once;
  complaint: ScheduleComplaint | null;
};

export function scheduleFormCard(
  { id, draft, offered, once, complaint }: Asked,
  { words, practice, now }: Screen,
): CardJson {
  const { work, zone, days: chosen, time, missed } = draft;
  const save = {
    title: words.say('schedule.form.save'),
    press: { press: 'schedule-times', form: id, ...once },
    main: true,
  } as const;
  return asJson(
    scheduleForm(
      {
        ...{ practice, now, zone, chosen, time, missed, complaint, days: offered },
        ...{ title: words.say(`action.${work.action}`), what: whatOf(work, words) },
        buttons: [save, sayButton('schedules', words), sayButton('help', words)],
      },
      words,
    ),
  );
}
