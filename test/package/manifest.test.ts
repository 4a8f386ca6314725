import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import type { Manifest } from '../../src/index.ts';

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

const manifest = JSON.parse(read('dist/manifest.json')) as Manifest;
const validate = new Ajv2020().compile(JSON.parse(read('dist/emit/manifest.schema.json')));

function withDeprecation(deprecated: object): object {
  return { ...manifest, icons: { bookmark: { ...manifest.icons.bookmark, deprecated } } };
}

it('satisfies the schema that ships with the package', () => {
  validate(manifest);
  expect(validate.errors).toBeNull();
});

it('satisfies it with a deprecated icon', () => {
  validate(withDeprecation({ use: 'check', since: '2.0.0', note: 'It is done.' }));
  expect(validate.errors).toBeNull();
});

it.each([
  ['a further key', { ...manifest, extra: 1 }],
  ['another version', { ...manifest, version: 2 }],
  ['a deprecation with a further key', withDeprecation({ use: 'check', until: '3.0.0' })],
  ['an icon without a viewBox', { ...manifest, icons: { a: { sprite: 'sprite', id: 'a' } } }],
])('is refused by the schema with %s', (_, broken) => {
  expect(validate(broken)).toBe(false);
});

it('vouches for the bytes of the sprite', () => {
  const sprite = manifest.sprites.sprite;
  const bytes = Buffer.from(read('dist/sprite.svg'));
  expect(sprite?.bytes).toBe(bytes.length);
  expect(sprite?.hash).toBe(createHash('sha256').update(bytes).digest('hex'));
});

it('names the 48 icons of the set, each with title, tags and category', () => {
  const icons = Object.values(manifest.icons);
  expect(icons).toHaveLength(48);
  for (const icon of icons) {
    expect(icon.title, icon.id).not.toBe('');
    expect(icon.tags, icon.id).not.toEqual([]);
    expect(icon.category, icon.id).toBeTruthy();
  }
});

it('names a replacement or a reason for each retired mark', () => {
  const { tw, gp } = manifest.icons;
  expect(tw?.displayName).toBe('twitter');
  expect(manifest.icons[tw?.deprecated?.use ?? '']?.title).toBe('X');
  expect(gp?.displayName).toBe('google-plus');
  expect(gp?.deprecated?.use).toBeUndefined();
  expect(gp?.deprecated?.note).toMatch(/2019/);
});

it('names the owner of each brand mark, and of nothing else', () => {
  for (const icon of Object.values(manifest.icons)) {
    expect(icon.trademark !== undefined, icon.id).toBe(icon.category === 'social');
  }
});
