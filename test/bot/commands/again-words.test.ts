import { againWishFrom } from '../../../bot/commands/again-words.ts';
import { commands } from '../../../bot/commands/index.ts';
import { understand, vocabularyOf } from '../../../bot/commands/understand.ts';

const vocabulary = vocabularyOf(commands);

const everything = { only: 'all', action: null };
const failed = { only: 'failed', action: null };
const autopilot = { only: 'all', action: 'autopilot-sync' };
const exchange = { only: 'all', action: 'exchange-sync' };
const payloads = { only: 'all', action: 'sync-payloads' };

test.each<[string, object | null]>([
  ['again', everything],
  ['again failed', failed],
  ['again autopilot', autopilot],
  ['again Windows Autopilot', autopilot],
  ['again exchange', exchange],
  ['once more connectors', exchange],
  ['again payloads', payloads],
  ['Repeat payload sync!', payloads],
  ['ещё раз', everything],
  ['ещё раз неудачные', failed],
  ['ещё раз автопилот', autopilot],
  ['повтори синхронизацию автопилота', autopilot],
  ['ещё раз соединители', exchange],
  ['повтори соединитель Exchange', exchange],
  ['ещё раз полезные данные', payloads],
  ['Снова синхронизация полезных данных', payloads],
  ['nochmal', everything],
  ['nochmal fehlgeschlagene', failed],
  ['nochmal Autopilot', autopilot],
  ['wiederhole Autopilot-Synchronisierung', autopilot],
  ['nochmal Exchange-Connector', exchange],
  ['nochmal Nutzlasten', payloads],
  ['noch einmal Nutzlast-Synchronisierung', payloads],
  ['again payloads on LT-0421', null],
  ['ещё раз принтер', null],
  ['nochmal Drucker', null],
])('“%s”', (said, wish) => {
  const understood = understand(said, vocabulary, 'en');
  if (understood.kind !== 'command') throw new Error(`"${said}" is not understood`);
  expect(understood.command.name).toBe('again');
  expect(againWishFrom(understood.argument)).toEqual(wish);
});
