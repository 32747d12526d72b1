/** Somebody asks for something on a device that a run is just changing. */

import { openLexicon } from '../../cards/words/index.ts';
import type { Person } from '../helpers/chat.ts';
import { deskForEach } from './desk-for-each.ts';
import { deviceOf, offers, plans, sends } from './payload-forms.ts';

const { say } = openLexicon()('en', 'Europe/Berlin');
const desk = deskForEach();
let mia: Person;
let jon: Person;
beforeEach(() => {
  mia = desk().person('Mia Chen');
  jon = desk().person('Jon Vik');
});

const textOf = (person: Person) => person.newest().card.fallbackText;
const isStatus = (key: Parameters<typeof say>[0]) => new RegExp(`^${say(key)}$`, 'm');
const busyWith = (run: number, names: string) => say('plan.busy', { run, names });
const unsent = (items: string) => say('plan.busy.unsent', { items });

async function removes(person: Person, item: string, device: string): Promise<void> {
  await plans(person, `sync payloads remove "${item}" on ${device}`);
  await sends(person, 'run-plan');
  await person.sees(isStatus('status.accepted'));
}

const removal = 'sync payloads remove "Mail profile" on IPAD-ANA';

test('something else is not sent, and is kept until the device is free; nobody joins', async () => {
  await removes(mia, 'Outlook', 'IPAD-ANA');
  const board = mia.newest();
  await jon.says(removal);
  expect(textOf(jon)).toContain(busyWith(1, 'IPAD-ANA'));
  expect(textOf(jon)).toContain(unsent('Mail profile'));
  expect(textOf(jon)).not.toContain('Mia Chen');
  await sends(jon, 'plan-again');
  expect(textOf(jon)).toContain(unsent('Mail profile'));

  await desk().clock.goesOn(12_000);
  await mia.seesOn(board, isStatus('status.done'));
  expect(board.card.fallbackText).not.toContain('Jon Vik');
  await sends(jon, 'plan-again');
  expect(textOf(jon)).toContain(say('plan.remove', { count: 1 }));
  expect(textOf(jon)).toContain('Mail profile');
  expect(jon.messages()).toHaveLength(1);
  await sends(jon, 'run-plan');
  await jon.sees(isStatus('status.accepted'));
  expect(
    desk()
      .posts()
      .map(({ person }) => person),
  ).toEqual(['Mia Chen', 'Jon Vik']);
});

test('whoever asked for the run is told so too, and opens it from there', async () => {
  await removes(mia, 'Outlook', 'IPAD-ANA');
  await mia.says(removal);
  expect(textOf(mia)).toContain(unsent('Mail profile'));
  await mia.presses(say('button.show-run', { number: 1 }));
  await mia.sees(isStatus('status.accepted'));
  expect(textOf(mia)).toContain('Outlook');
});

test('the same thing is joined', async () => {
  await removes(mia, 'Mail profile', 'IPAD-ANA');
  await jon.says(removal);
  expect(textOf(jon)).toContain(say('run.as', { name: 'Mia Chen', phase: 'now' }));
  expect(desk().posts()).toHaveLength(1);
});

test('the opposite is not the same thing', async () => {
  await removes(mia, 'Outlook', 'IPAD-ANA');
  await jon.says('sync payloads restore all on IPAD-ANA');
  expect(textOf(jon)).toContain(busyWith(1, 'IPAD-ANA'));
  expect(textOf(jon)).toContain(say('plan.busy.all-unsent'));
});

test('of several runs each is named, with the devices that it is on', async () => {
  await removes(mia, 'Outlook', 'IPAD-ANA');
  await removes(mia, 'Outlook', 'IPAD-JON');
  const serials = ['IPAD-ANA', 'IPAD-JON'].map((name) => deviceOf(desk(), name).serial);
  await jon.says(`sync payloads remove "Mail profile" on\n${serials.join('\n')}`);
  if (offers(jon.newest(), 'settle-list')) await sends(jon, 'settle-list');
  expect(textOf(jon)).toContain(busyWith(1, 'IPAD-ANA'));
  expect(textOf(jon)).toContain(busyWith(2, 'IPAD-JON'));
  for (const number of [1, 2]) expect(textOf(jon)).toContain(`[${say('button.show-run', { number })}]`);
});
