import { prepareRenderer } from './card.ts';
import { PracticePage } from './page.ts';

prepareRenderer();
await new PracticePage().start();
