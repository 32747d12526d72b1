/** What Teams asks of icons (store guidelines, 12). A failure: edit the SVG, then `node manifest/icons/draw.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Picture, type Pixel, pictureFrom } from './pixels.ts';

const icon = (file: string) => pictureFrom(readFileSync(join(import.meta.dirname, '../../manifest/icons', file)));

const pixelsOf = ({ width, height, at }: Picture): (Pixel & { x: number; y: number })[] =>
  Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return { x, y, ...at(x, y) };
  });

test('the colour icon is 192 by 192, opaque to its corners, on one ground', () => {
  const color = icon('color.png');
  expect([color.width, color.height]).toEqual([192, 192]);
  const pixels = pixelsOf(color);
  expect(pixels.filter(({ alpha }) => alpha !== 255)).toEqual([]);
  const ground = color.at(0, 0);
  const edge = pixels.filter(({ x, y }) => x % 191 === 0 || y % 191 === 0);
  expect(
    edge.filter(({ red, green, blue }) => red !== ground.red || green !== ground.green || blue !== ground.blue),
  ).toEqual([]);
});

test('its drawing keeps to the middle, where no client cuts it off', () => {
  const color = icon('color.png');
  const ground = color.at(0, 0);
  const drawn = pixelsOf(color).filter(({ red }) => red !== ground.red);
  expect(drawn.length).toBeGreaterThan(1_000);
  // 120 of 192 pixels.
  for (const { x, y } of drawn) expect(Math.max(Math.abs(x - 95.5), Math.abs(y - 95.5))).toBeLessThanOrEqual(60);
});

test('the outline icon is 32 by 32, white and transparent, without a margin', () => {
  const outline = icon('outline.png');
  expect([outline.width, outline.height]).toEqual([32, 32]);
  const drawn = pixelsOf(outline).filter(({ alpha }) => alpha > 0);
  expect(drawn.filter(({ red, green, blue }) => Math.min(red, green, blue) < 250)).toEqual([]);
  expect(drawn.length).toBeLessThan(32 * 32 * 0.6);
  expect([Math.min(...drawn.map(({ x }) => x)), Math.max(...drawn.map(({ x }) => x))]).toEqual([0, 31]);
  expect(Math.min(...drawn.map(({ y }) => y))).toBeLessThanOrEqual(1);
  expect(Math.max(...drawn.map(({ y }) => y))).toBeGreaterThanOrEqual(30);
});
