import { cutRing, focused, hardToPress, hardToRead, linesOn, sideways } from './looks.ts';
import { press, reads, type Seat, seen, title, until, word, wordIn } from './practice.ts';
import { practiceForEach } from './practice-for-each.ts';

// A sync of the invented tenant takes 8 s; whoever does not want to wait turns the clock.
jest.setTimeout(120_000);

const underWay = word('status.accepted', 'status.working');
const done = word('status.done');
/** Shortly before midnight the time is one of tomorrow, and its day stands before it. */
const bookTitle = new RegExp(`^${title('button.book', { time: '(?:.+, )?(\\d\\d:\\d\\d)' })}$`, 'm');

const practice = practiceForEach();

describe('a sync from the chat window', () => {
  test('Ana sees accepted, then done with evidence, in one card edited in place', async () => {
    const ana = await practice.sits();
    await ana.picture('welcome');
    const board = await ana.asks('sync autopilot');
    await reads(board, underWay);
    await ana.picture('accepted');
    await reads(board, done);
    const time = '\\d\\d:\\d\\d[^.]*';
    expect(await seen(board)).toMatch(new RegExp(title('evidence.moved', { from: time, to: time })));
    await ana.picture('done');
    // The welcome and the board.
    expect(await ana.answers.count()).toBe(2);
    expect(practice.syncsAskedFor()).toEqual(['Ana Ruiz']);
  });

  test('Jon joins the sync that Ana has begun, and both see its end', async () => {
    const [ana, jon] = [await practice.sits(), await practice.sits()];
    await jon.becomes('Jon Vik');
    await reads(await ana.asks('sync autopilot'), underWay);
    const board = await jon.asks('sync autopilot');
    await reads(board, 'Ana Ruiz');
    await jon.picture('jon-joined');
    await jon.says('practice clock +1m');
    await reads(board, done);
    await reads(ana.answers.last(), done);
    await jon.becomes('Ana Ruiz');
    await reads(jon.answers.last(), done);
    await jon.picture('jon-joined-done');
    expect(practice.syncsAskedFor()).toEqual(['Ana Ruiz']);
  });

  test('a sync that runs already is followed to its end', async () => {
    const ana = await practice.sits();
    await ana.asks('practice next 409');
    const board = await ana.asks('sync autopilot');
    await reads(board, word('status.joined'));
    expect(await seen(board)).toMatch(/already running/);
    await ana.picture('already-running');
    await ana.says('practice clock +1m');
    await reads(board, done);
    await ana.picture('already-running-done');
    expect(practice.syncsAskedFor()).toHaveLength(1);
  });

  test('too soon after the last sync, a button books the next one, and it happens by itself', async () => {
    const ana = await practice.sits();
    const first = await ana.asks('sync autopilot');
    await reads(first, underWay);
    await ana.asks('practice clock +1m');
    await reads(first, done);
    const card = await ana.asks('sync autopilot');
    await reads(card, bookTitle);
    await ana.picture('too-soon');
    const answers = await ana.answers.count();
    await press(card, bookTitle);
    await reads(card, word('status.booked'));
    await ana.picture('booked');
    expect(await ana.answers.count()).toBe(answers);
    expect(practice.syncsAskedFor()).toHaveLength(1);
    await ana.asks('practice clock +10m');
    await reads(card, word('status.accepted', 'status.working', 'status.done'));
    await ana.asks('practice clock +1m');
    await reads(card, done);
    await ana.picture('booked-done');
    expect(practice.syncsAskedFor()).toHaveLength(2);
  });

  test('a button pressed on two devices at once, and again, starts one sync', async () => {
    const [laptop, phone] = [await practice.sits(), await practice.sits({ viewport: { width: 390, height: 844 } })];
    await reads(await laptop.asks('autopilot'), title('button.sync-autopilot'));
    const cards = await Promise.all([laptop, phone].map((seat) => seat.card(title('button.sync-autopilot'))));
    const buttons = cards.map((card) => card.getByRole('button', { name: title('button.sync-autopilot') }));
    const held = await Promise.all(buttons.map((button) => button.elementHandle()));
    // In the page itself: the first press takes the button away, perhaps before a mouse on the other device gets there.
    const twice = held.map((button) =>
      button?.evaluate((one) => {
        const { click } = one as unknown as { click(): void };
        click.call(one);
        click.call(one);
      }),
    );
    await Promise.all(twice);
    for (const card of cards) await reads(card, underWay);
    await laptop.picture('pressed-twice');
    await laptop.says('practice clock +1m');
    for (const card of cards) await reads(card, done);
    expect(practice.syncsAskedFor()).toHaveLength(1);
  });

  test('a typo is answered with the right command as a button, and the button works', async () => {
    const ana = await practice.sits();
    const card = await ana.asks('snyc autopilot');
    await reads(card, 'snyc autopilot');
    await ana.picture('typo');
    await press(card, 'sync autopilot');
    await until(async () => (await ana.answers.count()) === 3, 'the run');
    await reads(ana.answers.last(), underWay);
    await ana.picture('typo-button');
    expect(practice.syncsAskedFor()).toHaveLength(1);
  });

  test('in a group chat Jon presses the button of the card Ana asked for, and it runs in his name', async () => {
    const ana = await practice.sits();
    await ana.opens('groupChat');
    const card = await ana.asks('autopilot');
    await reads(card, title('button.sync-autopilot'));
    const jon = await practice.sits();
    await jon.becomes('Jon Vik');
    await jon.opens('groupChat');
    await press(await jon.card(title('button.sync-autopilot')), title('button.sync-autopilot'));
    await reads(card, underWay);
    await ana.picture('group-jon-pressed-ana-looks');
    expect(await seen(card)).toContain(title('run.as', { name: 'Jon Vik', phase: 'now' }));
    const joined = await ana.asks('sync autopilot');
    await reads(joined, 'Jon Vik');
    await ana.picture('group-ana-joined');
    await ana.says('practice clock +1m');
    await reads(jon.answers.filter({ hasText: done }).first(), done);
    await reads(joined, done);
    await jon.picture('group-done-jon-looks');
    expect(practice.syncsAskedFor()).toEqual(['Jon Vik']);
  });
});

