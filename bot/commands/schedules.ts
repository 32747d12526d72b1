import { scheduleListCard } from '../views/schedules.ts';
import type { Answer, Command, Turn } from './define.ts';
import { scheduleExamples } from './schedules/examples.ts';

export const schedules: Command = {
  name: 'schedules',
  phrases: {
    en: ['schedules', 'my schedules', 'list schedules', 'show schedules'],
    ru: ['расписания', 'мои расписания', 'список расписаний', 'покажи расписания'],
    de: ['zeitpläne', 'meine zeitpläne', 'liste der zeitpläne', 'zeige zeitpläne'],
  },
  takes: 'nothing',
  about: 'command.schedules',
  menu: 'everywhere',
  run: schedulesAnswer,
};

/** Everything that is done later in this person's name: at their times, or when Intune opens. */
export async function schedulesAnswer({ desk, from, screen }: Turn): Promise<Answer> {
  const [own, running] = await Promise.all([desk.schedules.of(from), desk.runs.findActiveOwnedBy(from)]);
  const booked = running.filter(
    ({ bookedFor, samples }) => bookedFor !== null && samples.every(({ state }) => state === 'waiting'),
  );
  const examples = scheduleExamples(screen.words);
  return { card: scheduleListCard({ schedules: own, booked, examples }, screen), place: 'below' };
}
