import type { Words } from '../../../cards/words/index.ts';
import type { Language } from '../../ports.ts';

/** What can be said to make a schedule. */
const said: Record<Language, readonly string[]> = {
  en: ['schedule sync autopilot every weekday 06:00', 'schedule sync autopilot tomorrow 9:00'],
  ru: ['расписание автопилот каждый будний день в 06:00', 'расписание автопилот завтра в 9:00'],
  de: ['zeitplan autopilot montags bis freitags um 06:00', 'zeitplan autopilot morgen um 9:00'],
};

export const scheduleExamples = ({ language }: Words): readonly string[] => said[language];
