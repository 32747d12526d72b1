import { deskForEach } from './desk-for-each.ts';
import { dataOf, deviceOf, plans, sends } from './payload-forms.ts';

const desk = deskForEach();

/** More than a JavaScript number holds exactly: the nearest one ends in 2. */
const code = '9007199254740993';

test('a code beyond what a number holds is told exactly on the board of one device', async () => {
  const { ana } = desk();
  await plans(ana, 'sync payloads remove "Expenses" on IPAD-07');
  await sends(ana, 'run-plan');
  await ana.sees(/^Accepted$/m);
  await desk().clock.goesOn(12_000);
  const board = await ana.sees(/^Failed$/m);
  expect(board.card.fallbackText).toContain(code);
});

test('and on the board and in the details of several', async () => {
  const { ana } = desk();
  const serials = ['IPAD-07', 'IPAD-JON'].map((name) => deviceOf(desk(), name).serial);
  await ana.says(`sync payloads remove "Expenses" on\n${serials.join('\n')}`);
  await sends(ana, 'settle-list');
  await sends(ana, 'run-plan');
  await ana.sees(/accepted/i);
  await desk().clock.goesOn(12_000);
  const board = await ana.sees(/^Failed$/m);
  expect(board.card.fallbackText).toContain(code);
  const { data } = dataOf(ana, 'details', board);
  await ana.submits(data, { how: 'execute', replyToId: board.id });
  expect(ana.newest().card.fallbackText.split(code)).toHaveLength(3);
});
