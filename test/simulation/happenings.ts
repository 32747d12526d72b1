import type { Did, Incoming } from '../../bot/commands/define.ts';
import type { Somebody } from './people.ts';
import { nextMs, type Story } from './plot.ts';
import { weathers } from './weather.ts';
import { wishes } from './wishes/index.ts';
import { press } from './wishes/press.ts';

/** Something that may happen next. */
export type Happening = {
  can(story: Story): boolean;
  weight(story: Story): number;
  happens(story: Story): Promise<void>;
};

const always = () => true;
const worksAtOnce = 5;

/** Whoever is held up at a meeting with the outside goes on. */
const meetingEnds: Happening = {
  can: ({ stage }) => stage.meetings.held().length > 0,
  weight: () => 60,
  async happens({ stage, dice }) {
    const meeting = dice.oneOf(stage.meetings.held());
    if (meeting) await stage.meetings.goesOn(meeting);
  },
};

const stepBegins: Happening = {
  can: ({ stage, cast }) =>
    cast.working().length > 0 && stage.jobs.due().length > 0 && stage.meetings.held().length < worksAtOnce,
  weight: () => 30,
  async happens({ stage, cast, dice }) {
    const [process, job] = [dice.oneOf(cast.working()), dice.oneOf(stage.jobs.due())];
    if (process && job) await cast.takes(process, job);
  },
};

const somebodyActs: Happening = {
  can: ({ cast, stage }) => cast.living().length > 0 && stage.meetings.held().length < worksAtOnce,
  weight: () => 7,
  async happens(story) {
    const { cast, dice } = story;
    const process = dice.oneOf(cast.living());
    const acts = process && whoActs(story);
    if (!acts) return;
    const { somebody, where, did } = acts;
    story.wishesLeft -= 1;
    story.lately = { somebody, where };
    const incoming = incomingOf(story, { somebody, where, did });
    story.say(`${somebody.person.name} ${inWords(did)} (${where.kind}, ${process.life.name})`);
    await cast.answers(process, incoming);
    // Teams did not hear in time that it had arrived, and another process is asked.
    const other = dice.happens(0.1) ? dice.oneOf(cast.living()) : null;
    if (!other || other === process) return;
    story.say(`  … and it is delivered again, to ${other.life.name}`);
    await cast.answers(other, incoming);
  },
};

/** Whoever has just had an answer is the likeliest to do something about it. */
function whoActs({ stage, dice, lately }: Story): Act | null {
  const company = dice.oneOf(stage.companies);
  const anybody = company && dice.oneOf(company.people);
  const isStill = lately !== null && dice.happens(0.7);
  const somebody = isStill ? lately.somebody : anybody;
  if (!somebody) return null;
  const where = isStill ? lately.where : dice.one(somebody.chats);
  const wish = isStill && dice.happens(0.85) ? press : dice.weighed(wishes);
  const did = wish?.does(dice, stage.teams.in(where)) ?? null;
  return did && { somebody, where, did };
}

type Act = { somebody: Somebody; where: Incoming['where']; did: Did };

function incomingOf(story: Story, { somebody: { person, heard }, where, did }: Act): Incoming {
  story.deeds += 1;
  return { key: `said:${where.id}/${story.deeds}`, from: person, where, heard, did, signedIn: false };
}

function inWords(did: Did): string {
  if (did.kind === 'said') return `says “${did.text}”`;
  return did.kind === 'pressed' ? `presses ${JSON.stringify(did.data)}` : did.kind;
}

const somebodySignsIn: Happening = {
  can: ({ stage, cast }) => stage.signedOut.size > 0 && cast.living().length > 0,
  weight: () => 3,
  async happens({ stage, cast, dice, say }) {
    const away = stage.companies.flatMap(({ people }) => people).filter(({ person }) => stage.signedOut.has(person.id));
    const [somebody, process] = [dice.oneOf(away), dice.oneOf(cast.living())];
    if (!somebody || !process) return;
    const { person } = somebody;
    say(`${person.name} signs in`);
    stage.signedOut.delete(person.id);
    await cast.does(process, person.name, () => process.desk.goOn(person));
  },
};

/** A moment, or until something is due; nobody is held up for longer than they can be. */
const timePasses: Happening = {
  can: always,
  weight: ({ stage }) => (stage.meetings.held().length > 0 ? 4 : 12),
  async happens({ stage, dice }) {
    const { time, meetings } = stage;
    const next = nextMs(stage) ?? time.nowMs();
    const atMs = dice.happens(0.5) ? Math.max(next, time.nowMs() + 1) : time.nowMs() + 1 + dice.below(4_000);
    for (const meeting of meetings.held()) if (meeting.untilMs <= atMs) await meetings.goesOn(meeting);
    await time.passTo(atMs, meetings.rests);
  },
};

const processDies: Happening = {
  can: ({ cast }) => cast.living().length > 0,
  weight: () => 1.2,
  async happens({ cast, dice, say }) {
    const process = dice.oneOf(cast.living());
    if (!process) return;
    const { life } = process;
    if (dice.happens(0.3)) {
      say(`${life.name} will die in its next transaction`);
      life.diesInTransaction = true;
      return;
    }
    say(`${life.name} dies`);
    await cast.dies(life);
  },
};

const processIsBorn: Happening = {
  can: ({ cast, world }) => cast.living().length < (world.alone ? 1 : 2),
  weight: () => 15,
  async happens({ cast, say }) {
    say('a process starts');
    await cast.born();
  },
};

const weatherChanges: Happening = {
  can: always,
  weight: () => 1.5,
  async happens({ stage, dice, say }) {
    const weather = dice.one(weathers);
    say(`Microsoft is ${weather}`);
    stage.microsoft.weather(weather);
  },
};

const teamsChanges: Happening = {
  can: always,
  weight: () => 1,
  async happens({ stage, dice, say }) {
    const trouble = dice.one([0, 0, 0.3]);
    say(trouble === 0 ? 'Teams takes everything' : 'Teams does not take everything');
    stage.teams.trouble(trouble);
  },
};

/** The admin center, where nobody asks this bot. */
const elsewhere: Happening = {
  can: always,
  weight: () => 1,
  async happens({ stage, dice, truths, say }) {
    const company = dice.oneOf(stage.companies);
    if (!company) return;
    const graph = stage.microsoft.of(company.tenantId);
    const device = graph.devices().find(({ name }) => name === dice.one(['IPAD-07', 'IPAD-0042']));
    if (!device || dice.happens(0.4)) {
      say(`somebody at ${company.name} begins an Autopilot sync elsewhere`);
      return graph.beginsElsewhere();
    }
    say(`somebody at ${company.name} has everything put back on ${device.name}`);
    graph.changesElsewhere(device.id, []);
    for (const truth of truths) truth.elsewhere?.(device.id);
  },
};

export const happenings: readonly Happening[] = [
  meetingEnds,
  stepBegins,
  somebodyActs,
  somebodySignsIn,
  timePasses,
  processDies,
  processIsBorn,
  weatherChanges,
  teamsChanges,
  elsewhere,
];
