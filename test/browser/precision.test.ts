import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDrawings } from './build-drawings.ts';
import { changedShare } from './compare.ts';
import { SVG } from './own-set.ts';
import { imageOf, inlineSprite, openStudio, type Studio, useOf } from './studio.ts';

/** Change of a channel that counts, in levels, and the share of pixels that may change by more. */
const MIN_CHANGE = 64;
const MAX_SHARE = 0.005;

const svg = (body: string, attributes = 'viewBox="0 0 24 24"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;
const STROKE =
  'viewBox="0 0 24 24" fill="none" stroke="#c30" stroke-width="2" stroke-linejoin="round"';

const DRAWINGS: Readonly<Record<string, string>> = {
  oblique: svg('<path d="M2.013 2.011 21.987 4.012 12.004 21.998z"/>'),
  rounded: svg(
    '<path d="M12.137 3.271c3.019.083 5.432 1.417 6.871 3.947s1.253 6.118-.412 8.641-4.517 4.049-7.483 3.917-5.716-2.014-6.987-4.689-.913-6.041.929-8.339 4.146-3.557 7.082-3.477z"/>',
  ),
  arcs: svg(
    '<path d="M3.137 17.273a9.337 9.337 0 0 1 17.713-.117M7.618 16.914a4.871 4.871 0 0 1 8.763 0"/>',
    STROKE,
  ),
  'stroked-triangle': svg(
    '<path d="M10.363 3.591 2.257 17.125a1.914 1.914 0 0 0 1.636 2.871h16.214a1.914 1.914 0 0 0 1.636-2.87L13.637 3.59a1.914 1.914 0 0 0-3.274 0z"/>',
    STROKE,
  ),
  'long-and-flat': svg('<path d="M1.117 11.283 22.871 12.119 1.243 12.941z"/>'),
  'many-thin-lines': svg(
    `<path stroke-width=".4" stroke="#084" d="${Array.from({ length: 20 }, (_, i) => `M${1.037 + i} 1.513 ${2.871 + i} 22.487`).join('')}"/>`,
  ),
  'one-unit': svg('<path d="M.0842.0837.9158.1672.5001.9166z"/>', 'viewBox="0 0 1 1"'),
  wide: svg(
    '<path fill="#06c" d="M3.371 4.219 117.283 9.117 60.719 27.871z"/>',
    'viewBox="0 0 120 32"',
  ),
  'of-many-units': svg(
    '<path d="M42.31 42.87l427.38 42.77-213.11 384.41z"/>',
    'viewBox="0 0 512 512"',
  ),
};
const names = Object.keys(DRAWINGS);

let studio: Studio;
let sprite: string;

beforeAll(async () => {
  const [opened, files, usual] = await Promise.all([
    openStudio(),
    buildDrawings(DRAWINGS, { precision: 'auto' }),
    buildDrawings(DRAWINGS),
  ]);
  studio = opened;
  sprite = files.get('sprite.svg') ?? '';
  expect(sprite.length).toBeLessThan((usual.get('sprite.svg') ?? '').length);
  for (const [name, body] of Object.entries(DRAWINGS))
    studio.files.set(`/${name}.svg`, { type: SVG, body });
});

afterAll(() => studio?.close());

test.each([256, 512])('precision auto changes next to nothing at %d px', async (side) => {
  const sizeOf = (name: string) =>
    [side, name === 'wide' ? Math.round((side * 32) / 120) : side] as const;
  const before = await studio.shoot(names.map((name) => imageOf(`/${name}.svg`, ...sizeOf(name))));
  const after = await studio.shoot(
    names.map((name) => useOf(`#${name}`, ...sizeOf(name))),
    { body: inlineSprite(sprite) },
  );
  const tooMuch = names
    .map((name, index) => {
      const [a, b] = [before[index], after[index]];
      if (!a || !b) throw new Error(`No picture of '${name}'.`);
      return { name, share: changedShare(a, b, MIN_CHANGE) };
    })
    .filter(({ share }) => share > MAX_SHARE);
  expect(tooMuch).toEqual([]);
});
