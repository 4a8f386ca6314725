import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InstalledBrowser } from '../../src/verify/browsers/driver.ts';
import { differingShare, type Picture, WRONG, wrongOnes } from '../browser/compare.ts';
import { buildOwnSet, SVG } from '../browser/own-set.ts';
import { imageOf, inlineSprite, type Scenery, useOf } from '../browser/studio.ts';
import { DRAWINGS, FOLLOWING, GRADIENT, PLAIN, STUCK } from './drawings.ts';
import { ENGINES, type Engine, type EngineName, openEngine } from './engines.ts';
import { type Gallery, openGallery } from './gallery.ts';
import { type Built, spriteOf } from './sprites.ts';

const SIZE = 64;

for (const { name, packages, find } of ENGINES) {
  const found = await find();
  test(`${name} is installed`, ({ skip }) => {
    if (found) return;
    const message = `${name}: not found (install ${packages}); its tests are left out`;
    if (process.env.ICONLOOM_REQUIRE_ENGINES) throw new Error(message);
    skip(message);
  });
  if (found) describe(name, () => testsIn(name, found));
}

type Drawings = Readonly<Record<string, string>>;
type Pictures = Readonly<Record<string, Picture>>;

/** How a symbol is used. */
const WAYS = ['external', 'inlined'] as const;
type Way = (typeof WAYS)[number];

function testsIn(name: EngineName, found: InstalledBrowser): void {
  let engine: Engine;
  let gallery: Gallery;

  beforeAll(async () => {
    [engine, gallery] = await Promise.all([openEngine(found), openGallery()]);
  });

  afterAll(async () => {
    await engine?.close();
    await gallery?.close();
  });

  /** The drawings as files, which is how they are meant to look. */
  async function drawn(drawings: Drawings): Promise<Pictures> {
    for (const [name, body] of Object.entries(drawings)) {
      gallery.files.set(`/drawings/${name}.svg`, { type: SVG, body });
    }
    const names = Object.keys(drawings);
    const subjects = names.map((name) => imageOf(`/drawings/${name}.svg`, SIZE, SIZE));
    return byName(names, await gallery.shoot(engine, subjects));
  }

  /** Symbols in use. */
  async function used(
    names: readonly string[],
    sprite: string,
    way: Way,
    { head = '', scale = 1 }: Scenery = {},
  ): Promise<Pictures> {
    gallery.files.set('/sprite.svg', { type: SVG, body: sprite });
    const file = way === 'external' ? '/sprite.svg' : '';
    const subjects = names.map((name) => useOf(`${file}#${name}`, SIZE, SIZE));
    const body = way === 'external' ? '' : inlineSprite(sprite);
    return byName(names, await gallery.shoot(engine, subjects, { head, body, scale }));
  }

  /** What is wrong with symbols in use, by name. Empty if all is well. */
  async function wrongIn(drawings: Drawings, sprite: string, way: Way): Promise<object> {
    const names = Object.keys(drawings);
    const [expected, actual] = [await drawn(drawings), await used(names, sprite, way)];
    return wrongOnes(names, Object.values(expected), Object.values(actual));
  }

  describe.each(WAYS)('%s', (way) => {
    test('our own set looks like its drawings', async () => {
      const set = await buildOwnSet();
      const drawings = Object.fromEntries(set.drawings);
      expect(await wrongIn(drawings, set.outputs.get('sprite.svg') ?? '', way)).toEqual({});
    });

    describe('looks like its drawing:', () => {
      const drawings = { ...DRAWINGS, ...FOLLOWING };
      let wrong: object;
      beforeAll(async () => {
        wrong = await wrongIn(drawings, (await spriteOf(drawings)).sprite, way);
      });
      test.each(Object.keys(drawings))('%s', (name) => {
        expect(wrong).not.toHaveProperty(name);
      });
    });

    test('the default form is right where the text is in another color', async () => {
      const { sprite } = await spriteOf(FOLLOWING);
      const red = await used(Object.keys(FOLLOWING), sprite, way, textIn('#c00'));
      const files = await drawn(inColor(FOLLOWING, '#c00'));
      expect(wrongOnes(Object.keys(FOLLOWING), Object.values(files), Object.values(red))).toEqual(
        {},
      );
    });

    test('color: currentColor makes a drawing in one color follow the text', async () => {
      const one = { 'one-color': PLAIN['one-color'] };
      const { sprite } = await spriteOf(one, { color: 'currentColor' });
      const shown = await used(['one-color'], sprite, way, textIn('#080'));
      const expected = await drawn({ 'one-color': one['one-color'].replace('#c30', '#080') });
      expect(share(expected, shown, 'one-color')).toBeLessThanOrEqual(WRONG);
    });

    test('color: variables keeps the colors until the page sets them', async () => {
      const two = { 'two-colors': PLAIN['two-colors'] };
      const { sprite } = await spriteOf(two, { color: 'variables' });
      expect(sprite).toContain('var(--icon-1,');
      const unset = await used(['two-colors'], sprite, way);
      expect(share(await drawn(two), unset, 'two-colors')).toBeLessThanOrEqual(WRONG);

      const css = 'svg{--icon-1:#080;--icon-2:#fc0}';
      const set = await used(['two-colors'], sprite, way, { head: `<style>${css}</style>` });
      const repainted = two['two-colors'].replace('#c30', '#080').replace('#06c', '#fc0');
      const expected = await drawn({ 'two-colors': repainted });
      expect(share(expected, set, 'two-colors')).toBeLessThanOrEqual(WRONG);
    });

    test('an image needs data: in the img-src of the page', async () => {
      const drawings = { gradient: GRADIENT };
      const { sprite } = await spriteOf(drawings);
      const files = await drawn(drawings);
      const shareUnder = async (sources: string): Promise<number> => {
        const policy = `<meta http-equiv="Content-Security-Policy" content="img-src ${sources}">`;
        return share(files, await used(['gradient'], sprite, way, { head: policy }), 'gradient');
      };
      expect(await shareUnder("'self' data:")).toBeLessThanOrEqual(WRONG);
      expect(await shareUnder("'self'")).toBeGreaterThan(WRONG);
    });
  });

  test('a drawing that follows the text and needs a mask stays a symbol, with a warning', async () => {
    const { sprite, icons, diagnostics } = await spriteOf(STUCK);
    expect(icons.map(({ facts }) => facts.form)).toEqual(['symbol']);
    expect(diagnostics.map(({ code, severity }) => `${severity}: ${code}`)).toEqual([
      'warning: not-portable',
    ]);
    // The remedy that the warning names.
    expect(await wrongIn(STUCK, sprite, 'inlined')).toEqual({});
    const external = await wrongIn(STUCK, sprite, 'external');
    expect(Object.keys(external)).toEqual(name === 'webkit' ? Object.keys(STUCK) : []);
  });

  describe('known limits of plain symbols, with portable: false', () => {
    let plain: Built;
    beforeAll(async () => {
      plain = await spriteOf(DRAWINGS, { portable: false });
    });

    test('the build makes no images', () => {
      expect(plain.icons.filter(({ facts }) => facts.form !== 'symbol')).toEqual([]);
    });

    test('external, these are wrong, and no others', async () => {
      const wrong = await wrongIn(DRAWINGS, plain.sprite, 'external');
      expect(Object.keys(wrong).sort()).toEqual([...LOST[name]].sort());
    });

    test('inlined, all are right', async () => {
      expect(await wrongIn(DRAWINGS, plain.sprite, 'inlined')).toEqual({});
    });
  });
}

