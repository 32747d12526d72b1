/** One step of a Dockerfile, such as `COPY` with `bot ./bot`. */
export type Step = { kind: string; rest: string };

/** Continued lines are one; comments and empty lines are none. */
export function stepsOf(dockerfile: string): Step[] {
  return dockerfile
    .replace(/^#.*$/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, kind = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      return { kind, rest };
    });
}

/** What `.dockerignore` keeps out of the image: everything but the lines with `!`, and of those what later lines take out. */
export function isSent(file: string, dockerignore: string): boolean {
  const lines = dockerignore.split('\n').filter((line) => line.trim() !== '');
  const kept = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const left = lines.filter((line) => line !== '*' && !line.startsWith('!'));
  const isIn = (folder: string) => file === folder || file.startsWith(`${folder}/`);
  return kept.some(isIn) && !left.some((line) => (line.startsWith('**/*') ? file.endsWith(line.slice(4)) : isIn(line)));
}

/** `["node", "bot/main.ts"]`, the only form that signals reach. */
export function commandIn(rest: string): [string, ...string[]] {
  const [program, ...args] = JSON.parse(rest.slice(rest.indexOf('['))) as string[];
  if (program === undefined) throw new Error(`Dockerfile: no command in ${rest}`);
  return [program, ...args];
}
