import { actionNames } from '../../../bot/actions/define.ts';
import { historyWishFrom } from '../../../bot/commands/history-words.ts';
import { languages } from '../../../bot/ports.ts';
import { openLexicon } from '../../../cards/words/index.ts';

const all = { mine: false, days: null, action: null, on: null };

test.each([
  ['', all],
  ['mine', { ...all, mine: true }],
  ['мои', { ...all, mine: true }],
  ['30 days', { ...all, days: 30 }],
  ['last 30 days', { ...all, days: 30 }],
  ['for the last 2 weeks', { ...all, days: 14 }],
  ['1 month', { ...all, days: 30 }],
  ['30 дней', { ...all, days: 30 }],
  ['за последние 2 недели', { ...all, days: 14 }],
  ['за последний 1 день', { ...all, days: 1 }],
  ['last week', { ...all, days: 7 }],
  ['mine past month', { ...all, mine: true, days: 30 }],
  ['за неделю', { ...all, days: 7 }],
  ['за последнюю неделю', { ...all, days: 7 }],
  ['на прошлой неделе', { ...all, days: 7 }],
  ['letzte Woche', { ...all, days: 7 }],
  ['im letzten Monat', { ...all, days: 30 }],
  ['today', { ...all, days: 1 }],
  ['yesterday', { ...all, days: 2 }],
  ['mine yesterday', { ...all, mine: true, days: 2 }],
  ['за вчера', { ...all, days: 2 }],
  ['за сегодня', { ...all, days: 1 }],
  ['сегодня', { ...all, days: 1 }],
  ['von gestern', { ...all, days: 2 }],
  ['heute', { ...all, days: 1 }],
  ['LT-0421 yesterday', { ...all, days: 2, on: 'LT-0421' }],
  ['"Yesterday"', { ...all, on: 'Yesterday' }],
  ['LT-0421 last week', { ...all, days: 7, on: 'LT-0421' }],
  ['Last Resort', { ...all, on: 'Last Resort' }],
  ['Заря', { ...all, on: 'Заря' }],
  ['Weekend', { ...all, on: 'Weekend' }],
  ['meine', { ...all, mine: true }],
  ['30 Tage', { ...all, days: 30 }],
  ['für die letzten 2 Wochen', { ...all, days: 14 }],
  ['auf LT-0421', { ...all, on: 'LT-0421' }],
  ['0 days', { ...all, days: 1 }],
  ['LT-0421', { ...all, on: 'LT-0421' }],
  ['of LT-0421', { ...all, on: 'LT-0421' }],
  ['по Ноутбук 7', { ...all, on: 'Ноутбук 7' }],
  ['Minesweeper', { ...all, on: 'Minesweeper' }],
  ['MINE', { ...all, mine: true }],
  ['"mine"', { ...all, on: 'mine' }],
  ['«30 дней» мои', { ...all, mine: true, on: '30 дней' }],
  ['mine LT-0421  last 7 days', { ...all, mine: true, days: 7, on: 'LT-0421' }],
  ['LT 0421 30 days', { ...all, days: 30, on: 'LT 0421' }],
  ['autopilot', { ...all, action: 'autopilot-sync' }],
  ['of Autopilot syncs', { ...all, action: 'autopilot-sync' }],
  ['of the autopilot sync', { ...all, action: 'autopilot-sync' }],
  ['mine autopilot 30 days', { ...all, mine: true, days: 30, action: 'autopilot-sync' }],
  ['30 days autopilot mine', { ...all, mine: true, days: 30, action: 'autopilot-sync' }],
  ['автопилот', { ...all, action: 'autopilot-sync' }],
  ['синхронизаций автопилота за неделю', { ...all, days: 7, action: 'autopilot-sync' }],
  ['der Autopilot-Synchronisierungen', { ...all, action: 'autopilot-sync' }],
  ['exchange', { ...all, action: 'exchange-sync' }],
  ['exchange on EX01', { ...all, action: 'exchange-sync', on: 'EX01' }],
  ['соединителя EX01', { ...all, action: 'exchange-sync', on: 'EX01' }],
  ['payloads', { ...all, action: 'sync-payloads' }],
  ['payloads on LT-0421 last week', { ...all, days: 7, action: 'sync-payloads', on: 'LT-0421' }],
  ['LT-0421 payloads', { ...all, action: 'sync-payloads', on: 'LT-0421' }],
  ['полезные данные на LT-0421', { ...all, action: 'sync-payloads', on: 'LT-0421' }],
  ['Nutzlasten', { ...all, action: 'sync-payloads' }],
  ['"Autopilot"', { ...all, on: 'Autopilot' }],
  ['exchange "Exchange"', { ...all, action: 'exchange-sync', on: 'Exchange' }],
  ['Exchange-01', { ...all, on: 'Exchange-01' }],
  ['Kiosk Autopilot 7', { ...all, on: 'Kiosk Autopilot 7' }],
  ['The Beast', { ...all, on: 'The Beast' }],
])('“history %s”', (said, wish) => {
  expect(historyWishFrom(said)).toEqual(wish);
});

test('a name is never longer than a press can carry', () => {
  expect(historyWishFrom('a'.repeat(5_000)).on).toHaveLength(256);
});

test.each(languages)('what ran is understood as history calls it (%s)', (language) => {
  const { say } = openLexicon()(language, 'Europe/Berlin');
  for (const action of actionNames) expect(historyWishFrom(say(`action.${action}`))).toEqual({ ...all, action });
});
