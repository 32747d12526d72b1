import { sql } from 'kysely';
import { onEachDatabase } from './databases.ts';

onEachDatabase((store) => {
  test('a NUL that somebody sent is replaced, in a text and in a list of them', async () => {
    const { rows } = await sql<{ said: string; all: string[] }>`
      select ${'a\0b'}::text as said, ${['\0', 'c']}::text[] as "all"`.execute(store().db);
    expect(rows).toEqual([{ said: 'a\ufffdb', all: ['\ufffd', 'c'] }]);
  });
});
