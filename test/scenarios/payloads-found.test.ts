/** Which devices people mean, and how many of them they can take at once. */

import { openLexicon } from '../../cards/words/index.ts';
import { choicesOn, ticks, until } from '../helpers/chat.ts';
import { deskForEach } from './desk-for-each.ts';
import { dataOf, deviceOf, filledIn, offers, plans, sends } from './payload-forms.ts';

const { say } = openLexicon()('en', 'Europe/Berlin');
const desk = deskForEach();
beforeEach(() => desk().ana.speaks('en-US', 'Europe/Berlin'));

const text = () => desk().ana.newest().card.fallbackText;
const named = (pattern: RegExp) =>
  desk()
    .graph.devices()
    .filter(({ name }) => pattern.test(name));
/** How often a device has been read, whatever was asked of it. */
const readsOf = (name: string) => {
  const path = `/deviceManagement/managedDevices/${deviceOf(desk(), name).id}`;
  return desk()
    .graph.visits()
    .filter((visit) => visit.method === 'GET' && visit.path === path).length;
};

/** Runs what is previewed until nobody looks at it any more. */
async function runsToItsEnd(ms: number): Promise<void> {
  await sends(desk().ana, 'run-plan');
  await desk().ana.sees(new RegExp(`^${say('status.accepted')}$`, 'm'));
  await desk().clock.goesOn(ms);
  await until(
    () => offers(desk().ana.newest(), 'again') || offers(desk().ana.newest(), 'restore'),
    () => `It did not end:\n${text()}`,
  );
}

describe('somebody who wants to look at devices', () => {
  test('and names two, says which one of them is meant', async () => {
    await desk().ana.says('device IPAD-07, IPAD-19');
    expect(text()).toContain(say('choice.title.device'));
    expect(choicesOn(desk().ana.newest()).map(({ value }) => value)).toEqual(
      ['IPAD-07', 'IPAD-19'].map((name) => deviceOf(desk(), name).id),
    );
    await sends(desk().ana, 'choose-devices', { devices: deviceOf(desk(), 'IPAD-19').id });
    expect(offers(desk().ana.newest(), 'payloads')).toBe(true);
    expect(text()).toContain('IPAD-19');
  });

  test('and names one that is not there as well, is told so first', async () => {
    await desk().ana.says('device IPAD-07, IPAD-19, NOBODY-1');
    expect(text()).toContain('NOBODY-1');
    await sends(desk().ana, 'settle-list');
    expect(text()).toContain(say('choice.title.device'));
  });

  test('and names none, is asked which device, not what to sync', async () => {
    await desk().ana.says('device');
    expect(text()).toContain(say('choice.title.device'));
    expect(text()).not.toContain(say('pick.title'));
  });
});

describe('more devices than a card can list', () => {
  test('are taken all at once', async () => {
    const iPads = named(/IPAD/);
    await desk().ana.says('sync payloads on IPAD');
    expect(text()).toContain(`[${say('choice.all', { count: named(/ipad/i).length })}]`);
    await sends(desk().ana, 'choose-all');
    expect(offers(desk().ana.newest(), 'choose-payloads')).toBe(true);
    expect(text()).toContain(iPads[0]?.name ?? '');
    await sends(desk().ana, 'choose-payloads', { items: '', search: 'Home screen', go: 'show' });
    expect(text()).toContain(say('payloads.of-devices', { on: named(/ipad/i).length, count: named(/ipad/i).length }));
  });

  test('of a pasted list that need a second look go along where the last tick says so', async () => {
    const laptops = named(/^LT-/);
    expect(laptops.length).toBeGreaterThan(8);
    await desk().ana.says(`sync payloads remove "Update ring" on\n${laptops.map(({ name }) => name).join('\n')}`);
    const rest = choicesOn(
      desk().ana.newest(),
      new RegExp(say('reading.doubtful.rest', { count: laptops.length - 8 })),
    );
    await sends(desk().ana, 'settle-list', { ticked: rest.map(({ value }) => value).join(',') });
    expect(text()).toContain(say('plan.left-out.undocumented', { names: '~', count: 8 }).split('~: ')[1]);
    expect(text()).toContain(say('plan.undocumented', { systems: 'Windows' }));
  });

  test('in a list of more than 2,000 lines are refused, and none of them is looked for', async () => {
    const lines = Array.from({ length: 2_001 }, (_, index) => `IPAD-${index}`);
    await desk().ana.says(`sync payloads on\n${lines.join('\n')}`);
    expect(text()).toContain(say('pick.too-many', { count: 2_000 }));
    expect(offers(desk().ana.newest(), 'settle-list')).toBe(false);
  });
});

