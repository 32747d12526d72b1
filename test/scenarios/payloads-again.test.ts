/** What is repeated of a payload sync, and what is asked and said before. */

import { openLexicon } from '../../cards/words/index.ts';
import type { Person } from '../helpers/chat.ts';
import { deskForEach } from './desk-for-each.ts';
import { offers, sends } from './payload-forms.ts';

const seconds = (count: number) => count * 1_000;
const hours = (count: number) => count * 3_600_000;
const { say } = openLexicon()('en', 'Europe/Berlin');
const desk = deskForEach();

const textOf = (person: Person) => person.newest().card.fallbackText;
const isStatus = (key: Parameters<typeof say>[0]) => new RegExp(`^${say(key)}$`, 'm');

describe('what may be a device’s way to Intune is asked about again', () => {
  const removal = 'sync payloads remove "Wi-Fi Corp" on IPAD-ANA';

  async function runsGuarded(person: Person): Promise<void> {
    await person.says(removal);
    await sends(person, 'guard', { keep: 'all' });
    await sends(person, 'run-plan');
  }

  async function answersTheGuard(person: Person): Promise<void> {
    expect(offers(person.newest(), 'guard')).toBe(true);
    expect(offers(person.newest(), 'run-plan')).toBe(false);
    expect(textOf(person)).toContain(say('guard.verdict'));
    expect(textOf(person)).toContain('IPAD-ANA');
    await sends(person, 'guard', { keep: 'all' });
    expect(offers(person.newest(), 'run-plan')).toBe(true);
    expect(textOf(person)).toContain(
      say('plan.caution.connectivity', { names: 'IPAD-ANA', items: 'Wi-Fi Corp', count: 1 }),
    );
  }

  test('when whoever asked repeats it a day later', async () => {
    await runsGuarded(desk().ana);
    await desk().ana.sees(isStatus('status.accepted'));
    await desk().clock.goesOn(seconds(12));
    await desk().ana.sees(isStatus('status.done'));
    await desk().clock.goesOn(hours(25));
    await desk().ana.says('again');
    await answersTheGuard(desk().ana);
    expect(desk().posts()).toHaveLength(1);
  });

  test('when a colleague repeats what failed', async () => {
    desk().graph.next({ on: 'write', status: 403, retryAfter: null, flavour: 'role' });
    await runsGuarded(desk().ana);
    await desk().ana.sees(isStatus('status.refused'));
    await desk().jon.says('run 1');
    await sends(desk().jon, 'again');
    await answersTheGuard(desk().jon);
  });
});
