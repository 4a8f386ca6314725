import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { OutputFile, Sprite } from '../../src/core/types.ts';
import { type Manifest, openManifest } from '../../src/emit/manifest.ts';
import { iconOf, spriteOf } from './icons.ts';

const SPRITE_FILE = { path: 'sprite.svg', contents: `<svg>${'é'.repeat(500)}</svg>` };
const BOX = iconOf('box', {
  id: 'my-box',
  title: 'Cardboard box',
  aliases: ['crate', 'parcel'],
  facts: { viewBox: '0 0 32 16', width: 64, height: 32, color: 'multi', colors: ['#00f', 'red'] },
  meta: { tags: ['parcel', 'package'], category: 'objects', trademark: 'Boxes Ltd' },
});
const SKY = iconOf('sky', {
  symbol: '<symbol id="sky" viewBox="0 0 24 24"><text>é</text></symbol>',
});

function emitManifest(sprite: Sprite, outputs: readonly OutputFile[]): OutputFile {
  const manifest = openManifest();
  const file = outputs.find(({ path }) => path === sprite.file);
  manifest.add(sprite, file ?? { path: sprite.file, contents: '' });
  const { path, parts } = manifest.end(outputs.map((each) => each.path));
  return { path, contents: parts.join('') };
}

function manifestOf(...outputs: readonly OutputFile[]): Manifest {
  return JSON.parse(emitManifest(spriteOf(BOX, SKY), outputs).contents);
}

describe('the manifest', () => {
  test('has its version, its generator and a notice', () => {
    expect(manifestOf()).toMatchObject({
      version: 1,
      generator: 'iconloom',
      notice: expect.stringMatching(/do not edit/i),
    });
  });

  test('describes the sprite by file, hash, bytes, gzip and icons', () => {
    const bytes = Buffer.from(SPRITE_FILE.contents);
    expect(manifestOf(SPRITE_FILE).sprites).toEqual({
      sprite: {
        file: 'sprite.svg',
        hash: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        gzip: expect.any(Number),
        icons: ['box', 'sky'],
      },
    });
  });

  test('measures gzip about as other tools do', () => {
    const own = manifestOf(SPRITE_FILE).sprites.sprite?.gzip ?? 0;
    const other = gzipSync(SPRITE_FILE.contents, { level: 9 });
    expect(gunzipSync(other).toString()).toBe(SPRITE_FILE.contents);
    expect(Math.abs(own - other.length)).toBeLessThan(10);
  });

  test('describes each icon', () => {
    expect(manifestOf().icons).toEqual({
      box: {
        sprite: 'sprite',
        id: 'my-box',
        viewBox: '0 0 32 16',
        width: 64,
        height: 32,
        color: 'multi',
        colors: ['#00f', 'red'],
        needs: [],
        form: 'symbol',
        source: 'icons/box.svg',
        sourceHash: 'abc',
        bytes: BOX.symbol.length,
        aliases: ['crate', 'parcel'],
        title: 'Cardboard box',
        tags: ['parcel', 'package'],
        category: 'objects',
        trademark: 'Boxes Ltd',
      },
      sky: {
        sprite: 'sprite',
        id: 'sky',
        viewBox: '0 0 24 24',
        width: 24,
        height: 24,
        color: 'mono',
        colors: ['#000'],
        needs: [],
        form: 'symbol',
        source: 'icons/sky.svg',
        sourceHash: 'abc',
        bytes: SKY.symbol.length + 1,
        aliases: [],
        title: 'sky',
        tags: [],
      },
    });
  });

  test('says which icons mirror, and nothing of the others', () => {
    const icons = [
      iconOf('back', { meta: { directional: true } }),
      iconOf('box', { meta: { directional: false } }),
    ];
    const { back, box } = JSON.parse(emitManifest(spriteOf(...icons), []).contents).icons;
    expect(back.directional).toBe(true);
    expect('directional' in box).toBe(false);
  });

  test('says which icons are deprecated', () => {
    const deprecated = { use: 'box', since: '2.0.0' };
    const icons = [iconOf('box'), iconOf('crate', { meta: { deprecated } })];
    const { box, crate } = JSON.parse(emitManifest(spriteOf(...icons), []).contents).icons;
    expect(crate.deprecated).toEqual(deprecated);
    expect('deprecated' in box).toBe(false);
  });

  test('lists all files of the build and itself, sorted', () => {
    const files = ['sprite.svg', 'icons.js', 'a/b.css'].map((path) => ({ path, contents: '' }));
    expect(manifestOf(...files).files).toEqual([
      ...['a/b.css', 'icons.js', 'manifest.json', 'sprite.svg'],
    ]);
  });

  test('keeps an icon that is named like what objects know', () => {
    const icons = [iconOf('constructor'), iconOf('to-string')];
    const { contents } = emitManifest(spriteOf(...icons), []);
    expect(Object.keys(JSON.parse(contents).icons)).toEqual(['constructor', 'to-string']);
  });

  test('is readable text with a line break at its end', () => {
    const { path, contents } = emitManifest(spriteOf(BOX), [SPRITE_FILE]);
    expect(path).toBe('manifest.json');
    expect(contents).toMatch(/^\{\n {2}"version": 1,\n/);
    expect(contents).toMatch(/\n\}\n$/);
  });
});