/** As clients send it: an input that is empty is left out. */
const chooses = (go: string, inputs: { search?: string; items?: string } = {}) =>
  sends(desk().ana, 'choose-payloads', { go, ...inputs });
const offered = () => choicesOn(desk().ana.newest()).map(({ value }) => value);
const items = (title: RegExp) => ticks(desk().ana.newest(), title);
/** How many are chosen so far. */
const counter = (chosen: number) => say('payloads.counter.remove', { chosen, removed: 0, total: chosen, most: 30 });

describe('in a form of several pages, what is ticked counts', () => {
  beforeEach(() => desk().ana.says('sync payloads on IPAD-07'));

  test('where a search has left one page, and “next” was pressed with it', async () => {
    await chooses('next', { search: 'Home' });
    await chooses('show', { search: 'Home', items: items(/^Home screen/) });
    expect(text()).toContain(counter(1));
    await chooses('next', { search: 'Home', items: items(/^Home screen/) });
    await chooses('continue', { search: 'Home', items: items(/^Home screen/) });
    expect(offers(desk().ana.newest(), 'run-plan')).toBe(true);
  });

  test('on the last page, where “next” was pressed twice on the one before', async () => {
    await chooses('next');
    const { data, message } = dataOf(desk().ana, 'choose-payloads');
    for (let twice = 0; twice < 2; twice += 1)
      await desk().ana.submits({ ...data, go: 'next' }, { how: 'execute', replyToId: message.id });
    await chooses('previous', { items: offered()[0] ?? '' });
    expect(text()).toContain(counter(1));
    expect(text()).toContain(say('payloads.page', { page: 2, pages: 3 }));
  });

  test('where nothing was ticked at first, and only searched for', async () => {
    const firstPage = offered();
    await chooses('continue', { search: 'Web clips' });
    expect(text()).toContain(say('payloads.nothing'));
    const [found = ''] = offered();
    expect(firstPage).not.toContain(found);
    await chooses('show', { search: 'Web clips', items: found });
    expect(text()).toContain(counter(1));
  });

  test('and a search that is emptied shows everything again', async () => {
    const everything = offered();
    await chooses('show', { search: 'no such payload' });
    expect(offered()).toEqual([]);
    await chooses('show');
    expect(offered()).toEqual(everything);
  });
});

describe('devices of which somebody says only whose they are', () => {
  const found = () => choicesOn(desk().ana.newest()).map(({ value }) => value);
  const jons = ['IPAD-JON', 'LT-0142'];
  const idsOf = (names: readonly string[]) => names.map((name) => deviceOf(desk(), name).id);

  test.each(['device of jon', "device jon's devices", 'sync Jon Vik’s devices', 'sync payloads on Jons Geräte'])(
    '“%s” means all of theirs',
    async (phrase) => {
      await desk().ana.says(phrase);
      expect(found()).toEqual(idsOf(jons));
      expect(text()).not.toContain('“of');
    },
  );

  test('a laptop is asked about, because many things are called so', async () => {
    await desk().ana.says("sync jon's laptop");
    expect(text()).toContain(say('choice.found.near', { said: "jon's laptop", count: 1 }));
    expect(found()).toEqual(idsOf(['LT-0142']));
    await desk().ana.says("device jon's iPad");
    expect(text()).toContain('IPAD-JON');
    expect(offers(desk().ana.newest(), 'payloads')).toBe(true);
  });

  test('a device that is really called so comes first, and what is in quotes is a name only', async () => {
    await desk().ana.says("device o'neill's ipad");
    expect(text()).toContain("O'Neill's iPad");
    expect(offers(desk().ana.newest(), 'payloads')).toBe(true);
    await desk().ana.says('device "jon\'s iPad"');
    expect(text()).toContain(say('choice.found.none', { said: '"jon\'s iPad"', count: 0 }));
  });
});

test('part of a person’s name is asked about, even if it fits one device only', async () => {
  await desk().ana.says('sync payloads remove "Home screen" on ipad of olg');
  expect(offers(desk().ana.newest(), 'run-plan')).toBe(false);
  expect(text()).toContain('olga.petrova');
});

