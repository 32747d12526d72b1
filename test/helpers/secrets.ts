/**
 * What gives a secret away, wherever it stands: the secret itself, and a piece from its middle, should it have been cut. Of a signed
 * token the pieces are of its claims and of its signature, since its header is no secret.
 */
export function tracesOf(secret: string): string[] {
  const [, claims, signature] = /^eyJ[\w-]+\.([\w-]+)\.([\w-]+)$/.exec(secret) ?? [];
  return [secret, ...(claims && signature ? [middleOf(claims), middleOf(signature)] : [middleOf(secret)])];
}

/** The forms in which a key could be written down. */
export function tracesOfKey(base64: string): Buffer[] {
  const key = Buffer.from(base64, 'base64');
  const written = [base64, key.toString('base64url'), key.toString('hex')];
  return [key, ...written.flatMap(tracesOf).map((text) => Buffer.from(text))];
}

const pieceLength = 24;

function middleOf(text: string): string {
  const from = Math.max(0, Math.floor((text.length - pieceLength) / 2));
  return text.slice(from, from + pieceLength);
}

/** The traces that occur there. */
export const found = (places: readonly Buffer[], traces: readonly (string | Buffer)[]): string[] =>
  traces.filter((trace) => places.some((place) => place.includes(trace))).map(String);

/** What is written there in base64, plain: to encode is not to encrypt. */
export function decodedIn(place: Buffer): Buffer {
  const runs = String(place).match(/[\w+/-]{32,}/g) ?? [];
  return Buffer.concat(runs.map((run) => Buffer.from(run, 'base64')));
}
