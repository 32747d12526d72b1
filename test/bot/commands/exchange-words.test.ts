import fc from 'fast-check';
import { type ExchangeSaid, exchangeSaid, isSaidOfConnector } from '../../../bot/commands/exchange-words.ts';

test.each<[string, Partial<ExchangeSaid>]>([
  ['', {}],
  ['EX01', { names: ['EX01'] }],
  ['EX01 quick', { names: ['EX01'], sync: 'quick' }],
  ['EX01 quick now', { names: ['EX01'], sync: 'quick' }],
  ['EX01 быстрая сейчас', { names: ['EX01'], sync: 'quick' }],
  ['EX01 jetzt schnell', { names: ['EX01'], sync: 'quick' }],
  ['delta EX01', { names: ['EX01'], sync: 'quick' }],
  ['EX01 deltaSync', { names: ['EX01'], sync: 'quick' }],
  ['EX02 FULL', { names: ['EX02'], sync: 'full' }],
  ['EX02 fullSync.', { names: ['EX02'], sync: 'full' }],
  ['ex01 полная', { names: ['ex01'], sync: 'full' }],
  ['быструю ex01', { names: ['ex01'], sync: 'quick' }],
  ['EX01 schnell', { names: ['EX01'], sync: 'quick' }],
  ['alle vollständig', { all: true, sync: 'full' }],
  ['EX01 und EX02', { names: ['EX01', 'EX02'] }],
  ['all quick', { all: true, sync: 'quick' }],
  ['все полностью', { all: true, sync: 'full' }],
  ['EX01, EX02 and EX03 quick', { names: ['EX01', 'EX02', 'EX03'], sync: 'quick' }],
  ['EX01 и EX02', { names: ['EX01', 'EX02'] }],
  ['“Contoso Full” delta', { names: ['Contoso Full'], sync: 'quick' }],
  ['connector EX01 full sync', { names: ['EX01'], sync: 'full' }],
  ['Contoso Süd quick', { names: ['Contoso Süd'], sync: 'quick' }],
])('%j', (typed, said) => {
  expect(exchangeSaid(typed)).toEqual({ names: [], all: false, sync: null, ...said });
});

test('whatever is typed, nothing breaks and no name is empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      expect(exchangeSaid(typed).names.every((name) => name.trim() !== '')).toBe(true);
    }),
  );
});

test.each([
  ['EX01 delta', true],
  ['EX02 full', true],
  ['полная EX01', true],
  ['EX01', false],
  ['full', false],
  ['remove Quick Notes from IPAD-07', false],
  ['remove "Wi-Fi Full"', false],
  ['LT-01\nLT-02 full', false],
])('%j is said of a connector: %s', (typed, isSaid) => {
  expect(isSaidOfConnector(typed)).toBe(isSaid);
});
