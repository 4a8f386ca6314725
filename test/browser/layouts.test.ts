import Spriter from 'svg-sprite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserConfig } from '../../src/index.ts';
import { buildDrawings } from './build-drawings.ts';
import { type Picture, wrongOnes } from './compare.ts';
import { buildOwnSet, type OwnSet, SVG, servedAs } from './own-set.ts';
import { imageOf, openStudio, type Scenery, type Studio, type Subject, useOf } from './studio.ts';

/** The natural size of our icons: stylesheets of the layouts show no other. */
const SIZE = 24;
const SCALE = 4;
const CONFIG: UserConfig = { layouts: ['css', 'view', 'defs', 'stack'], styles: 'css' };

let studio: Studio;
let set: OwnSet;
/** The drawings themselves, each a document of its own. */
let drawn: readonly Picture[];

beforeAll(async () => {
  [studio, set] = await Promise.all([openStudio(), buildOwnSet(CONFIG)]);
  for (const [path, file] of set.served) studio.files.set(path, file);
  drawn = await shoot((name) => imageOf(`/icons/${name}.svg`, SIZE, SIZE));
});

afterAll(() => studio?.close());

function shoot(
  subjectOf: (name: string) => Subject,
  scenery: Scenery = {},
): Promise<readonly Picture[]> {
  return studio.shoot(set.names.map(subjectOf), { ...scenery, scale: SCALE });
}

/** An element that has everything from a stylesheet, its size too. */
function styled(className: string): Subject {
  return { html: `<i class="${className}"></i>`, width: SIZE, height: SIZE };
}

function stylesheet(path: string): Scenery {
  return { head: `<link rel="stylesheet" href="${path}">` };
}

describe('every icon of our set looks like its drawing in', () => {
  test('layout css, by the classes of its stylesheet', async () => {
    const shown = await shoot((name) => styled(`icon-${name}`), stylesheet('/sprite-css.css'));
    expect(wrongOnes(set.names, drawn, shown)).toEqual({});
  });

  test('layout view, as an image with a fragment', async () => {
    const shown = await shoot((name) => imageOf(`/sprite-view.svg#${name}`, SIZE, SIZE));
    expect(wrongOnes(set.names, drawn, shown)).toEqual({});
  });

  test('layout view, by the classes of its stylesheet', async () => {
    const shown = await shoot((name) => styled(`icon-${name}`), stylesheet('/sprite-view.css'));
    expect(wrongOnes(set.names, drawn, shown)).toEqual({});
  });

  test('layout defs, in use, sized by its stylesheet', async () => {
    const shown = await shoot(
      (name) => ({
        html: `<svg class="icon-${name}-dims"><use href="/sprite-defs.svg#${name}"/></svg>`,
        width: SIZE,
        height: SIZE,
      }),
      stylesheet('/sprite-defs.css'),
    );
    expect(wrongOnes(set.names, drawn, shown)).toEqual({});
  });

  test('layout stack, as an image with a fragment', async () => {
    const shown = await shoot((name) => imageOf(`/sprite-stack.svg#${name}`, SIZE, SIZE));
    expect(wrongOnes(set.names, drawn, shown)).toEqual({});
  });

  test('layout stack, as a background, sized by its stylesheet', async () => {
    const shown = await shoot(
      (name) => ({
        html: `<i class="icon-${name}-dims" style="background:url(/sprite-stack.svg#${name})"></i>`,
        width: SIZE,
        height: SIZE,
      }),
      stylesheet('/sprite-stack.css'),
    );
    expect(wrongOnes(set.names, drawn, shown)).toEqual({});
  });
});

describe('drawings of different sizes look right in', () => {
  const content =
    '<path fill="#06c" d="M2 2h12v4H6v16H2z"/><circle cx="18" cy="18" r="4" fill="#c30"/>';
  const drawing = (x: number, y: number, width: number, height: number) => ({
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}">${content}</svg>`,
    width,
    height,
  });
  const drawings = {
    plain: drawing(0, 0, 24, 24),
    wide: drawing(-12, 0, 48, 24),
    tall: drawing(0, 0, 24, 36),
    shifted: drawing(-4, -6, 30, 30),
  };
  const names = Object.keys(drawings);
  let shown: readonly Picture[];
  let shootAll: (
    way: (name: string, width: number, height: number) => Subject,
    scenery?: Scenery,
  ) => Promise<readonly Picture[]>;

  beforeAll(async () => {
    const svgs = Object.entries(drawings).map(([name, { svg }]) => [name, svg] as const);
    for (const [name, body] of svgs) studio.files.set(`/sizes/${name}.svg`, { type: SVG, body });
    const outputs = await buildDrawings(Object.fromEntries(svgs), CONFIG);
    for (const [path, body] of outputs) studio.files.set(`/sizes/${path}`, servedAs(path, body));
    shootAll = (way, scenery) => {
      const subjects = Object.entries(drawings).map(([name, { width, height }]) =>
        way(name, width, height),
      );
      return studio.shoot(subjects, { ...scenery, scale: SCALE });
    };
    shown = await shootAll((name, ...size) => imageOf(`/sizes/${name}.svg`, ...size));
  });

  test.each(['css', 'view'])('layout %s, by the classes of its stylesheet', async (layout) => {
    const pictures = await shootAll(
      (name, width, height) => ({ html: `<i class="icon-${name}"></i>`, width, height }),
      stylesheet(`/sizes/sprite-${layout}.css`),
    );
    expect(wrongOnes(names, shown, pictures)).toEqual({});
  });

  test.each(['view', 'stack'])('layout %s, as an image with a fragment', async (layout) => {
    const pictures = await shootAll((name, ...size) =>
      imageOf(`/sizes/sprite-${layout}.svg#${name}`, ...size),
    );
    expect(wrongOnes(names, shown, pictures)).toEqual({});
  });

  test('layout defs, in use', async () => {
    const pictures = await shootAll((name, ...size) =>
      useOf(`/sizes/sprite-defs.svg#${name}`, ...size),
    );
    expect(wrongOnes(names, shown, pictures)).toEqual({});
  });
});

test('our symbols look like those that svg-sprite makes of the same drawings', async () => {
  studio.files.set('/peer.svg', { type: SVG, body: await spriteOfPeer(set.drawings) });
  const ours = await shoot((name) => useOf(`/sprite.svg#${name}`, SIZE, SIZE));
  const peers = await shoot((name) => useOf(`/peer.svg#${name}`, SIZE, SIZE));
  expect(wrongOnes(set.names, peers, ours)).toEqual({});
});

/** What svg-sprite's symbol mode makes of drawings that it is told to leave as they are. */
async function spriteOfPeer(drawings: ReadonlyMap<string, string>): Promise<string> {
  const spriter = new Spriter({
    shape: { transform: [] },
    mode: { symbol: { dest: '.', sprite: 'peer.svg' } },
  });
  for (const [name, svg] of drawings) spriter.add(`/drawings/${name}.svg`, `${name}.svg`, svg);
  const { result } = await spriter.compileAsync();
  return String(result.symbol.sprite.contents);
}
