/** The Monday of an Exchange hybrid admin on the practice page, in its main line. */
import type { WordsLanguage } from '../../cards/words/index.ts';
import { hardToPress, hardToRead, sideways } from './looks.ts';
import { press, reads, type Seat, sayIn, seen, until } from './practice.ts';
import { practiceForEach } from './practice-for-each.ts';

jest.setTimeout(120_000);

const practice = practiceForEach();

const phone = { viewport: { width: 320, height: 640 } };

const languages = [
  {
    language: 'en' as WordsLanguage,
    ...{ locale: 'en-US', list: 'exchange', delta: 'sync EX01 delta', still: 'sync EX03 delta' },
    ...{ off: 'sync EX02 full', form: 'sync exchange' },
  },
  {
    language: 'ru' as WordsLanguage,
    ...{ locale: 'ru-RU', list: 'соединители', delta: 'синхронизировать EX01 быстрая' },
    ...{
      still: 'синхронизировать EX03 быстрая',
      off: 'синхронизировать EX02 полная',
      form: 'синхронизировать exchange',
    },
  },
] as const;

describe.each(languages)('on the page ($language)', ({ language, locale, ...says }) => {
  const say = sayIn(language);
  const sits = async (): Promise<Seat> => {
    const ana = await practice.sits({ locale });
    await until(
      async () => (await seen(ana.answers.first())).includes(say('button.exchange')),
      'the page in its language',
    );
    return ana;
  };

  test('the list, the advice, the question, accepted, and done with evidence', async () => {
    const ana = await sits();
    const list = await ana.asks(says.list);
    await reads(list, say('exchange.count', { count: 3 }));
    await reads(list, say('exchange.status.disconnected'));
    await ana.picture(`exchange-list-${language}`);
    await press(list, say('exchange.button.hide'));
    await until(async () => !(await seen(list)).includes(say('exchange.button.hide')), 'the support date to go');

    const card = await ana.asks(says.delta);
    await reads(card, say('exchange.ask.advice'));
    await ana.picture(`exchange-advice-${language}`);
    await press(card, say('exchange.button.only-full'));
    await reads(card, say('exchange.ask.full'));
    expect(practice.syncsAskedFor()).toEqual([]);
    await press(card, say('exchange.button.only-full'));
    await reads(card, say('status.accepted'));
    await ana.picture(`exchange-accepted-${language}`);
    await ana.asks('practice clock +1m');
    await reads(card, say('status.done'));
    const [evidence = ''] = say('exchange.moved', { from: '…', to: '…' }).split('…');
    expect(await seen(card)).toContain(evidence.trim());
    await ana.picture(`exchange-done-${language}`);
    expect(practice.syncsAskedFor()).toEqual(['Ana Ruiz']);
  });

  test('a disconnected one warns, and one that never moves is told as such', async () => {
    const ana = await sits();
    const warning = await ana.asks(says.off);
    await reads(warning, say('exchange.ask.disconnected'));
    await ana.picture(`exchange-disconnected-${language}`);
    const card = await ana.asks(says.still);
    await press(card, say('exchange.button.only-quick'));
    await reads(card, say('status.accepted'));
    await ana.asks('practice clock +31m');
    await reads(card, say('status.silent'));
    expect(await seen(card)).toContain(say('exchange.silent.causes'));
    await ana.picture(`exchange-silent-${language}`);
    expect(practice.syncsAskedFor()).toHaveLength(1);
  });

  test('what was not said is asked for in a form', async () => {
    const ana = await sits();
    const form = await ana.asks(says.form);
    await form.getByRole('combobox').selectOption({ index: 1 });
    await form.getByRole('radio').first().check();
    await press(form, say('exchange.button.send'));
    await reads(form, say('exchange.ask.advice'));
    expect(practice.syncsAskedFor()).toEqual([]);
  });

  test('a tenant without connectors is told what to use instead', async () => {
    const ana = await sits();
    await ana.asks('practice connectors none');
    const list = await ana.asks(says.list);
    await reads(list, say('exchange.none'));
    expect(await seen(list)).toContain(say('exchange.instead'));
    await ana.picture(`exchange-none-${language}`);
  });

  test('on a phone nothing sticks out, and everything can be read and pressed', async () => {
    const ana = await practice.sits({ locale, ...phone });
    for (const text of [says.list, says.form, says.off]) {
      const card = await ana.asks(text);
      expect([text, await hardToPress(card)]).toEqual([text, []]);
      expect([text, await sideways(ana.page)]).toEqual([text, []]);
    }
    expect(await hardToRead(ana.page)).toEqual([]);
    await ana.picture(`exchange-phone-${language}`);
  });
});
