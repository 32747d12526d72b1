import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exchangeSaid, isSaidOfConnector } from '../../../bot/commands/exchange-words.ts';
import { codesIn } from '../../../bot/commands/explain.ts';
import { deviceWords, payloadWish, withoutOpening } from '../../../bot/commands/find-words.ts';
import { historyWishFrom } from '../../../bot/commands/history-words.ts';
import { commands } from '../../../bot/commands/index.ts';
import { readPasted } from '../../../bot/commands/paste.ts';
import { practiceFrom } from '../../../bot/commands/practice-words.ts';
import { daysFrom, daysHere, daysValue, ruleFor } from '../../../bot/commands/schedules/rule.ts';
import { scheduleSaid } from '../../../bot/commands/schedules/words.ts';
import { understand, vocabularyOf } from '../../../bot/commands/understand.ts';
import { watchSaid } from '../../../bot/commands/watch-words.ts';
import { quietHoursIn, quietUntil } from '../../../bot/knowledge/local-time.ts';
import { zoneNamed } from '../../../bot/knowledge/zones.ts';
import { languages } from '../../../bot/ports.ts';
import { nextTime } from '../../../bot/schedules/next-time.ts';
import { textOf } from '../../../bot/teams/text.ts';
import { escaped, harmless } from '../../../cards/kit/escape.ts';
import { type Claim, claim } from '../claim.ts';
import { longText, outsideText, saidText } from '../inputs/text.ts';

const vocabulary = vocabularyOf(commands);
const shown = new Set(commands.flatMap((command) => languages.map((language) => command.phrases[language][0])));
const now = new Date('2026-03-28T23:30:00Z');

export const wordsClaims: readonly Claim[] = [
  claim({
    name: 'words: are a command, or up to three that there are',
    input: fc.tuple(saidText, fc.constantFrom(...languages)),
    share: 12,
    holds([text, language]) {
      const understood = understand(text, vocabulary, language);
      if (understood.kind !== 'unknown') return;
      assert.ok(understood.near.length <= 3 && understood.near.every((phrase) => shown.has(phrase)));
    },
  }),
  claim({
    name: 'words: every reader of what follows a command takes anything',
    input: fc.oneof(saidText, outsideText),
    share: 12,
    holds(text) {
      for (const read of readers) read(text);
    },
  }),
  claim({
    name: 'words: as many of them as a message holds are read soon',
    input: fc.tuple(longText, fc.nat(99)),
    share: 2,
    holds([text, which]) {
      const heard = textOf({ text, entities: [], recipient: { id: '28:bot' } });
      const all = [...readers, readPasted, escaped, harmless, (said: string) => understand(said, vocabulary, 'en')];
      all[which % all.length]?.(heard);
    },
  }),
  claim({
    name: 'words: a time that was said is one that comes, and survives its form',
    input: fc.tuple(saidText, fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Apia')),
    share: 6,
    holds([text, zone]) {
      const said = scheduleSaid(text);
      const rule = ruleFor({ ...said, zone: said.zone ?? zone }, now);
      const days = daysHere(said.days, { zone: said.zone ?? zone, now });
      const isNoDay = days?.kind === 'no-day';
      assert.equal(rule.kind === 'day', isNoDay);
      if (days) assert.deepEqual(daysFrom(daysValue(days)), isNoDay ? null : days);
      if (said.days?.kind === 'dated') assert.equal(Number.isNaN(Date.parse(said.days.day)), false);
      if (rule.kind !== 'rule') return;
      const at = nextTime(rule.rule, rule.zone, now);
      assert.ok(at && at > now);
    },
  }),
  claim({
    name: 'words: quiet hours end within a day, in any zone',
    input: fc.tuple(fc.oneof(outsideText, hoursText()), outsideText),
    share: 2,
    holds([text, zone]) {
      const quiet = quietHoursIn(text);
      const until = quiet && quietUntil(quiet, zoneNamed(zone) ?? 'UTC', now);
      if (until) assert.ok(until > now && until.getTime() - now.getTime() <= 25 * 60 * 60_000);
    },
  }),
];

const readers: readonly ((text: string) => unknown)[] = [
  ...[exchangeSaid, isSaidOfConnector, codesIn, deviceWords, payloadWish, historyWishFrom, practiceFrom, watchSaid],
  ...[withoutOpening, scheduleSaid, daysFrom, quietHoursIn, zoneNamed],
];

function hoursText(): fc.Arbitrary<string> {
  const time = fc.tuple(fc.nat(25), fc.nat(61)).map(([h, m]) => `${h}:${String(m).padStart(2, '0')}`);
  return fc.tuple(time, fc.constantFrom('-', ' - ', '–', ' to ', ' до ', ' bis '), time).map((parts) => parts.join(''));
}
