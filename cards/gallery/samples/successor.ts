import { successor } from '../../successor.ts';
import { shown } from '../sample.ts';
import { draft } from './invented-devices.ts';

export const successorSamples = shown({
  name: 'successor',
  about: 'Graph does not know payload sync by its first name, and a person agrees to the second.',
  card: successor,
  states: {
    'in practice': () => ({ practice: true, draft }),
    'outside practice': () => ({ practice: false, draft }),
  },
});
