/** "Mail profile broken on the director's iPad": a help-desk technician in a personal chat, from the question to the verdict. */

import { openLexicon, type Words, wordsLanguages } from '../../cards/words/index.ts';
import { choicesOn, type Person, ticks } from '../helpers/chat.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { localeOf } from '../helpers/languages.ts';
import { escaped } from '../helpers/lines.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import { deviceOf } from './payload-forms.ts';

// The whole bot on a machine that does other things too.
jest.setTimeout(120_000);

const seconds = (count: number) => count * 1_000;
const minutes = (count: number) => count * 60_000;
const lexicon = openLexicon();

const said = {
  en: {
    ipads: 'sync ipad of maria.keller',
    remove: 'sync payloads remove',
    on: 'on',
    again: 'again failed',
    form: 'sync payloads on',
    device: 'device IPAD-0042',
    run: 'run 1',
  },
  ru: {
    ipads: 'синхронизируй ipad пользователя maria.keller',
    remove: 'полезные данные удали',
    on: 'на',
    again: 'ещё раз неудачные',
    form: 'полезные данные на',
    device: 'устройство IPAD-0042',
    run: 'запуск 1',
  },
  de: {
    ipads: 'synchronisiere ipad von maria.keller',
    remove: 'nutzlasten entferne',
    on: 'auf',
    again: 'nochmal fehlgeschlagene',
    form: 'nutzlasten auf',
    device: 'gerät IPAD-0042',
    run: 'lauf 1',
  },
};

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
besideAnotherTenant(() => [desk]);
afterAll(() => desk.close());

