import { autopilotSync } from '../../actions/autopilot-sync.ts';
import type { SerialList } from '../../actions/serial-standing.ts';
import { readSerials } from '../../actions/serials.ts';
import { serialRows, serialsFileCard, serialsFileName } from '../../views/serials-file.ts';
import { csvOf } from '../csv.ts';
import type { Answer, Turn } from '../define.ts';
import { answerOffer, offerFile } from '../file-offer.ts';
import { reading } from '../reading.ts';
import { keepSerials, serialsRefused } from './answer.ts';
import { serialsDraft } from './draft.ts';

/** What a serial takes in the file, give or take. */
const bytesEach = 60;

/** How each serial of a list stands, as a file. */
export function offerSerialsFile(turn: Turn, list: SerialList): Promise<Answer> {
  const { screen } = turn;
  const count = list.serials.length;
  return offerFile(turn, {
    content: serialsDraft(list),
    name: serialsFileName(screen),
    about: screen.words.say('serials.file.about', { count }),
    bytes: (count + 1) * bytesEach,
    card: (state) => serialsFileCard(state, screen),
  });
}

/** Read again, because what it is wanted for is how things stand now. */
export async function serialsOfferAnswered(turn: Turn, list: SerialList, wanted: boolean): Promise<Answer> {
  const { desk, from, screen } = turn;
  const graph = desk.graphFor(from, autopilotSync.scopes.read);
  const read = wanted ? await reading(() => readSerials(graph, list.serials)) : { kind: 'read' as const, value: [] };
  if (read.kind === 'refused') {
    const again = { press: 'serials', go: 'csv', list: (await keepSerials(turn, list)).id } as const;
    return serialsRefused(turn, read.refusal, { again, place: 'below' });
  }
  const { header, rows } = serialRows(read.value, screen.words);
  return answerOffer(wanted, {
    card: (state) => serialsFileCard(state, screen),
    text: async () => csvOf(header, rows),
  });
}
