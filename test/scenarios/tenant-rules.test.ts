/** What holds for a tenant: administrators settle it, everybody reads it, and one tenant's rules are not another's. */
import { openLexicon } from '../../cards/words/index.ts';
import { localeOf, storyLanguages } from '../helpers/languages.ts';
import { deskForEach } from './desk-for-each.ts';
import { offers, sends } from './payload-forms.ts';

const desk = deskForEach();
const lexicon = openLexicon();
const channel = { conversationId: '19:approvals@thread.tacv2;messageid=7', kind: 'channel' } as const;

describe.each(storyLanguages)('the rules of a tenant (%s)', (language) => {
  const { say } = lexicon(language, 'Europe/Berlin');
  const locale = localeOf[language];

  test('are settled by an administrator, and read by everybody', async () => {
    const { ana, jon } = desk();
    for (const one of [ana, jon]) one.speaks(locale);
    await ana.says('settings');
    expect(ana.newest().card.fallbackText).toContain(say('rules.approval.none'));
    await ana.presses(say('button.rules'));
    await sends(ana, 'save-rules', { devices: '25', approvals: 'removals', notices: 'nowhere', history: '90' });
    await jon.says('settings');
    const read = jon.newest().card.fallbackText;
    expect(read).toContain(say('rules.approval.devices', { count: 25 }));
    expect(read).toContain(say('rules.approval.removals'));
    expect(read).not.toContain(say('rules.approval.full-syncs'));
    expect(read).toContain(say('rules.history', { count: 90 }));
    expect(offers(jon.newest(), 'tenant-rules')).toBe(false);
    for (const one of [ana, jon]) one.speaks('en-US');
  });

  test('cannot be changed by anybody else, not even with an administrator’s button', async () => {
    const { ana, jon } = desk();
    jon.speaks(locale);
    await ana.says('settings');
    for (const data of [{ press: 'tenant-rules' }, { press: 'save-rules', approvals: 'removals', devices: '1' }]) {
      await jon.submits({ v: 1, ...data });
      expect(jon.newest().card.fallbackText).toContain(say('rules.only-admins'));
    }
    await jon.says('settings');
    expect(jon.newest().card.fallbackText).toContain(say('rules.approval.none'));
    jon.speaks('en-US');
  });
});

test('the notices of the tenant go where an administrator says so, but never to a personal chat', async () => {
  const { ana } = desk();
  const { say } = lexicon('en', 'Europe/Berlin');
  const there = desk().person('Ana Ruiz', channel);
  await ana.submits({ v: 1, press: 'save-rules', notices: 'here' });
  expect(ana.newest().card.fallbackText).not.toContain(say('rules.notices.here'));
  await there.says('settings');
  await there.presses(say('button.rules'));
  await sends(there, 'save-rules', { notices: 'here', devices: 'any', history: '365' });
  await there.says('settings');
  expect(there.newest().card.fallbackText).toContain(say('rules.notices.here'));
  await ana.says('settings');
  expect(ana.newest().card.fallbackText).toContain(say('rules.notices.elsewhere'));
});

test('what a form did not send, or sent as nonsense, changes nothing', async () => {
  const { ana } = desk();
  const { say } = lexicon('en', 'Europe/Berlin');
  await ana.submits({ v: 1, press: 'save-rules', devices: '5', approvals: 'full-syncs', history: '30' });
  await ana.submits({ v: 1, press: 'save-rules' });
  await ana.submits({ v: 1, press: 'save-rules', devices: '-3', history: '0' });
  await ana.says('settings');
  const read = ana.newest().card.fallbackText;
  for (const line of [
    say('rules.approval.devices', { count: 5 }),
    say('rules.approval.full-syncs'),
    say('rules.history', { count: 30 }),
  ])
    expect(read).toContain(line);
});
