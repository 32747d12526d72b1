import { setTimeout as wait } from 'node:timers/promises';
import { type BotProcess, startBot } from '../helpers/process.ts';

/** Some processes of one bot; whichever ends is started again, as an orchestrator does. */
export type Fleet = {
  /** One of those that answer; null while none does. */
  any(): BotProcess | null;
  all(): BotProcess[];
  /** Kills one of those that answer with -9. False: none did. */
  kills(): Promise<boolean>;
  /** Everyone answers. */
  isWhole(): boolean;
  /** What went wrong without a kill. */
  troubles: string[];
  close(): Promise<void>;
};

export type FleetOptions = { processes: number; env: Record<string, string> };

type Place = { bot: BotProcess | null };

export function openFleet({ processes, env }: FleetOptions): Fleet {
  const troubles: string[] = [];
  const killed = new Set<BotProcess>();
  let open = true;

  async function live(place: Place): Promise<void> {
    while (open) {
      // A database that is away ends a process that only begins; it is tried again.
      const bot = await startBot(env).catch(() => null);
      if (bot) await work(place, bot);
      else await wait(200);
    }
  }

  async function work(place: Place, bot: BotProcess): Promise<void> {
    place.bot = bot;
    if (!open) await bot.kill('SIGKILL');
    const how = await bot.ended;
    place.bot = null;
    if (open && !killed.has(bot))
      troubles.push(`a process ended by itself with ${how}:\n${bot.errors().slice(-2_000)}`);
  }

  const places = Array.from({ length: processes }, (): Place => ({ bot: null }));
  const lives = places.map(live);
  const all = () => places.flatMap(({ bot }) => (bot && !killed.has(bot) ? bot : []));
  const any = () => all()[Math.floor(Math.random() * all().length)] ?? null;

  return {
    troubles,
    all,
    any,
    isWhole: () => all().length === processes,
    async kills() {
      const bot = any();
      if (!bot) return false;
      killed.add(bot);
      await bot.kill('SIGKILL');
      return true;
    },
    async close() {
      open = false;
      await Promise.all(all().map((bot) => bot.kill('SIGKILL')));
      await Promise.all(lives);
    },
  };
}
