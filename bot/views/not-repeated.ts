import { type NotRepeatedView, notRepeated } from '../../cards/not-repeated.ts';
import type { CardJson } from '../ports.ts';
import type { Run } from '../runs/run.ts';
import { sayButton, showButton } from './buttons.ts';
import { silentButtons } from './payload-run-buttons.ts';
import { manyDevices } from './payload-run-many.ts';
import { asJson, type Screen } from './screen.ts';

/** Nothing of this run would end otherwise if it were asked for again: what is left out, and why. */
export function notRepeatedCard(run: Run, screen: Screen): CardJson {
  const { words, practice, now } = screen;
  const underWay = run.endedAt === null;
  const watch = run.action === 'sync-payloads' && !underWay ? silentButtons(run, words) : [];
  const buttons = [...watch, showButton(run.number, words), sayButton('help', words)];
  return asJson(
    notRepeated({ practice, now, number: run.number, underWay, left: leftOf(run, screen), buttons }, words),
  );
}

function leftOf(run: Run, screen: Screen): NotRepeatedView['left'] {
  if (run.action !== 'sync-payloads') return null;
  const { failed, refused, unseen } = manyDevices({ run, reader: run.asker }, false, screen);
  const groups = [...failed, ...refused, ...Object.values(unseen)];
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return count > 0 ? { count, failed, refused, unseen } : null;
}
