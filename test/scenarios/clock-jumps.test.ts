import { openDesk } from '../helpers/desk.ts';
import { tellOfClocks } from './clock-stories.ts';

/** `npm run faults -- clock-jumps` tells it in both homes of the database, whose own clock stays as it is. */

tellOfClocks(openDesk);
