import { setImmediate as turn } from 'node:timers/promises';
import { ledgersInMemory } from '../../bot/graph/pace.ts';
import type { Identity } from '../../bot/identity/open.ts';
import { practiceTokens } from '../../bot/identity/practice.ts';
import type { Person } from '../../bot/ports.ts';
import { openStore, type Store } from '../../bot/store/open.ts';
import { readyMemory } from '../helpers/ready.ts';
import { empty } from './database.ts';
import { type Dice, diceOf } from './dice.ts';
import { type Microsoft, openMicrosoft, type Writes } from './graph.ts';
import { type Meetings, openMeetings } from './meetings.ts';
import { type Company, inventCompanies } from './people.ts';
import { type Jobs, openJobs } from './queue.ts';
import { takeOver } from './take-over.ts';
import { openTeams, type Teams } from './teams.ts';
import { openTime, type Time } from './time.ts';

/** What all stories share: one database, emptied between them, and the world outside. */
export type Stage = {
  store: Store;
  time: Time;
  meetings: Meetings;
  jobs: Jobs;
  microsoft: Microsoft;
  teams: Teams;
  companies: readonly Company[];
  signedOut: Set<string>;
  /** Who is signed in, and who they are. */
  identity: Pick<Identity, 'tokens' | 'accounts'>;
  /** As new; chance comes from these dice, and writes are told. */
  isSetFor(dice: Dice, writes: Writes): Promise<void>;
  close(): Promise<void>;
};

export async function openStage(): Promise<Stage> {
  const time = openTime();
  let byChance = diceOf('nobody');
  // Before there is a database, which sets timers while it opens.
  const giveBack = takeOver(time, () => byChance);
  const store = await openStore(await readyMemory());
  const meetings = openMeetings(time);
  const companies = inventCompanies();
  let heard: Writes = { written() {}, accepted() {} };
  const telling: Writes = { written: (write) => heard.written(write), accepted: (write) => heard.accepted(write) };
  const microsoft = openMicrosoft({ time, meetings, companies, ...telling });
  const [jobs, teams, signedOut] = [openJobs(time), openTeams(meetings, time), new Set<string>()];
  return {
    ...{ store, time, meetings, jobs, microsoft, teams, companies, signedOut },
    identity: identityOf(signedOut, time),
    async isSetFor(dice, writes) {
      await empty(store);
      for (const one of [time, jobs, meetings]) one.startsOver();
      signedOut.clear();
      [heard, byChance] = [writes, dice.others('chance')];
      teams.startsOver(dice.others('teams'));
      microsoft.startsOver(dice.others('microsoft'));
    },
    async close() {
      giveBack();
      await turn();
      await store.close();
    },
  };
}

function identityOf(signedOut: Set<string>, time: Time): Stage['identity'] {
  const isOut = ({ id }: Person) => signedOut.has(id);
  return {
    tokens: {
      graphToken: async (person, scopes) =>
        isOut(person) ? { kind: 'signed-out', need: 'sign-in' } : practiceTokens.graphToken(person, scopes),
    },
    accounts: {
      accountOf: async (person) => (isOut(person) ? null : { username: person.name, scopes: [], since: time.now() }),
      async signOut(person) {
        const wasIn = !isOut(person);
        signedOut.add(person.id);
        return wasIn;
      },
    },
  };
}

/** Each story has rooms in Graph's limits of its own. */
export const freshLedgers = (time: Time) => ledgersInMemory(time);
