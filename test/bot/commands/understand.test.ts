import fc from 'fast-check';
import type { CommandName } from '../../../bot/commands/define.ts';
import { commands } from '../../../bot/commands/index.ts';
import { longestText, normal, shown, understand, vocabularyOf } from '../../../bot/commands/understand.ts';
import { type Language, languages } from '../../../bot/ports.ts';

const vocabulary = vocabularyOf(commands);
const hear = (text: string, language: Language = 'en') => understand(text, vocabulary, language);
const told = (text: string) => {
  const understood = hear(text);
  return understood.kind === 'command' ? [understood.command.name, understood.argument] : [understood.kind];
};

describe('every phrase of every command', () => {
  const phrases = commands.flatMap((command) =>
    languages.flatMap((language) => command.phrases[language].map((phrase) => [phrase, command] as const)),
  );

  test.each(phrases)('%s', (phrase, command) => {
    const { said, expected } =
      command.takes === 'number'
        ? { said: `${phrase} 17`, expected: [command.name, '17'] }
        : { said: phrase, expected: [command.name, ''] };
    expect(told(said)).toEqual(expected);
    expect(told(`  /${said.toUpperCase()}!  `)).toEqual(expected);
  });

  test('belongs to one command only', () => {
    const owners = new Map(phrases.map(([phrase, command]) => [normal(phrase), command]));
    const shared = phrases.filter(([phrase, command]) => owners.get(normal(phrase)) !== command);
    expect(shared.map(([phrase]) => phrase)).toEqual([]);
  });
});

describe('understood however it is typed', () => {
  test.each<[string, CommandName, string]>([
    ['Sync Autopilot', 'sync-autopilot', ''],
    ['sync  autopilot', 'sync-autopilot', ''],
    ['sync\u00a0autopilot', 'sync-autopilot', ''],
    ['sync\tautopilot\n', 'sync-autopilot', ''],
    ['“sync autopilot”', 'sync-autopilot', ''],
    ["'sync' `autopilot`", 'sync-autopilot', ''],
    ['«синхронизировать автопилот»', 'sync-autopilot', ''],
    ['„синхронизировать автопилот“', 'sync-autopilot', ''],
    ['/sync autopilot', 'sync-autopilot', ''],
    ['/ sync autopilot', 'sync-autopilot', ''],
    ['sync autopilot.', 'sync-autopilot', ''],
    ['sync autopilot !!!', 'sync-autopilot', ''],
    ['help?', 'help', ''],
    ['\u200bhelp\ufeff', 'help', ''],
    ['ｈｅｌｐ', 'help', ''],
    ['ПОМОЩЬ', 'help', ''],
    ['настрои\u0306ки', 'settings', ''],
    ['Run 17', 'run', '17'],
    ['run #17', 'run', '17'],
    ['run № 17', 'run', '17'],
    ['run №17', 'run', '17'],
    ['run no. 17', 'run', '17'],
    ['run "17"', 'run', '17'],
    ['run 17.', 'run', '17'],
    ['run １７', 'run', '17'],
    ['запуск 17', 'run', '17'],
    ['note run 17', 'note', '17'],
    ['note for the run #17', 'note', '17'],
    ['заметка по запуску 17', 'note', '17'],
    ['заметка о запуске №17', 'note', '17'],
    ['Notiz zum Lauf 17', 'note', '17'],
    ['Notiz für den Lauf Nr. 17', 'note', '17'],
    ['again run 17', 'again', 'run 17'],
    ['tell me when IPAD-07 checks in', 'watch', 'IPAD-07 checks in'],
    ['сообщи, когда IPAD-07 выйдет на связь', 'watch', 'IPAD-07 выйдет на связь'],
    ['cancel schedule 17', 'schedule', '17'],
    ['отменить расписание 17', 'schedule', '17'],
    ['zeitplan loeschen 17', 'schedule', '17'],
    ['отменить запуск №17', 'cancel', '17'],
    ['LÄUFE', 'runs', ''],
    ['laeufe', 'runs', ''],
    ['Lauf Nr. 17', 'run', '17'],
    ['lauf abbrechen 17', 'cancel', '17'],
    ['»Autopilot synchronisieren«', 'sync-autopilot', ''],
    ['Wer bin ich?', 'who-am-i', ''],
    ["who's on call", 'on-call', ''],
    ['Кто дежурит?', 'on-call', ''],
    ['wer hat Bereitschaft?', 'on-call', ''],
    ['Zeitzone Europe/Berlin', 'settings', 'Europe/Berlin'],
    ['settings Europe/Berlin', 'settings', 'Europe/Berlin'],
    ['часовой пояс europe/moscow', 'settings', 'europe/moscow'],
    ['practice next 429 Wed, 21 Oct 2026 07:28:00 GMT', 'practice', 'next 429 wed, 21 oct 2026 07:28:00 gmt'],
    ['тренировка часы +10m', 'practice', 'часы +10m'],
  ])('%j', (text, name, argument) => {
    expect(told(text)).toEqual([name, argument]);
  });
});

