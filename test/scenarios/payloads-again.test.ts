/** What is repeated of a payload sync, and what is asked and said before. */

import { openLexicon } from '../../cards/words/index.ts';
import type { Person } from '../helpers/chat.ts';
import { deskForEach } from './desk-for-each.ts';
import { deviceOf, offers, sends } from './payload-forms.ts';

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

describe('“again failed” where nothing is repeated says what is left out, and why', () => {
  async function runsOn(name: string, item: string): Promise<void> {
    await desk().ana.says(`sync payloads remove "${item}" on ${name}`);
    if (offers(desk().ana.newest(), 'guard')) await sends(desk().ana, 'guard', { keep: 'all' });
    await sends(desk().ana, 'run-plan');
    await desk().ana.sees(isStatus('status.accepted'));
  }
  const asksAgain = () => desk().ana.says('again failed');

  test('what Microsoft does not say to be curable, by its code', async () => {
    await runsOn('IPAD-1004', 'Root CA');
    await desk().clock.goesOn(seconds(12));
    await desk().ana.sees(isStatus('status.failed'));
    await asksAgain();
    expect(textOf(desk().ana)).toContain(say('again.nothing', { number: 1 }));
    expect(textOf(desk().ana)).toContain(say('plan.left-out', { count: 1 }));
    expect(textOf(desk().ana)).toMatch(/0x87D1138B/);
    expect(textOf(desk().ana)).toContain('IPAD-1004');
    expect(offers(desk().ana.newest(), 'show')).toBe(true);
    expect(offers(desk().ana.newest(), 'watch')).toBe(false);
  });

  test('a device that gave no sign of life, which can be watched from there', async () => {
    await runsOn('IPAD-19', 'Outlook');
    await desk().clock.goesOn(hours(1));
    await desk().ana.sees(isStatus('status.silent'));
    await asksAgain();
    expect(textOf(desk().ana)).toContain(say('board.silent-on', { count: 1 }));
    expect(textOf(desk().ana)).toContain('IPAD-19');
    await desk().ana.presses(say('button.tell-check-in'));
    await desk().ana.sees(/IPAD-19/);
    expect(textOf(desk().ana)).toContain(say('watch.title'));
  });

  test('a run that goes on, which opens from there', async () => {
    await runsOn('IPAD-ANA', 'Outlook');
    await asksAgain();
    expect(textOf(desk().ana)).toContain(say('again.under-way', { number: 1 }));
    await desk().ana.presses(say('button.show-run', { number: 1 }));
    await desk().ana.sees(isStatus('status.accepted'));
    expect(desk().posts()).toHaveLength(1);
  });

  test('and beside what is repeated, the silent ones are named too', async () => {
    const serials = ['IPAD-19', 'IPAD-0042'].map((name) => deviceOf(desk(), name).serial);
    await desk().ana.says(`sync payloads remove "Mail profile" on\n${serials.join('\n')}`);
    await sends(desk().ana, 'settle-list', { ticked: deviceOf(desk(), 'IPAD-19').id });
    await sends(desk().ana, 'run-plan');
    await desk().ana.sees(isStatus('status.accepted'));
    await desk().clock.goesOn(seconds(12));
    await desk().clock.goesOn(hours(1));
    await desk().ana.sees(new RegExp(say('board.silent-on', { count: 1 })));
    await asksAgain();
    expect(offers(desk().ana.newest(), 'run-plan')).toBe(true);
    expect(textOf(desk().ana)).toContain(say('plan.ready', { count: 1 }));
    expect(textOf(desk().ana)).toContain(say('plan.left-out.silent', { names: 'IPAD-19' }));
  });
});
