import { inflateSync } from 'node:zlib';

export type Pixel = { red: number; green: number; blue: number; alpha: number };
export type Picture = { width: number; height: number; at(x: number, y: number): Pixel };

/** Reads the PNG files that Chromium writes: eight bits a channel, not interlaced, RGB or RGBA. */
export function pictureFrom(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, colour, , , interlaced] = png.subarray(24, 29);
  if (depth !== 8 || interlaced !== 0 || (colour !== 2 && colour !== 6)) throw new Error('another kind of PNG');
  const channels = colour === 6 ? 4 : 3;
  const rows = unfiltered(inflateSync(Buffer.concat(dataOf(png))), { height, channels, stride: width * channels });
  return {
    width,
    height,
    at(x, y) {
      const from = y * width * channels + x * channels;
      const [red = 0, green = 0, blue = 0, alpha = 255] = rows.subarray(from, from + channels);
      return { red, green, blue, alpha };
    },
  };
}

function dataOf(png: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return found;
}

type Shape = { height: number; channels: number; stride: number };

/** PNG, section 9: each byte is what it differs from its neighbours by. */
function unfiltered(raw: Buffer, { height, channels, stride }: Shape): Buffer {
  const out = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : (out[y * stride + x - channels] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * stride + x] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (out[(y - 1) * stride + x - channels] ?? 0);
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][raw[y * (stride + 1)] ?? 0] ?? 0;
      out[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted;
    }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const off = [left, up, corner].map((one) => Math.abs(guess - one));
  return [left, up, corner][off.indexOf(Math.min(...off))] ?? 0;
}
