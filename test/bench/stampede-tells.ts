/** What somebody learns from a card: how their run stands, how it ended, or something else, such as that something went wrong. */
export type Tells = 'run' | 'outcome' | 'else';

export function tellsOf(text: string): Tells {
  if (!/ · run \d+/.test(text)) return 'else';
  return /^Done$/m.test(text) ? 'outcome' : 'run';
}
