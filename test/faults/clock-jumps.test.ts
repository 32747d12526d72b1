import { openDesk } from '../helpers/desk.ts';
import { onEachHome } from '../helpers/homes.ts';
import { tellOfClocks } from '../scenarios/clock-stories.ts';

/** `npm run faults -- clock-jumps` */

onEachHome((open) =>
  tellOfClocks(async () => {
    const { options, remove } = await open();
    const desk = await openDesk(options);
    const { close } = desk;
    return Object.assign(desk, { close: () => close().then(remove) });
  }),
);