describe('however politely it is said', () => {
  test.each<[string, CommandName, string]>([
    ['sync autopilot please', 'sync-autopilot', ''],
    ['please sync autopilot', 'sync-autopilot', ''],
    ['Please, sync autopilot. Thanks!', 'sync-autopilot', ''],
    ['sync autopilot, please, thank you', 'sync-autopilot', ''],
    ['/please sync autopilot', 'sync-autopilot', ''],
    ['синхронизировать автопилот, пожалуйста', 'sync-autopilot', ''],
    ['пожалуйста, синхронизируй автопилот', 'sync-autopilot', ''],
    ['bitte Autopilot synchronisieren', 'sync-autopilot', ''],
    ['Autopilot synchronisieren, danke', 'sync-autopilot', ''],
    ['sync exchange EX01 delta please', 'sync-exchange', 'EX01 delta'],
    ['device IPAD-07 please', 'device', 'IPAD-07'],
    ['устройство IPAD-07 пожалуйста', 'device', 'IPAD-07'],
    ['history please', 'history', ''],
    ['watch autopilot please', 'watch', 'autopilot'],
    ['cancel 1 please', 'cancel', '1'],
    ['cancel 1, please?', 'cancel', '1'],
    ['note please', 'note', ''],
    ['again failed please', 'again', 'failed'],
    ['runs, спасибо', 'runs', ''],
    ['please sync payloads remove "VPN  2" on IPAD-07', 'sync-payloads', 'remove "VPN  2" on IPAD-07'],
    ['sync payloads on\nLT-01\nLT-02\nThanks!', 'sync-payloads', 'on\nLT-01\nLT-02'],
  ])('%j', (text, name, argument) => {
    expect(told(text)).toEqual([name, argument]);
  });

  test.each<[string, CommandName, string]>([
    ['device "Say please"', 'device', '"Say please"'],
    ['device Please-01', 'device', 'Please-01'],
    ['device please IPAD-07', 'device', 'please IPAD-07'],
    ['sync payloads LT-01,thanks', 'sync-payloads', 'LT-01,thanks'],
    ['sync payloads LT-01; thanks', 'sync-payloads', 'LT-01; thanks'],
    ['sync payloads LT-01\tDanke', 'sync-payloads', 'LT-01\tDanke'],
    ['sync payloads on\nLT-01\nFront desk please', 'sync-payloads', 'on\nLT-01\nFront desk please'],
  ])('a name or a cell of a list stays whole: %j', (text, name, argument) => {
    expect(told(text)).toEqual([name, argument]);
  });

  test.each(['please', 'спасибо', 'bitte bitte'])('nothing else is no command: %j', (text) => {
    expect(told(text)).toEqual(['unknown']);
  });
});

test('ё is е', () => {
  const command = { ...commands[0]!, phrases: { en: ['twice'], ru: ['ещё раз'], de: ['für später'] } } as const;
  expect(understand('Еще раз', vocabularyOf([command]), 'ru').kind).toBe('command');
  expect(understand('ЕЩЁ РАЗ', vocabularyOf([command]), 'ru').kind).toBe('command');
});

