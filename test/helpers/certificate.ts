import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';

/** A throw-away certificate that signed itself, as PEM, valid for 127.0.0.1, localhost and whatever else is named. */
export type SelfSigned = { certificate: string; privateKey: string; thumbprintSha256: string };

/** Node makes keys but no certificates, so the few fields are written out in DER here (RFC 5280). */
export function selfSigned(commonName: string, names: readonly string[] = []): SelfSigned {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = sequence(set(sequence(oid(2, 5, 4, 3), tagged(0x0c, Buffer.from(commonName)))));
  const dayMs = 86_400_000;
  const facts = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    sha256WithRsa,
    name,
    sequence(time(Date.now() - dayMs), time(Date.now() + 30 * dayMs)),
    name,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(mayCertify, goodFor(['localhost', ...names]))),
  );
  const signature = sign('sha256', facts, keys.privateKey);
  const der = sequence(facts, sha256WithRsa, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return {
    certificate: new X509Certificate(der).toString(),
    privateKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    thumbprintSha256: createHash('sha256').update(der).digest('hex'),
  };
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const short = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...short]), content]);
}

const sequence = (...parts: Buffer[]) => tagged(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]) => tagged(0x31, Buffer.concat(parts));
/** The first byte is between 1 and 127, which needs no further care. */
const integer = (bytes: Buffer) => tagged(0x02, bytes);
const time = (ms: number) =>
  tagged(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

function oid(first: number, second: number, ...rest: number[]): Buffer {
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** Seven bits a byte, all but the last marked. */
function base128(value: number): number[] {
  const low = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) low.unshift(0x80 | (left & 0x7f));
  return low;
}

const sha256WithRsa = sequence(oid(1, 2, 840, 113549, 1, 1, 11), Buffer.from([0x05, 0x00]));
const yes = Buffer.from([0x01, 0x01, 0xff]);
const mayCertify = sequence(oid(2, 5, 29, 19), yes, tagged(0x04, sequence(yes)));

function goodFor(names: readonly string[]): Buffer {
  const hosts = names.map((name) => tagged(0x82, Buffer.from(name)));
  return sequence(oid(2, 5, 29, 17), tagged(0x04, sequence(...hosts, tagged(0x87, Buffer.from([127, 0, 0, 1])))));
}
