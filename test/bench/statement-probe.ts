/** Writes down every statement that reaches the embedded database, as its wire protocol carries it, and how long it took. */
import { PGlite } from '@electric-sql/pglite';
import { answersTo } from './asked.ts';

export type Statement = { text: string; busyMs: number };

let statements: Statement[] = [];
/** Prepared statements by name; the nameless one is replaced every time. */
const prepared = new Map<string, string>();

/** Every message is a letter, its length in four bytes and its fields; one call may carry several. */
function readMessages(bytes: Uint8Array): void {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 5 <= all.length; at += 1 + all.readInt32BE(at + 1)) {
    const fields = all.toString('utf8', at + 5, at + 1 + all.readInt32BE(at + 1)).split('\0');
    readMessage(String.fromCharCode(all[at] ?? 0), fields);
  }
}

/** Parse names a statement, Bind runs a named one (after the portal's name), Query is a statement of its own. */
function readMessage(kind: string, fields: readonly string[]): void {
  const [first = '', second = ''] = fields;
  if (kind === 'P') prepared.set(first, second);
  else if (kind === 'B') note(prepared.get(second) ?? second);
  else if (kind === 'Q') note(first);
}

function note(text: string): void {
  statements.push({ text: text.replace(/\s+/g, ' ').trim(), busyMs: 0 });
}

const { execProtocolRawSync } = PGlite.prototype;
let unclaimedMs = 0;

/** What came before a statement's Bind belongs to it, and so does what comes after. */
PGlite.prototype.execProtocolRawSync = function (this: PGlite, message) {
  const before = statements.length;
  readMessages(message);
  const began = performance.now();
  const answer = execProtocolRawSync.call(this, message);
  unclaimedMs += performance.now() - began;
  const parsing = message[0] === 'P'.charCodeAt(0) || message[0] === 'D'.charCodeAt(0);
  const statement = statements.at(-1);
  if (statement && (statements.length > before || !parsing)) {
    statement.busyMs += unclaimedMs;
    unclaimedMs = 0;
  }
  return answer;
};

answersTo({
  statements: () => {
    const seen = statements;
    statements = [];
    return seen;
  },
});
