import { actionNames } from '../../../bot/actions/define.ts';
import { actionNamed, actions } from '../../../bot/actions/index.ts';
import { actionName } from '../../../cards/press-parts.ts';

test('each action stands under its own name, in the order in which they are listed', () => {
  expect(actions.map(({ name }) => name)).toEqual(actionNames);
  for (const name of actionNames) expect(actionNamed(name).name).toBe(name);
});

test('a press can name each of them, and nothing else', () => {
  expect(actionName.options).toEqual(actionNames);
});
