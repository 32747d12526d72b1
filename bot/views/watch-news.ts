import { connectorStatusWord } from '../../cards/exchange-connector.ts';
import { firstFew } from '../../cards/first-few.ts';
import { shortened } from '../../cards/kit/shorten.ts';
import type { Tone } from '../../cards/kit/types.ts';
import type { NoticeView } from '../../cards/notice.ts';
import { serialLine } from '../../cards/serial-lines.ts';
import type { Words } from '../../cards/words/index.ts';
import type { News, Standing } from '../watches/news-told.ts';
import { standings } from '../watches/news-told.ts';
import type { What } from '../watches/watch.ts';
import { countsLine } from './run-counts.ts';
import { runTones } from './run-tones.ts';
import type { Screen } from './screen.ts';
import { serialsTone } from './serials-tone.ts';
import { ageOf } from './watch.ts';

/** What a watch tells, in a word and a sentence or two. */
export type Drawn = Pick<NoticeView, 'verdict' | 'tone' | 'what'>;

export function drawNews(news: News, what: What, screen: Screen): Drawn {
  const { words } = screen;
  switch (news.kind) {
    case 'autopilot':
      return autopilotNews(news, screen);
    case 'devices':
      return devicesNews(news, screen);
    case 'connector':
      return connectorNews(news, what, screen);
    case 'serials':
      return serialsNews(news, words);
    case 'run': {
      const by = words.say('notice.run.by', { name: news.asker });
      return {
        verdict: words.say(`status.${news.verdict}`),
        tone: runTones[news.verdict],
        what: [by, ...countsLine(news.counts, words)],
      };
    }
  }
}

type Of<K extends News['kind']> = Extract<News, { kind: K }>;

const autopilotTones: Record<string, Tone> = { completed: 'good', failed: 'attention' };

function autopilotNews({ status, lastSyncAt }: Of<'autopilot'>, { words, now }: Screen): Drawn {
  const known = ['inProgress', 'completed', 'failed'].find((one) => one === status) ?? 'unknown';
  const word = known as 'inProgress' | 'completed' | 'failed' | 'unknown';
  const last = lastSyncAt ? [words.say('news.autopilot.last', { time: words.when(lastSyncAt, now) })] : [];
  return {
    verdict: words.say(`news.autopilot.${word}`),
    tone: autopilotTones[word] ?? 'emphasis',
    what: [words.say(`news.autopilot.${word}.more`), ...(word === 'inProgress' ? [] : last)],
  };
}

function serialsNews({ groups }: Of<'serials'>, words: Words): Drawn {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const ready = groups.find(({ standing }) => standing === 'ready')?.count ?? 0;
  return {
    verdict: words.say('news.serials', { ready, count }),
    tone: serialsTone(groups),
    what: groups.map((group) => serialLine(group, words)),
  };
}

const standingTones: Record<Standing, Tone> = {
  silent: 'warning',
  'checked-in': 'good',
  done: 'good',
  failed: 'attention',
  gone: 'warning',
};

function devicesNews({ devices }: Of<'devices'>, screen: Screen): Drawn {
  const [only, ...others] = devices;
  if (only && others.length === 0) return oneDevice(only, screen);
  const { words } = screen;
  const came = devices.filter(({ standing }) => standing !== 'silent' && standing !== 'gone').length;
  const groups = standings.flatMap((standing) => {
    const names = devices.filter((one) => one.standing === standing).map(({ label }) => shortened(label, 40));
    return names.length > 0
      ? [words.say(`news.devices.${standing}`, { count: names.length, names: fewOf(names, words) })]
      : [];
  });
  const failed = devices.some(({ standing }) => standing === 'failed');
  const tone = failed ? 'attention' : came < devices.length ? 'warning' : 'good';
  return { verdict: words.say('news.devices', { came, count: devices.length }), tone, what: groups };
}

const mostNamed = 10;
const fewOf = (names: readonly string[], words: Words): string => firstFew({ names }, mostNamed, words);

function oneDevice({ standing, lastSyncAt }: Of<'devices'>['devices'][number], { words, now }: Screen): Drawn {
  const tone = standingTones[standing];
  if (standing === 'gone') return { verdict: words.say('watch.gone.word'), tone, what: [words.say('watch.gone')] };
  const last = lastSyncAt
    ? words.say('news.device.last', { time: words.when(lastSyncAt, now), ago: words.ago(lastSyncAt, now) })
    : words.say('news.device.never');
  return {
    verdict: words.say(`news.device.${standing}`),
    tone,
    what: [words.say(`news.device.${standing}.more`), last],
  };
}

function connectorNews({ why, status, lastSyncAt }: Of<'connector'>, what: What, { words, now }: Screen): Drawn {
  const tone = connectorTone(why, status);
  const standing = words.say('news.connector.status', { status: connectorStatusWord(status, words) });
  if (why === 'old' && !lastSyncAt) return { verdict: words.say('news.connector.never'), tone, what: [standing] };
  const last = lastSyncAt
    ? words.say('exchange.last', { ago: words.ago(lastSyncAt, now), time: words.when(lastSyncAt, now) })
    : words.say('exchange.last.never');
  if (why === 'status') return { verdict: standing, tone, what: [last] };
  const age = what.kind === 'connector' && what.olderThanMs !== null ? ageOf(what.olderThanMs, words) : '';
  const old = why === 'old' ? [words.say('news.connector.old.more', { age })] : [];
  return { verdict: words.say(`news.connector.${why}`), tone, what: [...old, last, standing] };
}

function connectorTone(why: Of<'connector'>['why'], status: string): Tone {
  if (why === 'old' || status === 'disconnected') return 'warning';
  return why === 'status' && status !== 'connected' ? 'emphasis' : 'good';
}
