import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InstalledBrowser } from '../../src/verify/browsers/driver.ts';
import { decodePng, type Picture } from '../browser/compare.ts';
import { type ServedFile, type Site, serve } from '../browser/serve.ts';
import { COLORS } from '../runtime/sprites.ts';
import { APPS, CELL, componentFiles, FRAMES, SIZE } from './component-page.ts';
import { ENGINES, type Engine, openEngine } from './engines.ts';

/** What the left and the right half of an icon show. */
type Halves = readonly [left: string, right: string];

/** Icons of each app, in the order of their cells, with their sizes in px. */
const CELLS = [
  ...([
    ['decorative', 16],
    ['labelled', 32],
    ['titled', 16],
    ['both', 16],
  ] as const),
  ...(['directional', 'kept', 'flipped', 'colored', 'duo'] as const).map((id) => [id, 40] as const),
  ['changing', 24] as const,
] as const;

const BLACK: Halves = ['#000000', '#000000'];
const FORTH: Halves = ['#000000', '#ffffff'];
const BACK: Halves = ['#ffffff', '#000000'];

/** What is to be seen where the text runs from left to right. */
const LOOKS: Readonly<Record<string, Halves>> = {
  ...{
    decorative: BLACK,
    labelled: BLACK,
    titled: BLACK,
    both: BLACK,
    directional: FORTH,
    kept: FORTH,
    flipped: BLACK,
  },
  ...{ colored: ['#0000ff', '#0000ff'], duo: ['#123456', '#00ff00'], changing: FORTH },
};
const MIRRORED: typeof LOOKS = { ...LOOKS, directional: BACK, changing: BACK };

let files: ReadonlyMap<string, ServedFile>;
let site: Site;
beforeAll(async () => {
  files = await componentFiles();
  site = await serve(files);
});
afterAll(() => site?.close());

for (const { name, find } of ENGINES) {
  const found = await find();
  // That one is missing is told beside the pictures of drawings.
  if (found) describe(`components in ${name}`, () => testsIn(found));
}

function testsIn(found: InstalledBrowser): void {
  let engine: Engine;
  let sheet: Picture;
  beforeAll(async () => {
    engine = await openEngine(found);
    const shot = { ...SIZE, scale: 1 };
    sheet = decodePng(await engine.capture(`${site.origin}/components.html`, shot));
  });
  afterAll(() => engine?.close());

  const looksOf = (
    frame: string,
    direction: string,
    cells: readonly (readonly [string, number])[],
  ) => {
    const row = FRAMES.findIndex((each) => each.path === frame && each.direction === direction);
    return Object.fromEntries(
      cells.map(([id, size], column) => [id, halves(sheet, row, column, size)]),
    );
  };

  test.each(APPS)('%s draws', (app) => {
    expect(looksOf(`/${app}/`, 'ltr', CELLS)).toEqual(LOOKS);
  });

  test.each(APPS)('%s mirrors where the text runs from right to left', (app) => {
    expect(looksOf(`/${app}/`, 'rtl', CELLS)).toEqual(MIRRORED);
  });

  test.each(['/inlined/', '/shadow/'])('a sprite in the page is drawn: %s', (frame) => {
    const cells = Object.keys(COLORS).map((id) => [id, 40] as const);
    const expected = Object.entries(COLORS).map(([id, color]) => [id, [color, color]]);
    expect(looksOf(frame, 'ltr', cells)).toEqual(Object.fromEntries(expected));
  });
}

/** Colors in the middle of each half of the icon in a cell. */
function halves({ data, width }: Picture, row: number, column: number, size: number): Halves {
  const at = (x: number): string => {
    const pixel = (row * CELL + size / 2) * width + column * CELL + x;
    return `#${Buffer.from(data.subarray(pixel * 4, pixel * 4 + 3)).toString('hex')}`;
  };
  return [at(size / 4), at((size * 3) / 4)];
}
