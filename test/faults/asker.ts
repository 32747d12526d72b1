import { setTimeout as wait } from 'node:timers/promises';
import { type Answered, openChat, type Person } from '../helpers/chat.ts';
import type { Connector, Message } from '../helpers/connector.ts';
import type { Fleet } from './fleet.ts';

/** Somebody who asks for a payload sync of one device and sees to it that they are heard. */
export type Asker = { person: Person; serial: string; deviceId: string };

export type World = { fleet: Fleet; connector: Connector; isOver(): boolean };

const payload = 'Web clips';

const startsIt = /^Remove|^Run$/;
const isBoard = (text: string) => /· run \d+/.test(text);
const hasButton = (message: Message | undefined) =>
  message?.card.actions?.some(({ title }) => startsIt.test(title)) ?? false;

const againMs = 250;
/** An answer takes its way through the connector. */
const shownWithinMs = 5_000;

export const openAsker = (world: World, one: Omit<Asker, 'person'> & { name: string }): Asker => ({
  ...one,
  person: somebody(world, one.name),
});

/** In front of whichever process answers; nobody's, when none does. */
export function somebody({ fleet, connector }: World, name: string): Person {
  const botUrl = () => fleet.any()?.url ?? 'http://127.0.0.1:9';
  return openChat({ connector, botUrl, name });
}

/** `presses`: what is asked back first. */
type Heard = { world: World; reads: RegExp; presses?: RegExp | undefined };

/** Says it until an answer reads so, as Teams and people do. */
export async function saysUntil(person: Person, text: string, { world, reads, presses }: Heard): Promise<void> {
  const isRead = () => person.messages().some(({ shown: texts }) => texts.some((one) => reads.test(one)));
  const isAsked = () =>
    person
      .messages()
      .at(-1)
      ?.card.actions?.some(({ title }) => presses?.test(title)) ?? false;
  await until(world, async () => {
    if ((await answered(() => person.says(text))) !== null) await shown(() => isRead() || isAsked());
    if (!isRead() && presses && isAsked()) {
      await answered(() => person.presses(presses));
      await shown(isRead);
    }
    return isRead();
  });
}

/** Asks, presses the button, and does both again until it was heard: Teams and people do. */
export async function asks({ person, serial }: Asker, world: World): Promise<void> {
  await until(world, async () => {
    const heard = await answered(() => person.says(`sync payloads remove "${payload}" on ${serial}`));
    if (heard) await shown(() => hasButton(person.messages().at(-1)));
    return hasButton(person.messages().at(-1));
  });
  const preview = person.newest();
  // A press carries its nonce, so however often it is made, it is one wish. Where its answer was lost, the card may tell first.
  await until(
    world,
    async () =>
      isBoard(preview.card.fallbackText) ||
      isBoard((await answered(() => person.presses(startsIt, { message: preview }))) ?? ''),
  );
}

async function until({ isOver }: World, tries: () => Promise<boolean>): Promise<void> {
  while (!(await tries())) {
    if (isOver()) throw new Error('the story ended before everybody was heard');
    await wait(againMs);
  }
}

/** What was answered; null where nobody did, or nothing good. */
async function answered(ask: () => Promise<Answered>): Promise<string | null> {
  const answer = await ask().catch(() => null);
  return answer?.status === 200 ? JSON.stringify(answer.body) : null;
}

async function shown(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + shownWithinMs;
  while (!holds() && Date.now() < deadline) await wait(20);
}
