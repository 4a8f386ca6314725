import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differingShare, type Picture, WRONG, wrongOnes } from './compare.ts';
import { buildOwnSet, type OwnSet } from './own-set.ts';
import { imageOf, inlineSprite, openStudio, pageOf, type Studio, useOf } from './studio.ts';

const SIZE = 64;

let studio: Studio;
let set: OwnSet;
let sprite: string;
/** The drawings themselves, each a document of its own. */
let drawn: readonly Picture[];

beforeAll(async () => {
  [studio, set] = await Promise.all([openStudio(), buildOwnSet()]);
  for (const [path, file] of set.served) studio.files.set(path, file);
  sprite = set.outputs.get('sprite.svg') ?? '';
  drawn = await studio.shoot(set.names.map((name) => imageOf(`/icons/${name}.svg`, SIZE, SIZE)));
});

afterAll(() => studio?.close());

describe('our own set', () => {
  test('has 48 icons', () => {
    expect(set.names).toHaveLength(48);
  });

  test('looks like its drawings in an external sprite', async () => {
    const used = await studio.shoot(
      set.names.map((name) => useOf(`/sprite.svg#${name}`, SIZE, SIZE)),
    );
    expect(wrongOnes(set.names, drawn, used)).toEqual({});
  });

  test('looks like its drawings in a sprite inlined in the page', async () => {
    const used = await studio.shoot(
      set.names.map((name) => useOf(`#${name}`, SIZE, SIZE)),
      { body: inlineSprite(sprite) },
    );
    expect(wrongOnes(set.names, drawn, used)).toEqual({});
  });

  test('adds nothing to the text of a page that it is inlined in', async () => {
    const article = '<p>Read me.</p>';
    const alone = await studio.textOf(pageOf('', article));
    expect(alone).toBe('Read me.');
    expect(await studio.textOf(pageOf('', inlineSprite(sprite) + article))).toBe(alone);
  });
});

test('the comparison tells every two icons of the set apart', () => {
  const alike = set.names.flatMap((name, index) =>
    set.names
      .slice(index + 1)
      .filter((_, offset) => {
        const [a, b] = [drawn[index], drawn[index + 1 + offset]];
        return !a || !b || differingShare(a, b) <= WRONG;
      })
      .map((other) => `${name} and ${other}`),
  );
  expect(alike).toEqual([]);
});
