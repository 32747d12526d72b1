import { noticeCard } from '../../../bot/views/notice.ts';
import { chooseWatchedCard, watchBegunCard } from '../../../bot/views/watch.ts';
import type { Watch } from '../../../bot/watches/watch.ts';
import { openLexicon } from '../../../cards/words/index.ts';
import { hour, later, noon } from '../runs/samples.ts';
import { newTenant, personOf } from '../store/samples.ts';

const words = openLexicon()('en', 'UTC');
const screen = { words, now: noon, practice: false };
const tenantId = newTenant();
const devices = Array.from({ length: 100 }, (_, index) => ({ id: `${index}`, label: `LT-${index}` }));
const watch: Watch = {
  ...{ id: 'w', tenantId, number: 3, personId: personOf(tenantId).id, conversationId: 'a:chat' },
  ...{ what: { kind: 'devices', devices, until: 'done', run: 17 }, on: 'change', state: 'active' },
  ...{ endsAt: later(20 * hour), mutedUntil: null },
};

test('who wants more devices watched than can be is told how many are left out', () => {
  const textOf = (left: number) => watchBegunCard({ watch, old: false, left }, screen).fallbackText;
  const sentence = words.say('watch.left', { count: 50 });
  expect([textOf(50).includes(sentence), textOf(-60).includes('silent')]).toEqual([true, false]);
});

test('a device that has to be chosen is watched until what was said', () => {
  const named = [{ id: 'd1', name: 'FRONT-DESK', more: null }];
  const choice = { kind: 'device', said: 'FRONT-DESK', match: 'near', named, on: 'change', until: 'check-in' } as const;
  const card = chooseWatchedCard({ ...choice, once: { nonce: 'n', issuedAt: noon } }, screen);
  expect(JSON.stringify(card)).toContain('"until":"check-in"');
});

test('a list that is told of once more has a button of its own, which does not show the watch that the first one began', () => {
  const groups = [{ standing: 'pending', count: 1, names: ['5CG4200R60'] }] as const;
  const content = { kind: 'run-serials', run: 17, name: 'Ana Ruiz', groups } as const;
  const heard = { repeated: 0, nonsense: [], skipped: 0 };
  const nonceOf = (at: Date) =>
    /"nonce":"[^"]+"/.exec(JSON.stringify(noticeCard({ ...content, heard, at }, screen)))?.[0];
  expect(nonceOf(noon)).toEqual(nonceOf(noon));
  expect(nonceOf(noon)).not.toEqual(nonceOf(later(hour)));
});