test('a run is repeated from what it knows of its devices: each is read once, and cautioned about as before', async () => {
  await plans(desk().ana, 'sync payloads remove "Update ring" on LT-0391');
  const caution = say('plan.undocumented', { systems: 'Windows' });
  expect(text()).toContain(caution);
  await runsToItsEnd(3 * 60 * 60_000);
  const reads = readsOf('LT-0391');
  await desk().ana.says('again');
  expect(readsOf('LT-0391') - reads).toBe(1);
  expect(text()).toContain(caution);
});

test('what is named to be put back is read once, for the form and for the preview', async () => {
  await plans(desk().ana, 'sync payloads remove "Home screen" on IPAD-07');
  await runsToItsEnd(60_000);
  const reads = readsOf('IPAD-07');
  await desk().ana.says('sync payloads restore "Home screen" on IPAD-07');
  expect(offers(desk().ana.newest(), 'run-plan')).toBe(true);
  expect(readsOf('IPAD-07') - reads).toBe(1);
});

describe('whoever has said much already', () => {
  const fronts = () => named(/^FRONT-DESK$/).map(({ id }) => id);
  const picked = () => filledIn(desk().ana, 'own');

  test('mends a list: what fits several and what was not ticked stays open, and the list is what was typed of devices', async () => {
    await desk().ana.says('sync payloads remove "Outlook" on IPAD-07, FRONT-DESK, LT-0142');
    expect(offers(desk().ana.newest(), 'settle-list')).toBe(true);
    await sends(desk().ana, 'pick-again');
    expect(picked().split(',')).toEqual([deviceOf(desk(), 'IPAD-07').id]);
    const typed = filledIn(desk().ana, 'typed');
    expect(typed).toBe('IPAD-07, FRONT-DESK, LT-0142');
    await sends(desk().ana, 'pick-devices', { own: picked(), typed });
    expect(text()).toContain(say('reading.found', { count: 2 }));
    expect(text()).toContain(say('reading.count.ambiguous', { count: 1 }));
    await sends(desk().ana, 'settle-list', { choice_0: fronts()[1] });
    await desk().ana.sees(/IPAD-07.*FRONT-DESK/);
    expect(offers(desk().ana.newest(), 'run-plan')).toBe(true);
  });

  test('has ticked one of several of a name: the list that names it too leaves it chosen', async () => {
    await desk().ana.says('sync payloads on IPAD-07, FRONT-DESK');
    await sends(desk().ana, 'pick-again');
    const [, front = ''] = fronts();
    await sends(desk().ana, 'pick-devices', { found: front, typed: 'IPAD-07, FRONT-DESK' });
    expect(filledIn(desk().ana, 'choice_0')).toBe(front);
  });

  test('searches again with nothing ticked that nobody chose', async () => {
    await desk().ana.says('sync payloads remove "Outlook" on FRONT-DESK');
    expect(text()).toContain(say('choice.found.exact', { said: 'FRONT-DESK', count: 2 }));
    await sends(desk().ana, 'pick-again');
    expect(picked()).toBe('');
    expect(filledIn(desk().ana, 'typed')).toBe('FRONT-DESK');
  });

  test.each(['remove "Outlook"', 'remove "Outlook" on all devices'])(
    'and nothing of devices (%s) is asked for them',
    async (said) => {
      await desk().ana.says(`sync payloads ${said}`);
      expect(text()).toContain(say('pick.title'));
      await sends(desk().ana, 'pick-devices', { typed: 'IPAD-07' });
      expect(offers(desk().ana.newest(), 'run-plan')).toBe(true);
      expect(text()).toContain('Outlook');
    },
  );

  test.each(['sync Outlook and Teams on IPAD-ANA', 'синхронизировать Outlook и Teams на IPAD-ANA'])(
    'and names two things with “and” between them, sees both before anything happens (%s)',
    async (phrase) => {
      await desk().ana.says(phrase);
      expect(offers(desk().ana.newest(), 'run-plan')).toBe(true);
      expect(text()).toMatch(/^Outlook · .*$/m);
      expect(text()).toMatch(/^Teams · .*$/m);
      await desk().ana.says('sync "Outlook and Teams" on IPAD-ANA');
      expect(offers(desk().ana.newest(), 'run-plan')).toBe(false);
    },
  );

  test('and wants one thing removed and another restored, is asked to say one at a time', async () => {
    await desk().ana.says('sync payloads remove "Outlook", restore "Teams" on IPAD-07');
    expect(text()).toContain(say('wish.both'));
    expect(text()).toContain(say('wish.both.how'));
    expect(
      desk()
        .graph.visits()
        .filter(({ method }) => method === 'POST'),
    ).toEqual([]);
  });
});
