/** A paragraph for the ticket: about one's last run or any other, in the reader's language, its times in UTC. */
import { openLexicon, wordsLanguages } from '../../cards/words/index.ts';
import type { Person } from '../helpers/chat.ts';
import { localeOf } from '../helpers/languages.ts';
import { deskForEach } from './desk-for-each.ts';

const minute = 60_000;
const lexicon = openLexicon();
const utc = /\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/;

const said = {
  en: { note: 'note', sync: 'sync autopilot', run: 'run', cancel: 'cancel' },
  ru: { note: 'заметка', sync: 'синхронизировать автопилот', run: 'запуск', cancel: 'отменить' },
  de: { note: 'notiz', sync: 'autopilot synchronisieren', run: 'Lauf', cancel: 'abbrechen' },
};

const desk = deskForEach();

describe.each(wordsLanguages)('the note for the ticket (%s)', (language) => {
  const { say } = lexicon(language, 'Europe/Berlin');
  const phrases = said[language];
  const reads = (person: Person) => person.newest().card.fallbackText;
  let ana: Person;
  beforeEach(() => {
    ana = desk().person('Ana Ruiz');
    ana.speaks(localeOf[language]);
  });

  async function syncs(person: Person): Promise<void> {
    await person.says(phrases.sync);
    await person.sees(new RegExp(`^(${say('status.accepted')}|${say('status.working')})$`, 'm'));
    await desk().clock.goesOn(minute);
    await person.sees(new RegExp(`^${say('status.done')}$`, 'm'));
  }

  test('of the last run says what, in whose name, when in UTC, what came of it, and Graph’s request id', async () => {
    await syncs(ana);
    await ana.presses(say('button.note'));
    const pressed = reads(ana);
    await ana.says(phrases.note);
    expect(reads(ana)).toBe(pressed);
    expect(pressed).toContain(say('ticket.practice'));
    expect(pressed).toContain(`${say('action.autopilot-sync')}, ${phrases.run} 1`);
    expect(pressed).toContain('Ana Ruiz');
    expect(pressed).toContain(say('ticket.tenant'));
    const [asked, accepted, ended] = [...pressed.matchAll(new RegExp(utc, 'g'))];
    expect([asked, accepted, ended]).not.toContain(undefined);
    expect(pressed).toContain(say('ticket.accepted', { at: accepted?.[0] ?? '' }));
    expect(pressed).toContain(say('ticket.ended', { at: ended?.[0] ?? '', status: say('status.done') }));
    const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(pressed)?.[0] ?? '';
    expect(pressed).toContain(say('ticket.requests', { ids: id }));
    expect(id).not.toBe('');
  });

  test('is about any run by its number, somebody else’s too, and says where there is none', async () => {
    const jon = desk().person('Jon Vik');
    jon.speaks(localeOf[language]);
    await jon.says(phrases.note);
    expect(reads(jon)).toContain(say('ticket.none', { example: `${phrases.note} 17` }));
    await syncs(ana);
    await jon.says(`${phrases.note} 1`);
    expect(reads(jon)).toContain('Ana Ruiz');
    await jon.says(`${phrases.note} ${phrases.run} 1`);
    expect(reads(jon)).toContain('Ana Ruiz');
    await jon.says(`${phrases.note} 2`);
    expect(reads(jon)).toContain(say('run.not-found', { number: 2 }));
    await jon.says(`${phrases.note} x`);
    expect(reads(jon)).toContain(say('unknown.which-run'));
    expect(reads(jon)).not.toContain(say('unknown.title'));
    expect(reads(jon)).toContain(say('unknown.needs-number', { example: `${phrases.note} 17` }));
  });

  test('of a run that was taken back says so, and that it was never accepted', async () => {
    await syncs(ana);
    await ana.says(phrases.sync);
    await ana.presses(new RegExp(say('button.book', { time: '.+' })));
    await ana.says(`${phrases.cancel} 2`);
    await ana.says(phrases.note);
    expect(reads(ana)).toContain(say('status.cancelled.by', { name: 'Ana Ruiz' }));
    expect(reads(ana)).not.toContain(say('ticket.accepted', { at: '' }).slice(0, 12));
  });
});