test.each(['', '   ', '\u00a0', '?', '…', '/'])('saying nothing, %j, is asking for help', (text) => {
  expect(told(text)).toEqual(['help', '']);
});

describe('a command that needs a number', () => {
  test.each([
    'run',
    'run now',
    'run 0',
    'run -3',
    'run 1.5',
    'run 1234567890',
    'run 17 18',
    'запуск семнадцать',
    'cancel',
  ])('asks for it: %s', (text) => {
    expect(told(text)).toEqual(['needs-number']);
  });
});

describe('what is not a command', () => {
  const near = (text: string, language: Language = 'en') => {
    const understood = hear(text, language);
    return understood.kind === 'unknown' ? understood.near : understood.kind;
  };

  test.each<[string, string]>([
    ['snyc autopilot', 'sync autopilot'],
    ['sync autopilto', 'sync autopilot'],
    ['autopliot', 'autopilot'],
    ['helpp', 'help'],
    ['setings', 'settings'],
    ['runz', 'runs'],
  ])('%s: the nearest is %s', (text, nearest) => {
    expect(near(text)[0]).toBe(nearest);
  });

  test.each<[string, string]>([
    ['синхронизировть автопилот', 'синхронизировать автопилот'],
    ['помошь', 'помощь'],
    ['snyc autopilot', 'синхронизировать автопилот'],
  ])('in the language of the reader, whatever was typed: %s', (text, nearest) => {
    expect(near(text, 'ru')[0]).toBe(nearest);
  });

  test('words behind a command that takes none are not thrown away unread', () => {
    expect(near('connectors on laptop 7')).toContain('exchange');
  });

  test.each(['qwertz uiop', '👍', 'a'.repeat(100)])('has nothing near: %j', (text) => {
    expect(near(text)).toEqual([]);
  });

  test('is answered with at most three suggestions, each of which would be understood', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...commands),
        fc.constantFrom(...languages),
        fc.nat(),
        fc.nat(),
        (command, language, at, by) => {
          const phrase = shown(command, language);
          const typo =
            phrase.slice(0, at % phrase.length) +
            String.fromCharCode(97 + (by % 26)) +
            phrase.slice((at % phrase.length) + 1);
          const suggestions = near(typo, language);
          if (typeof suggestions === 'string') return;
          expect(suggestions.length).toBeLessThanOrEqual(3);
          for (const one of suggestions) expect(hear(one, language).kind).not.toBe('unknown');
        },
      ),
    );
  });
});

describe('anything at all', () => {
  const long = fc
    .tuple(fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(3_000))
    .map(([part, times]) => part.repeat(times).slice(0, 30_000));

  test('never makes it throw', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), long, fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(anything, fc.constantFrom(...languages), (text, language) => {
        expect(['command', 'needs-number', 'unknown']).toContain(hear(text, language).kind);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['run ', 'sync autopilot ', ' ', '"', '.', '№', 'please ', ' please,', 'ё', '\u200b', 'a.', ' .', 'run 1'])(
    'thirty times as long costs no more than a hundred times as much: %j',
    (part) => {
      const cost = (times: number) => {
        const text = part.repeat(times);
        const runs = Array.from({ length: 5 }, () => {
          const before = process.threadCpuUsage();
          hear(text);
          const { user, system } = process.threadCpuUsage(before);
          return (user + system) / 1_000;
        });
        // The processor's time, whatever else the machine does meanwhile.
        return Math.min(...runs);
      };
      cost(100);
      expect(cost(longestText) / Math.max(cost(Math.round(longestText / 30)), 0.05)).toBeLessThan(100);
    },
  );

  test('normal words stay as they are when they are read again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...commands), fc.constantFrom(...languages), (command, language) => {
        const once = normal(shown(command, language));
        expect(normal(once)).toBe(once);
      }),
    );
  });
});
