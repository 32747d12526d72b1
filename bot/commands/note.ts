import { messageCard } from '../views/answers.ts';
import { ticketNoteCard } from '../views/ticket-note.ts';
import type { Answer, Command, Turn } from './define.ts';
import { noSuchRun } from './runs.ts';

export const note: Command = {
  name: 'note',
  phrases: {
    en: ['note', 'note for the ticket', 'ticket note'],
    ru: ['заметка', 'заметка для заявки', 'текст для заявки'],
    de: ['notiz', 'notiz für das ticket', 'ticketnotiz'],
  },
  takes: 'number-or-nothing',
  about: 'command.note',
  run: (turn, argument) => (argument === '' ? noteOnLast(turn) : noteOn(turn, Number(argument))),
};

/** A paragraph for the ticket about one run. */
export async function noteOn(turn: Turn, number: number): Promise<Answer> {
  const run = await turn.desk.runs.find(turn.from.tenantId, number);
  return run ? { card: ticketNoteCard(run, turn.screen), place: 'below' } : noSuchRun(turn, number);
}

async function noteOnLast(turn: Turn): Promise<Answer> {
  const { desk, from, screen } = turn;
  const last = await desk.runs.findLastAskedOrJoinedBy(from);
  if (last) return { card: ticketNoteCard(last, screen), place: 'below' };
  const example = `${note.phrases[screen.words.language][0]} 17`;
  const sentences = [{ key: 'ticket.none', values: { example } }] as const;
  return { card: messageCard({ title: 'ticket.title', sentences }, screen), place: 'below' };
}