test('the practice clock takes the same words again, also after starting over', async () => {
  const ana = await practice.sits();
  for (const words of ['clock +1m', 'clock +1m', 'clock +10m', 'reset', 'clock +10m'])
    await ana.asks(`practice ${words}`);
});

describe('a refusal says what happened and what to do', () => {
  const refused = async (what: string): Promise<[Seat, string]> => {
    const ana = await practice.sits();
    await ana.asks(`practice next ${what}`);
    const board = await ana.asks('sync autopilot');
    await reads(board, word('status.refused', 'status.unsure'));
    await ana.picture(`refused-${what.replaceAll(' ', '-')}`);
    return [ana, await seen(board)];
  };

  test('too early, and Intune says when: a button books that time', async () => {
    const [ana, text] = await refused('429 120');
    expect(text).toMatch(/ten minutes.*429/);
    const [, time] = bookTitle.exec(text) ?? [];
    expect(text).toContain(`${time} (`);
    await press(ana.answers.last(), bookTitle);
    await reads(ana.answers.last(), word('status.booked'));
    await ana.picture('refused-429-120-booked');
  });

  test('not allowed: the missing permission by name, with a text to send', async () => {
    const [, text] = await refused('403');
    expect(text).toMatch(/permission .*403/);
    expect(text).toContain('DeviceManagementServiceConfig.ReadWrite.All');
    expect(text).toContain(title('refusal.text-to-send'));
    expect(text).toContain(title('changed.nothing'));
    expect(text).toContain(title('button.try-again'));
  });

  test('no answer: it is not certain, then it is, and never silently asked again', async () => {
    const [ana, text] = await refused('timeout');
    expect(text).toMatch(word('status.unsure'));
    expect(text).toContain(title('refusal.timeout'));
    expect(text).not.toContain(title('button.try-again'));
    const board = await ana.card(/sync · run|run \d+/);
    await ana.asks('practice clock +5m');
    await reads(board, title('button.try-again'));
    await board.scrollIntoViewIfNeeded();
    await ana.picture('refused-timeout-later');
    expect(practice.syncsAskedFor()).toHaveLength(1);
  });

  test('401: the run waits for the person, and goes on when they have pressed Sign in', async () => {
    const ana = await practice.sits();
    await ana.asks('practice next 401');
    await ana.asks('sync autopilot');
    const board = await ana.card(/sync · run \d+/);
    await reads(board, word('status.sign-in.you'));
    await reads(ana.answers.last(), title('next.signed-out'));
    await ana.picture('waits-for-sign-in');
    await press(ana.answers.last(), title('button.sign-in'));
    await reads(board, word('status.accepted', 'status.working', 'status.done'));
  });

  test.each(['403 role', '403 approval', '401 access', '400', '503', 'nonsense'])('%s', async (what) => {
    const [, text] = await refused(what);
    expect(text).toContain(title('button.autopilot'));
  });
});