/** Drawings that an engine does not draw right from plain symbols in an external sprite. */
const LOST: Readonly<Record<EngineName, readonly string[]>> = {
  // The sprite as a document of its own has no size that a media query could hold against.
  chromium: ['style-media-size'],
  firefox: ['clip-path-of-use', 'mask-of-use', 'style-media', 'style-media-size'],
  webkit: [
    ...['clip-path', 'clip-path-of-use', 'filter', 'gradient', 'gradient-chain'],
    ...['gradient-stroke', 'gradient-user-space', 'marker', 'mask', 'mask-of-use', 'pattern'],
    ...['style-media', 'style-media-size'],
  ],
};

/** The same drawings, where a file that follows the text shows it in some color. */
function inColor(drawings: Drawings, color: string): Drawings {
  return Object.fromEntries(
    Object.entries(drawings).map(([name, svg]) => [
      name,
      svg.replace('<svg', `<svg color="${color}"`),
    ]),
  );
}

function textIn(color: string): Scenery {
  return { head: `<style>body{color:${color}}</style>` };
}

function byName(names: readonly string[], pictures: readonly Picture[]): Pictures {
  return Object.fromEntries(names.map((name, index) => [name, pictures[index] as Picture]));
}

function share(a: Pictures, b: Pictures, name: string): number {
  return differingShare(a[name] as Picture, b[name] as Picture);
}
