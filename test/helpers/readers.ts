import { randomUUID } from 'node:crypto';
import { type Key, openLexicon, type Words } from '../../cards/words/index.ts';
import type { Where } from './chat.ts';
import { localeOf, type StoryWords, storyLanguages } from './languages.ts';
import { lineOf } from './lines.ts';
import { openTenantDesk, type TenantDesk, type TenantDeskOptions } from './tenant-desk.ts';
import type { TenantPerson } from './tenant-person.ts';
import type { Page } from './web-browser.ts';

/** Somebody who is new to the bot, in a tenant of their own, with the words they read and what they say. */
export type Reader = { mia: TenantPerson; words: StoryWords; says: { clock: string; sync: string; whoAmI: string } };

/** A desk for stories that are told to readers of both languages. */
export type Readers = {
  desk: TenantDesk;
  /** Somebody new, alone with the bot and in a tenant of their own, unless something else is said. */
  somebody(how?: { where?: Where; tenantId?: string }): TenantPerson;
  reader(language: Reader['words']['language'], how?: { where?: Where; tenantId?: string }): Reader;
  /** English and Russian side by side. */
  both(story: (reader: Reader) => Promise<unknown>): Promise<void>;
  /** A new one of a kind. */
  group(): Where;
  channel(): Where;
  /** As for another story. */
  startsOver(): void;
  close(): Promise<void>;
};

export async function openReaders(options: TenantDeskOptions = {}): Promise<Readers> {
  const tenants = Array.from({ length: 300 }, () => randomUUID());
  const desk = await openTenantDesk({ ...options, env: { ALLOWED_TENANTS: tenants.join(','), ...options.env } });
  const lexicon = openLexicon();
  let count = 0;
  const somebody: Readers['somebody'] = ({ where, tenantId = tenants.pop() } = {}) =>
    desk.person(`Mia ${++count}`, where, tenantId);
  const reader: Readers['reader'] = (language, how) => {
    const mia = somebody(how);
    const zone = zones[language];
    mia.speaks(localeOf[language], zone);
    return { mia, words: { ...lexicon(language, zone), language }, says: phrases[language] };
  };
  const shared = (kind: 'groupChat' | 'channel', id: string): Where => ({ conversationId: id, kind });
  return {
    desk,
    somebody,
    reader,
    async both(story) {
      await Promise.all(storyLanguages.map((language) => story(reader(language))));
    },
    group: () => shared('groupChat', `19:group-${++count}@thread.v2`),
    channel: () => shared('channel', `19:channel-${++count}@thread.tacv2;messageid=1`),
    startsOver() {
      desk.graph.startsOver();
      desk.entra.startsOver();
      desk.logged.length = 0;
    },
    close: () => desk.close(),
  };
}

const zones = { en: 'Europe/Berlin', ru: 'Europe/Moscow' };
const phrases = {
  en: { clock: 'autopilot', sync: 'sync autopilot', whoAmI: 'who am i' },
  ru: { clock: 'автопилот', sync: 'синхронизировать автопилот', whoAmI: 'кто я' },
};

export const postsOf = (desk: TenantDesk, { account }: TenantPerson) =>
  desk.posts().filter(({ oid }) => oid === account.id);

/** How often Entra was asked for a token in this person's name, by grant. */
export const asked = (desk: TenantDesk, { account }: TenantPerson, grant: string) =>
  desk.entra.requests.filter((request) => request.grant === grant && request.person?.id === account.id).length;

/** Every question that Entra was asked for a token in this person's name. */
export const tokenRequests = (desk: TenantDesk, { account }: TenantPerson) =>
  desk.entra.requests.filter(({ person, grant }) => person?.id === account.id && grant !== null).length;

/** How often somebody was asked to sign in by a card of Teams' own. */
export const signInCards = (mia: TenantPerson) => mia.messages().filter(({ signIn }) => signIn !== undefined).length;

/** Says something that needs a sign-in, signs in without seeing a page, and reads the answer. */
export async function signsInAndReads({ mia, says, words }: Reader): Promise<void> {
  await mia.says(says.clock);
  const { status } = await mia.signsIn('silently');
  if (status !== 200) throw new Error(`The sign-in was refused: ${status}`);
  await mia.sees(line(words, 'autopilot.title'));
}

/** A line of a card, whole. */
export const line = (words: Words, key: Key, values?: Record<string, string | number>) =>
  lineOf(words.say(key, values));

/** Asks the bot itself, in words. */
export async function isSignedIn({ mia, words, says }: Reader): Promise<boolean> {
  await mia.says(says.whoAmI);
  const title = line(words, 'account.title');
  const fallbackText = mia.messages().findLast(({ card }) => title.test(card.fallbackText))?.card.fallbackText ?? '';
  const [yes, no] = [words.say('account.signed-in'), words.say('account.signed-out')].map((one) =>
    fallbackText.split('\n').includes(one),
  );
  if (yes === no) throw new Error(`Neither signed in nor signed out:\n${fallbackText}`);
  return yes === true;
}

/** What the bot has shown somebody, oldest first, as it reads now; without the first few. */
export const seen = ({ mia }: Reader, but = 0) =>
  mia
    .messages()
    .slice(but)
    .map(({ card }) => readable(card.fallbackText));

/** For readers of the snapshots: what changes from run to run is left out. */
export const readable = (text: string) =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '‹id›')
    .replace(/https?:\/\/\S+/g, '‹address›')
    .replace(/127\.0\.0\.1(:\d+)?/g, '‹host›')
    .replace(/mia-\d+@\S+\.example/g, '‹account›')
    .replace(/Mia \d+/g, '‹name›')
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '‹date›')
    .replace(/(\d{1,2} \p{L}+\.?, )?\d{2}:\d{2}( \(\d{2}:\d{2} UTC\))?(( on)? \d{1,2} \p{L}+)?/gu, '‹time›')
    .replace(/^[0-9a-f]{8}$/gm, '‹reference›');

/** What stands on a page, line by line. */
export function pageText({ html }: Pick<Page, 'html'>): string {
  const main = /<main>(.*)<\/main>/s.exec(html)?.[1] ?? '';
  const lines = main.replace(/<template.*?<\/template>|<noscript>.*?<\/noscript>/gs, '').split(/<[^>]*>/);
  const text = lines.map((one) => one.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).trim());
  return readable(text.filter(Boolean).join('\n'));
}
