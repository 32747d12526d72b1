import type { PGlite } from '@electric-sql/pglite';
import {
  boundTo,
  closes,
  describesPortal,
  describesStatement,
  isAboutStatement,
  kinds,
  parsedAs,
  syncs,
  textOf,
} from './wire.ts';

type Exchange = PGlite['execProtocolStream'];
type Options = Parameters<Exchange>[1];
type Answers = Awaited<ReturnType<Exchange>>;

/** A statement that the database knows by a name, and what it says of its parameters. */
type Prepared = { key: string; name: string; parameters: Answers; uses: number };

/**
 * PGlite has each statement parsed anew, in six exchanges with its database. Here a statement keeps a name in the database, and from
 * the second time on one exchange does. It stands where PGlite talks to its database, so the queue's statements gain too.
 */
export function keepPrepared(pglite: PGlite): void {
  const send = pglite.execProtocolStream.bind(pglite);
  const statements = openStatements(send);
  // PGlite sends Parse, Describe, Bind, Describe, Execute and Sync, of one statement after another.
  let current: Prepared | null = null;
  let bind: Uint8Array = syncs;
  let isSynced = false;

  const execute = async (statement: Prepared, message: Uint8Array, options: Options): Promise<Answers> => {
    isSynced = true;
    try {
      return await send(Buffer.concat([boundTo(statement.name, bind), describesPortal, message, syncs]), options);
    } catch (error) {
      // Its tables may have changed.
      statements.forget(statement);
      throw error;
    }
  };
  pglite.execProtocolStream = async (message, options) => {
    switch (message[0]) {
      case kinds.parse:
        [current, isSynced] = [null, false];
        current = await statements.prepared(message, options);
        return [];
      case kinds.describe:
        return current && isAboutStatement(message) ? current.parameters : [];
      case kinds.bind:
        bind = message;
        return [];
      case kinds.execute:
        return current ? execute(current, message, options) : send(message, options);
      case kinds.sync:
        return isSynced ? [] : send(message, options);
      default:
        isSynced = false;
        return send(message, options);
    }
  };
}

/** Statements with lists in them come in many lengths. */
const atMost = 300;
/** A plan is made for tables as large as they are then, and only the hourly cleaning tells the embedded database that they have grown. */
const usesAtMost = 500;

type Statements = {
  /** The statement of a Parse message; prepared now if it was not. */
  prepared(parse: Uint8Array, options: Options): Promise<Prepared>;
  forget(statement: Prepared): void;
};

function openStatements(send: Exchange): Statements {
  const known = new Map<string, Prepared>();
  const left: string[] = [];
  let named = 0;
  const forget = ({ key, name }: Prepared) => {
    if (known.delete(key)) left.push(name);
  };
  const prepare = async (key: string, parse: Uint8Array, options: Options): Promise<Prepared> => {
    const name = `s${++named}`;
    const closing = left.splice(0).map(closes);
    const parameters = await send(
      Buffer.concat([...closing, parsedAs(name, parse), describesStatement(name)]),
      options,
    );
    return { key, name, parameters, uses: 0 };
  };
  return {
    forget,
    async prepared(parse, options) {
      const key = textOf(parse);
      const before = known.get(key);
      if (before && before.uses < usesAtMost) {
        before.uses += 1;
        return before;
      }
      const [oldest] = known.size >= atMost ? known.values() : [];
      for (const one of [before, oldest]) if (one) forget(one);
      const fresh = await prepare(key, parse, options);
      known.set(key, fresh);
      return fresh;
    },
  };
}
