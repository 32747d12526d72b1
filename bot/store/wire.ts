/** Messages of PostgreSQL's protocol: a letter, the length of the rest, its fields (PostgreSQL, "Message Formats"). */
const letter = (one: string): number => one.charCodeAt(0);

export const kinds = {
  parse: letter('P'),
  bind: letter('B'),
  describe: letter('D'),
  execute: letter('E'),
  sync: letter('S'),
  query: letter('Q'),
} as const;

const headLength = 5;

function message(kind: string, fields: string): Buffer {
  const bytes = Buffer.from(`${kind}\0\0\0\0${fields}`, 'latin1');
  bytes.writeInt32BE(bytes.length - 1, 1);
  return bytes;
}

export const syncs = message('S', '');
export const describesPortal = message('D', 'P\0');
export const describesStatement = (name: string): Buffer => message('D', `S${name}\0`);
export const closes = (name: string): Buffer => message('C', `S${name}\0`);

export const isAboutStatement = (describe: Uint8Array): boolean => describe[headLength] === letter('S');

/** The same Parse, of a statement that had no name. */
export const parsedAs = (name: string, parse: Uint8Array): Buffer => withName(name, parse, headLength);

/** The same Bind, of the portal without a name to a statement that has one. */
export const boundTo = (name: string, bind: Uint8Array): Buffer => withName(name, bind, headLength + 1);

function withName(name: string, bytes: Uint8Array, at: number): Buffer {
  const named = Buffer.concat([bytes.subarray(0, at), Buffer.from(name, 'latin1'), bytes.subarray(at)]);
  named.writeInt32BE(named.length - 1, 1);
  return named;
}

/** Short enough to be a key, and nothing is lost: every byte is a letter. */
export const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