describe('everybody can use it', () => {
  test('Russian from the first word to the last', async () => {
    const ana = await practice.sits({ locale: 'ru-RU' });
    await ana.picture('russian-welcome');
    const board = await ana.asks('синхронизировать автопилот');
    await reads(board, wordIn('ru', 'status.accepted', 'status.working'));
    await ana.picture('russian-accepted');
    await ana.asks('автопилот');
    await ana.asks('тренировка часы +1m');
    await reads(board, wordIn('ru', 'status.done'));
    const offer = await ana.asks('синхронизировать автопилот');
    await reads(offer, wordIn('ru', 'autopilot.closed'));
    await ana.picture('russian-too-soon');
    await offer.locator('.style-positive').click();
    await reads(offer, wordIn('ru', 'status.booked'));
    await ana.picture('russian-booked');
    await ana.asks('отменить 2');
    await reads(offer, wordIn('ru', 'status.cancelled'));
    for (const word of ['помощь', 'запуски', 'запуск 1', 'настройки', 'тренировка', 'снихронизировать автопилот'])
      await ana.asks(word);
    await ana.asks('тренировка часы +10m');
    for (const what of ['403', '409']) {
      await ana.asks(`тренировка дальше ${what}`);
      await reads(await ana.asks('синхронизировать автопилот'), what);
      await ana.picture(`russian-${what}`);
    }
    expect(latinIn(await linesOn(ana.page))).toEqual([]);
  });

  test('switching to Russian changes the page and the next answer', async () => {
    const ana = await practice.sits();
    await ana.page.getByTestId('language-switch').selectOption({ label: 'Русский' });
    // The page draws everything anew; until then its messages cannot be counted.
    await ana.page.getByRole('button', { name: 'Служба поддержки' }).waitFor();
    await ana.answers.first().waitFor();
    await reads(await ana.asks('помощь'), wordIn('ru', 'help.title'));
  });

  test('a time zone is chosen from a list of names, and every time follows it', async () => {
    const ana = await practice.sits();
    const card = await ana.asks('settings');
    const zone = card.getByRole('combobox', { name: title('settings.zone') });
    await ana.picture('settings');
    await zone.selectOption({ label: 'Asia/Tokyo' });
    await press(card, title('button.save'));
    await reads(card, title('settings.saved'));
    await ana.picture('settings-saved');
    const [, tokyo, utc] = /(\d\d):\d\d \((\d\d):\d\d UTC\)/.exec(await seen(card)) ?? [];
    expect((Number(tokyo) - Number(utc) + 24) % 24).toBe(9);
    await zone.selectOption({ index: 1 });
    await press(card, title('button.save'));
    await reads(await ana.asks('settings'), 'UTC');
  });

  test('a choice to type into shows names instead of values, and finds them', async () => {
    const ana = await practice.sits();
    const choices = ['Lobby kiosk', 'Loading dock'].map((name, at) => ({ title: name, value: `device-${at}` }));
    const input = {
      type: 'Input.ChoiceSet',
      id: 'device',
      label: 'Device',
      style: 'filtered',
      value: 'device-0',
      choices,
    };
    await ana.getsCard({ type: 'AdaptiveCard', version: '1.5', body: [input] });
    const card = ana.answers.last();
    const box = card.getByRole('combobox', { name: 'Device' });
    await box.waitFor();
    expect(await box.inputValue()).toBe('Lobby kiosk');
    await box.click();
    expect(await card.getByRole('option').allTextContents()).toEqual(['Lobby kiosk', 'Loading dock']);
    await ana.picture('choice-to-type-into');
    await box.fill('dock');
    await until(async () => (await card.getByRole('option').count()) === 1, 'one device');
    await box.press('Enter');
    expect(await box.inputValue()).toBe('Loading dock');
  });

  test.each(['light', 'dark'] as const)('every text stands out from what is behind it: %s', async (colorScheme) => {
    const ana = await practice.sits({ colorScheme });
    await ana.picture(`${colorScheme}-welcome`);
    await ana.asks('practice next 403');
    await ana.asks('sync autopilot');
    await ana.asks('settings');
    await ana.asks('sync autopilot');
    await ana.asks('practice clock +1m');
    await until(async () => (await ana.answers.filter({ hasText: done }).count()) > 0, 'done');
    await ana.picture(`${colorScheme}-done`);
    expect(await hardToRead(ana.page)).toEqual([]);
    await ana.opens('channel');
    await ana.asks('autopilot');
    await ana.picture(`${colorScheme}-channel`);
    expect(await hardToRead(ana.page)).toEqual([]);
  });

  test.each(['en-US', 'ru-RU', 'de-DE'])('nothing sticks out of a phone of 320 px: %s', async (locale) => {
    const ana = await practice.sits({ viewport: { width: 320, height: 640 }, locale, hasTouch: true });
    await ana.picture(`narrow-${locale}-welcome`);
    for (const what of [
      'help',
      'autopilot',
      'settings',
      'practice next 403',
      'sync autopilot',
      'runs',
      'snyc autopilot',
    ]) {
      const card = await ana.asks(what);
      if (what.startsWith('sync')) await reads(card, '403');
      await ana.picture(`narrow-${locale}-${what.replaceAll(' ', '-')}`);
      expect([what, await hardToPress(card)]).toEqual([what, []]);
    }
    expect(await sideways(ana.page)).toEqual([]);
    await ana.opens('channel');
    expect(await sideways(ana.page)).toEqual([]);
    await ana.picture(`narrow-${locale}-channel`);
  });

  test('the ring around what has the focus is whole', async () => {
    const ana = await practice.sits();
    await ana.asks('settings');
    const cut: string[] = [];
    // Back from the box through the settings, up into the greeting.
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await ana.page.keyboard.press('Shift+Tab');
      cut.push(...(await cutRing(ana.page)));
    }
    expect(cut).toEqual([]);
  });

  test('a keyboard is enough', async () => {
    const { page, answers, picture } = await practice.sits();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('compose');
    await page.keyboard.type('autopilot');
    await page.keyboard.press('Enter');
    await reads(answers.last(), title('button.sync-autopilot'));
    const goesBackTo = async (button: string) => {
      for (let tabs = 0; (await focused(page)) !== button; tabs += 1) {
        if (tabs > 20) throw new Error(`Shift+Tab never came to "${button}"`);
        await page.keyboard.press('Shift+Tab');
      }
    };
    await goesBackTo(title('button.sync-autopilot'));
    await picture('keyboard');
    await page.keyboard.press('Enter');
    await reads(answers.last(), underWay);
    await page.keyboard.press('Tab');
    // Whoever stands on a button stays there while the card is edited below them.
    await page.getByTestId('compose').focus();
    await goesBackTo(title('button.runs'));
    const jon = await practice.sits();
    await jon.becomes('Jon Vik');
    await jon.says('practice clock +1m');
    await reads(answers.last(), done);
    expect(await focused(page)).toBe(title('button.runs'));
    expect(practice.syncsAskedFor()).toHaveLength(1);
  });
});

/** Names, and what is typed or copied as it is. The strings of the practice mode are English so far. */
const latinAllowed = [
  /Intune|Microsoft|Windows Autopilot|Autopilot|Exchange|exchange|Graph|Teams|Sync Desk|UTC|Retry-After|English|Deutsch/g,
  /Ana Ruiz|Jon Vik|Mia Chen|Olga Petrova|«(Mail profile|Wi-Fi Corp)»|IPAD-07|(5CG4200)?R\d\d|(Africa|America|Asia|Australia|Europe|Pacific)\/\w+/g,
  /DeviceManagement\w+\.ReadWrite\.All|\+\d+m|@/g,
  /practice next \d+( \d+)?|practice clock|practice reset|next 409|clock|reset/g,
  // The bot's picture.
  /^SD$/g,
];

function latinIn(lines: readonly string[]): string[] {
  const left = (line: string) => latinAllowed.reduce((rest, allowed) => rest.replace(allowed, ''), line);
  return lines.filter((line) => /[A-Za-z]/.test(left(line)));
}
