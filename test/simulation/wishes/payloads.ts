import { types } from './define.ts';

const apps = ['Teams', 'Home screen', 'Wi-Fi Guest', 'Expenses', 'Field Maps'] as const;
const devices = ['IPAD-07', 'IPAD-19', 'IPAD-0042', 'IPAD-07, IPAD-0042'] as const;

/** Takes something off devices, or has it put back; the answer is a preview, to be run by a press. */
export const payloads = types(10, (dice) => {
  const [app, device] = [dice.one(apps), dice.one(devices)];
  return dice.one([
    `sync payloads remove "${app}" on ${device}`,
    `sync payloads remove "${app}" on ${device}`,
    `sync payloads restore all on ${device}`,
    `device ${device}`,
  ]);
});
