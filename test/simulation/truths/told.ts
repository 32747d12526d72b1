import type { RunId } from '../../../bot/ports.ts';
import { fingerprintOf } from '../../../bot/views/screen.ts';
import type { Process } from '../process.ts';
import type { Message } from '../teams.ts';
import type { OpenTruth, Scene } from './define.ts';
import { followers, notices } from './rows.ts';

/** Whoever asked is shown how it ended, in one message. */
export const everyAskerIsTold: OpenTruth = (scene) => {
  const asks: { key: string; number: number; who: string }[] = [];
  return {
    asked({ askKey, asker }, { run }) {
      asks.push({ key: `${asker.tenantId} ${askKey}`, number: run.number, who: asker.name });
    },
    async ends(last) {
      const rows = await followers(scene.world.store.db);
      const known = new Set(rows.map(({ tenant_id, ask_key }) => `${tenant_id} ${ask_key}`));
      for (const { key, number, who } of asks)
        if (!known.has(key)) scene.complain(`${who} asked for run ${number} and nobody remembers`);
      for (const row of drawnFor(rows)) showsLatest(scene, row);
      await nothingIsLeftToTell(scene, [...new Set(rows.map(({ run_id }) => run_id as RunId))], last);
      nobodyIsToldTwice(scene, [...rows, ...(await notices(scene.world.store.db))]);
    },
  };
};

type Row = Awaited<ReturnType<typeof followers>>[number];

/** Of each card whoever asked first; one whose button began another run has become that one's. */
function drawnFor(rows: readonly Row[]): Row[] {
  const cards = Map.groupBy(rows, (row) => row.card_id ?? row.ask_key);
  return [...cards.values()].flatMap((those) => {
    const latest = those.at(-1)?.run_id;
    return those.find(({ run_id, left_at }) => run_id === latest && left_at === null) ?? [];
  });
}

function showsLatest({ world, complain }: Scene, { card_id, shown, number, conversation_id }: Row): void {
  const message = world.teams.messages().find(({ id }) => id === card_id);
  if (!message) complain(`run ${number} is shown nowhere in ${conversation_id} to somebody who asked for it`);
  // Whoever pressed a button was answered in its card.
  else if (message.drawnBy?.kind === 'step' && fingerprintOf(message.card) !== shown)
    complain(`the card of run ${number} is not what it is thought to be`);
}

/** Told once more, nothing is new to anybody. */
async function nothingIsLeftToTell({ world, complain }: Scene, runs: readonly RunId[], last: Process): Promise<void> {
  const before = new Map(world.teams.messages().map((one) => [one.id, { text: textOf(one), lang: one.card['lang'] }]));
  // Whoever pressed a button of an older card was answered in it, and it is the run's again only now.
  const answered = world.teams.messages().filter(({ drawnBy }) => drawnBy?.kind === 'turn');
  const ids = new Set(answered.map(({ id }) => id));
  for (const runId of runs)
    await world.finished(last.handlers()?.tell({ runId }, { sentAt: world.time.now(), isRetry: false }));
  // Nor is it news to whoever chose another language since.
  const isNews = (one: Message) => {
    const { text, lang } = before.get(one.id) ?? {};
    return !ids.has(one.id) && text !== textOf(one) && (text === undefined || lang === one.card['lang']);
  };
  const news = world.teams.messages().filter(isNews).map(textOf);
  if (news.length > 0) complain(`somebody was not told:\n${news.join('\n\n')}`);
}

/** Which run, and how it stands; on another day its times are told with their dates. */
function textOf({ id, where, card }: Message): string {
  const [title, verdict, told = ''] = card.fallbackText.split('\n');
  return [id, where.id, title, verdict, told.split(/\d/)[0]].join(' ');
}

/** A message that nothing remembers was posted twice: excused where a process died over it, or Teams did not say that it came. */
function nobodyIsToldTwice({ world, complain }: Scene, rows: readonly { card_id: string | null }[]): void {
  const known = new Set(rows.map(({ card_id }) => card_id));
  for (const { id, by, where, card, isUnsaid } of world.teams.messages())
    if (by?.kind === 'step' && !by.brokenOff && !isUnsaid && !known.has(id))
      complain(`${where.id} has a message too many, by ${by.lane}: ${card.fallbackText.slice(0, 80)}`);
}
