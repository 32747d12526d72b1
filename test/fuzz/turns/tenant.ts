import assert from 'node:assert/strict';
import fc from 'fast-check';
import { until } from '../../helpers/chat.ts';
import type { TenantDesk } from '../../helpers/tenant-desk.ts';
import type { TenantPerson } from '../../helpers/tenant-person.ts';
import { type Claim, claim } from '../claim.ts';
import { answerTo, givesNothingAway, isCalm } from './answered.ts';
import { graphAnswers, type HostileGraph } from './hostile-graph.ts';

/** Everything that reads Graph before it answers. */
const readings = [
  ...[
    'autopilot',
    'exchange',
    'health',
    'device IPAD-07',
    'watch device IPAD-07',
    'watch exchange EX01',
    'sync payloads',
  ],
  ...[
    'sync payloads remove "VPN" on IPAD-07, LT-02',
    'sync payloads restore all on LT-02',
    'sync ipad of maria@x.example',
  ],
  ...['sync payloads on devices where script "Map drives" failed', 'sync payloads with app Zoom', 'co-managed LT-03'],
  ...['автопилот', 'соединители', 'устройство IPAD-07', 'sync exchange full', 'gerät IPAD-07'],
];
/** What Graph asks of somebody stays with them for a while, and a chat takes so many messages a second. */
const readingsEach = 4;

/** The whole turn on a real tenant, with signed tokens, and a Graph that may answer anything. */
export function tenantTurns(desk: TenantDesk, graph: HostileGraph): readonly Claim[] {
  const reader = readersOf(desk);
  return [
    claim({
      name: 'turns: whatever Graph answers, the person gets one answer, which gives nothing away',
      input: fc.record({
        text: fc.constantFrom(...readings),
        answers: graphAnswers,
        locale: fc.constantFrom('en-US', 'ru-RU'),
      }),
      share: 0.2,
      async holds({ text, answers, locale }) {
        const person = await reader();
        person.speaks(locale);
        graph.answers(answers);
        const seen = await answerTo(person, () => person.says(text));
        isCalm(desk.logged);
        assert.deepEqual([seen.status, seen.messages.length], [200, 1]);
        givesNothingAway(seen, answers);
        assert.deepEqual(graph.writes.splice(0), []);
      },
      after: async () => desk.connector.startsOver(),
    }),
  ];
}

function readersOf(desk: TenantDesk): () => Promise<TenantPerson> {
  let [count, person]: [number, TenantPerson | null] = [0, null];
  return async () => {
    if (!person || count % readingsEach === 0) person = await signedIn(desk.person(`Reader ${count}`));
    count += 1;
    return person;
  };
}

async function signedIn(person: TenantPerson): Promise<TenantPerson> {
  await answerTo(person, () => person.says('sign in'));
  const { status } = await person.signsIn('silently');
  assert.equal(status, 200, 'signing in');
  // A step says so.
  await until(
    () => person.messages().length > 1,
    () => `${person.name} was not told that they are signed in`,
  );
  return person;
}
