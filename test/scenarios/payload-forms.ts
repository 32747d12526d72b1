import type { Answered, Person } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import type { Desk } from '../helpers/desk.ts';

/** How people go through the forms of payload sync, whatever language the buttons are in. */

type Data = Record<string, unknown>;

/** What a button of this kind sends; of the newest card that has one, or of `message`. */
export function dataOf(person: Person, press: string, message?: Message): { data: Data; message: Message } {
  for (const one of message ? [message] : person.messages().toReversed()) {
    const data = one.card.actions?.find((action) => action.data?.['press'] === press)?.data;
    if (data) return { data, message: one };
  }
  throw new Error(
    `No card has a button that sends "${press}". The newest reads:\n${person.newest().card.fallbackText}`,
  );
}

export const offers = ({ card }: Message, press: string): boolean =>
  (card.actions ?? []).some(({ data }) => data?.['press'] === press);

/** What stands in an input of the newest card; empty where nothing does. */
export function filledIn(person: Person, input: string): string {
  const found = inputsIn(person.newest().card.body).find(({ id }) => id === input);
  if (!found) throw new Error(`There is no input "${input}" on:\n${person.newest().card.fallbackText}`);
  return String(found.value ?? '');
}

type Input = { id?: unknown; value?: unknown };

const inputsIn = (part: unknown): Input[] =>
  typeof part === 'object' && part !== null ? [part, ...Object.values(part).flatMap(inputsIn)] : [];

/** Presses it with these inputs. */
export function sends(person: Person, press: string, inputs: Data = {}): Promise<Answered> {
  const { data, message } = dataOf(person, press);
  return person.submits({ ...data, ...inputs }, { how: 'execute', replyToId: message.id });
}

/** Says it and answers whatever is asked, up to the preview: one device where several fit, and yes to the guard. */
export async function plans(person: Person, text: string, { device = '' }: { device?: string } = {}): Promise<Message> {
  await person.says(text);
  if (offers(person.newest(), 'choose-devices')) await sends(person, 'choose-devices', { devices: device });
  if (offers(person.newest(), 'guard')) await sends(person, 'guard');
  if (!offers(person.newest(), 'run-plan')) throw new Error(`No preview:\n${person.newest().card.fallbackText}`);
  return person.newest();
}

export function deviceOf(desk: Pick<Desk, 'graph'>, name: string) {
  const device = desk.graph.devices().find((one) => one.name === name);
  if (!device) throw new Error(`The invented tenant has no ${name}`);
  return device;
}
