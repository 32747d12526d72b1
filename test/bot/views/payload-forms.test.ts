import type { Offered } from '../../../bot/finding/payloads.ts';
import { waysAmong } from '../../../bot/views/payload-forms.ts';

const item = (name: string, ...types: (string | null)[]): Offered => ({
  ...{ id: name, kind: 'deviceConfiguration', name, type: types[0] ?? null, state: null, failed: false },
  variants: types.map((type, index) => ({ id: `${name}-${index}`, type, on: [index] })),
});
const ways = (...chosen: Offered[]) => waysAmong(chosen).map(({ item: { name }, way }) => [name, way]);

test('a way to Intune is seen in whichever variant of a name it is', () => {
  expect(
    ways(
      item('Corp', '#microsoft.graph.iosCustomConfiguration', '#microsoft.graph.androidWorkProfileVpnConfiguration'),
      item('Home', null, '#microsoft.graph.iosWiFiConfiguration'),
      item('Layout', '#microsoft.graph.iosCustomConfiguration', '#microsoft.graph.androidCustomConfiguration'),
    ),
  ).toEqual([
    ['Corp', 'vpn'],
    ['Home', 'wifi'],
  ]);
});

test('and by its name, once for all variants', () => {
  expect(ways(item('VPN Berlin', null, null))).toEqual([['VPN Berlin', 'vpn']]);
});
