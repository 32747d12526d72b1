import type { Change } from './connector-types.ts';
import { practiceBot } from './people.ts';

/** Long enough for what the bot says right after its turn, short enough not to be noticed. */
const silenceMs = 250;
const longestSilenceMs = 5_000;

/** A chat that is full has room again after half a minute. */
const longestForNextMs = 35_000;
const longestForAllMs = 120_000;

/** Whether what was said has been answered. */
export class ChatAnswers {
  #lastChangeAt = 0;
  #missing = 0;

  said(): void {
    this.#missing += 1;
  }

  /** A new message of the bot answers, and so does that it never got what was said. */
  notice(change: Change): void {
    this.#lastChangeAt = Date.now();
    if (change.kind !== 'message') return;
    const { from, edited, undelivered } = change.message;
    const isAnswer = from.id === practiceBot.id ? !edited : undelivered !== null;
    if (isAnswer) this.#missing = Math.max(0, this.#missing - 1);
  }

  /** A pipe does not read before it answers, so a number could press a button that has not come yet. */
  async silence(): Promise<void> {
    const since = Date.now();
    this.#lastChangeAt = since;
    while (Date.now() - this.#lastChangeAt < silenceMs && Date.now() - since < longestSilenceMs) await shortly();
  }

  /** What was said faster than a chat takes answers is answered once the chat has room. */
  async all(): Promise<void> {
    const since = Date.now();
    this.#lastChangeAt = since;
    const isToCome = () => Date.now() - this.#lastChangeAt < longestForNextMs && Date.now() - since < longestForAllMs;
    while (this.#missing > 0 && isToCome()) await shortly();
  }
}

const shortly = () => new Promise((resolve) => setTimeout(resolve, 25));
