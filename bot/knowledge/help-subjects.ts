import type { Language } from '../ports.ts';

/** What people want help with that is a part of a command, and how they call it. */
export const settingsSubjects: Record<Language, readonly string[]> = {
  en: ['quiet', 'quiet hours', 'approval', 'approvals', 'rules', 'administrator', 'admin'],
  ru: ['тихие часы', 'тишина', 'согласие', 'правила', 'администратор'],
  de: ['ruhezeit', 'ruhezeiten', 'genehmigung', 'genehmigungen', 'regeln', 'administration'],
};