describe.each(wordsLanguages)('the mail profile on the director’s iPad (%s)', (language) => {
  const words: Words = lexicon(language, 'Europe/Berlin');
  const say = words.say;
  const phrases = said[language];
  let lena: Person;
  beforeEach(async () => {
    await desk.startsOver();
    lena = desk.person('Lena Brandt');
    lena.speaks(localeOf[language], 'Europe/Berlin');
  });

  const text = () => lena.newest().card.fallbackText;
  const titles = () => choicesOn(lena.newest()).map(({ title }) => title);
  const removedOn = (name: string) => desk.graph.removedOn(deviceOf(desk, name).id).length;
  /** A sentence of the bot, whatever time it names. */
  const reads = (key: Parameters<Words['say']>[0], values: Record<string, string | number> = {}) =>
    new RegExp(escaped(say(key, values)).replaceAll('~', '.+'));
  const isStatus = (key: Parameters<Words['say']>[0]) => new RegExp(`^${say(key)}$`, 'm');
  const plans = (item: string, name: string) => lena.says(`${phrases.remove} "${item}" ${phrases.on} ${name}`);
  const runs = () => lena.presses(say('plan.run'));

  async function choosesTheActiveOne(): Promise<void> {
    await lena.says(phrases.ipads);
    await lena.presses(say('form.continue'), { inputs: { devices: ticks(lena.newest(), /IPAD-07/) } });
  }

  async function choosesMailAndVpn(): Promise<void> {
    const mail = ticks(lena.newest(), /^Mail profile/);
    await lena.presses(say('payloads.show'), { inputs: { items: mail, search: 'vpn' } });
    const vpn = ticks(lena.newest(), new RegExp(`^VPN · ${say('payload.kind.vpn')}`));
    await lena.presses(say('form.continue'), { inputs: { items: vpn, search: 'vpn' } });
  }

  test('two iPads fit: both are shown with what tells them apart, and the silent one as probably off', async () => {
    await lena.says(phrases.ipads);
    expect(text()).toContain(
      say('choice.found.exact', { said: phrases.ipads.split(' ').slice(1).join(' '), count: 2 }),
    );
    const [active = '', silent = ''] = titles();
    for (const [title, name, end] of [
      [active, 'IPAD-07', 'AB07'],
      [silent, 'IPAD-19', 'AB19'],
    ] as const) {
      expect(title).toContain(name);
      expect(title).toContain('iPad Air (M2)');
      expect(title).toContain(say('device.serial', { end }));
    }
    expect(silent).toContain(say('device.silent'));
    expect(active).not.toContain(say('device.silent'));
    expect(lena.newest().card.actions?.map(({ title }) => title)).toEqual(
      (['form.continue', 'choice.again', 'form.cancel'] as const).map((key) => say(key)),
    );
  });

  test('the form lists what is on the iPad, failed ones first, and counts what is chosen', async () => {
    await choosesTheActiveOne();
    const failed = titles().map((title) => title.endsWith(say('payload.state.failed')));
    expect(failed.filter(Boolean)).toHaveLength(2);
    expect(failed.slice(0, 2)).toEqual([true, true]);
    const counter = (chosen: number) => say('payloads.counter.remove', { chosen, removed: 0, total: chosen, most: 30 });
    expect(text()).toContain(counter(0));
    const mail = ticks(lena.newest(), /^Mail profile/);
    await lena.presses(say('payloads.show'), { inputs: { items: mail, search: 'VPN' } });
    expect(text()).toContain(counter(1));
    expect(text()).toContain(`Mail profile · ${say('payload.kind.email')}`);
    expect(titles()).toHaveLength(2);
  });

  test('removed without the VPN, then restored: every step in one card, and nothing is sent before Run', async () => {
    await choosesTheActiveOne();
    await choosesMailAndVpn();
    expect(text()).toContain(say('guard.verdict'));
    expect(text()).toContain(`VPN · ${say('payload.kind.vpn')}`);
    await lena.presses(say('guard.safe', { count: 1 }));
    expect(text()).toContain(say('plan.remove', { count: 1 }));
    expect(text()).not.toContain('VPN');
    expect(text()).toContain(say('run.as-you', { phase: 'later' }));
    expect(text()).toMatch(reads('plan.back', { from: '~', to: '~' }));
    expect(desk.posts()).toEqual([]);

    await runs();
    await lena.sees(isStatus('status.accepted'));
    expect(text()).toContain(say('item.remove.unseen'));
    expect(removedOn('IPAD-07')).toBe(1);
    await desk.clock.goesOn(seconds(12));
    await lena.sees(isStatus('status.done'));
    expect(text()).toContain(`${say('payload.kind.email')} · ${say('item.remove.done')}`);
    expect(text()).toMatch(reads('board.checked-in', { from: '~', to: '~' }));
    expect(text()).toMatch(reads('board.comes-back', { from: '~', to: '~' }));
    expect(lena.messages()).toHaveLength(1);

    await lena.presses(say('button.restore-now'));
    expect(text()).toContain(say('plan.restore', { count: 1 }));
    expect(text()).toContain(`Mail profile · ${say('payload.kind.email')}`);
    expect(desk.posts()).toHaveLength(1);
    await runs();
    await lena.sees(isStatus('status.accepted'));
    await desk.clock.goesOn(seconds(12));
    await lena.sees(isStatus('status.done'));
    expect(text()).toContain(say('item.restore.done'));
    expect(removedOn('IPAD-07')).toBe(0);
    expect(desk.posts()).toHaveLength(2);
    expect(lena.messages()).toHaveLength(2);
  });

  test('with the VPN, because somebody said so: both go, and the preview says what may happen', async () => {
    await choosesTheActiveOne();
    await choosesMailAndVpn();
    await lena.presses(say('guard.all', { count: 1 }));
    expect(text()).toContain(say('plan.remove', { count: 2 }));
    expect(text()).toContain(say('plan.caution.connectivity', { names: 'IPAD-07', items: 'VPN', count: 1 }));
    await runs();
    await lena.sees(isStatus('status.accepted'));
    expect(removedOn('IPAD-07')).toBe(2);
  });

  test('a second change keeps what is removed already, and calls it what it is', async () => {
    await plans('Mail profile', 'IPAD-07');
    await runs();
    await lena.sees(isStatus('status.accepted'));
    await desk.clock.goesOn(seconds(12));
    await lena.sees(isStatus('status.done'));
    await plans('Outlook', 'IPAD-07');
    expect(text()).toContain(say('plan.stay', { count: 1 }));
    expect(text()).toContain(`Mail profile · ${say('payload.kind.email')}`);
    await runs();
    await lena.sees(isStatus('status.accepted'));
    expect(removedOn('IPAD-07')).toBe(2);
  });

  test('the silent iPad: cautioned before, waited for, and in the end no sign of life, with the likely reason', async () => {
    await plans('Outlook', 'IPAD-19');
    expect(text()).toMatch(reads('plan.caution.silent', { names: 'IPAD-19', count: 1, ago: '~' }));
    await runs();
    await lena.sees(isStatus('status.accepted'));
    await desk.clock.goesOn(minutes(1));
    await lena.sees(isStatus('status.waiting'));
    await desk.clock.goesOn(minutes(50));
    await lena.sees(isStatus('status.silent'));
    expect(text()).toContain(say('status.silent.never-began'));
    expect(text()).toContain(say('board.silent'));
  });

  test('looked at a day later: nobody is said to have undone it, and there is nothing left to put back', async () => {
    await plans('Mail profile', 'IPAD-07');
    await runs();
    await lena.sees(isStatus('status.accepted'));
    await desk.clock.goesOn(minutes(25 * 60));
    await lena.sees(isStatus('status.returned'));
    expect(text()).toContain(say('board.returned'));
    expect(text()).not.toContain(say('item.remove.unseen'));
    expect(text()).not.toContain(`[${say('button.restore-now')}]`);
    expect(removedOn('IPAD-07')).toBe(0);
  });

  test('a locked iPad: what the code means, that another try can help, and the other try works', async () => {
    await plans('Mail profile', 'IPAD-0042');
    await runs();
    await lena.sees(isStatus('status.accepted'));
    await desk.clock.goesOn(seconds(12));
    await lena.sees(isStatus('status.failed'));
    expect(text()).toContain('0x87D11388 (-2016341112)');
    expect(text()).toContain(say('code.device-locked'));
    expect(text()).toContain(say('explain.next.yes', { acts: 'person' }));
    expect(text()).not.toContain(`[${say('button.restore-now')}]`);
    await lena.says(phrases.device);
    expect(text()).toContain(say('device.not-removed.title', { zone: 'Europe/Berlin' }));
    expect(text()).toContain(`Mail profile · ${say('payload.kind.profile')} · ${say('payload.removal.failed')}`);
    expect(text()).not.toMatch(reads('device.back', { from: '~', to: '~' }));
    expect(text()).not.toContain(`[${say('device.restore-all')}]`);
    await lena.says(phrases.run);
    await lena.presses(say('button.try-again'));
    expect(text()).toContain(say('plan.remove', { count: 1 }));
    expect(desk.posts()).toHaveLength(1);
    await runs();
    await lena.sees(isStatus('status.accepted'));
    await desk.clock.goesOn(seconds(12));
    await lena.sees(isStatus('status.done'));
    expect(desk.posts()).toHaveLength(2);
    expect(removedOn('IPAD-0042')).toBe(1);
  });

  test('“again failed” leads to the same preview as the button, and what failed can be chosen in the form again', async () => {
    await plans('Mail profile', 'IPAD-0042');
    await runs();
    await lena.sees(isStatus('status.accepted'));
    await desk.clock.goesOn(seconds(12));
    await lena.sees(isStatus('status.failed'));
    await lena.says(phrases.again);
    expect(text()).toContain(say('plan.remove', { count: 1 }));
    await lena.says(`${phrases.form} IPAD-0042`);
    expect(choicesOn(lena.newest(), /^Mail profile/)).toHaveLength(1);
    expect(text()).toContain(`Mail profile · ${say('payload.kind.email')} · ${say('payload.removal.failed')}`);
  });

  test('403: the missing role permission by name, a text for the role owner, and nothing was changed', async () => {
    await plans('Mail profile', 'IPAD-07');
    desk.graph.next({ on: 'write', status: 403, retryAfter: null, flavour: 'role' });
    await runs();
    await lena.sees(isStatus('status.refused'));
    const role = 'Remote tasks / Change assignments';
    expect(text()).toContain(say('refusal.missing-role', { status: 403, role }));
    expect(text()).toContain(say('changed.nothing'));
    const [, toSend = ''] = text().split(`${say('refusal.text-to-send')}\n`);
    expect(toSend.split('\n')[0]).toContain(role);
    expect(removedOn('IPAD-07')).toBe(0);
    expect(text()).toContain(`[${say('button.try-again')}]`);
  });

  test('a Windows laptop: cautioned, nothing sent, and tried only when somebody says so', async () => {
    await plans('Office 365', 'LT-0142');
    expect(text()).toContain(say('plan.undocumented', { systems: 'Windows' }));
    expect(text()).toContain(`[${say('plan.try')}]`);
    expect(text()).not.toContain(`[${say('plan.run')}]`);
    expect(desk.posts()).toEqual([]);
    await lena.presses(say('plan.try'));
    await lena.sees(isStatus('status.accepted'));
    await desk.clock.goesOn(seconds(12));
    await lena.sees(isStatus('status.failed'));
    expect(text()).toContain('0x80070032');
    expect(desk.posts()).toHaveLength(1);
  });

  test('cancelled in the preview: nothing was sent, and the old buttons say that the form is closed', async () => {
    await plans('Mail profile', 'IPAD-07');
    const run = lena.newest().card.actions?.find(({ title }) => title === say('plan.run'));
    await lena.presses(say('form.cancel'));
    expect(text()).toContain(say('form.dropped'));
    await lena.submits(run?.data, { how: 'execute', replyToId: lena.newest().id });
    expect(text()).toContain(say('form.closed.gone'));
    expect(desk.posts()).toEqual([]);
  });
});
