import { schedule } from '../../../../bot/commands/schedule.ts';
import { changeIn } from '../../../../bot/commands/schedules/numbered.ts';
import { normal } from '../../../../bot/commands/understand.ts';

test.each([
  ['schedule', null],
  ['show schedule', null],
  ['pause schedule', 'pause'],
  ['resume schedule', 'resume'],
  ['cancel schedule', 'cancel'],
  ['delete schedule', 'cancel'],
  ['запланируй', null],
  ['покажи расписание', null],
  ['приостанови расписание', 'pause'],
  ['возобновить расписание', 'resume'],
  ['отмени расписание', 'cancel'],
  ['удалить расписание', 'cancel'],
  ['plane', null],
  ['zeige zeitplan', null],
  ['zeitplan pausieren', 'pause'],
  ['zeitplan fortsetzen', 'resume'],
  ['zeitplan abbrechen', 'cancel'],
  ['lösche zeitplan', 'cancel'],
  ['loesche zeitplan', 'cancel'],
])('what “%s” changes', (phrase, change) => {
  expect(changeIn(normal(phrase))).toBe(change);
});

test('in each language a schedule is paused, resumed and cancelled in words', () => {
  for (const phrases of Object.values(schedule.phrases))
    expect(new Set(phrases.map((phrase) => changeIn(normal(phrase))))).toEqual(
      new Set([null, 'pause', 'resume', 'cancel']),
    );
});
