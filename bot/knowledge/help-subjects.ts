/** What people want help with that is a part of the settings, and how they call it in every language. */
export const settingsSubjects: readonly string[] = [
  ...['quiet', 'quiet hours', 'approval', 'approvals', 'rules', 'administrator', 'admin'],
  ...['тихие часы', 'тишина', 'согласие', 'правила', 'администратор'],
  ...['ruhezeit', 'ruhezeiten', 'genehmigung', 'genehmigungen', 'regeln', 'administration'],
];
