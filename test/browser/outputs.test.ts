import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Picture, wrongOnes } from './compare.ts';
import { boxed, buildOutputSet, FILL, type OutputSet } from './output-sets.ts';
import { SVG, servedAs } from './own-set.ts';
import { openStudio, type Scenery, type Studio } from './studio.ts';

let studio: Studio;
let set: OutputSet;
/** Source files, each a document of its own. */
let expected: readonly Picture[];

beforeAll(async () => {
  [studio, set] = await Promise.all([
    openStudio(),
    buildOutputSet({ outputs: ['iconify', 'css', 'files', 'universal', 'json'] }),
  ]);
  for (const [path, body] of set.files) studio.files.set(`/${path}`, servedAs(path, body));
  for (const [name, body] of set.sources) {
    studio.files.set(`/sources/${name}.svg`, { type: SVG, body });
  }
  expected = await shoot((name) => `<img src="/sources/${name}.svg" style="${FILL}">`);
});

afterAll(() => studio?.close());

function shoot(
  htmlOf: (name: string) => string,
  { names = set.names, ...scenery }: Scenery & { readonly names?: readonly string[] } = {},
): Promise<readonly Picture[]> {
  return studio.shoot(
    names.map((name) => boxed(htmlOf(name))),
    { ...scenery, scale: 2 },
  );
}

test('css: classes look like the source files', async () => {
  const shown = await shoot((name) => `<i class="icon icon-${name}" style="${FILL}"></i>`, {
    head: '<link rel="stylesheet" href="/sprite.css">',
  });
  expect(wrongOnes(set.names, expected, shown)).toEqual({});
});

test('css: icons in the text color take it', async () => {
  const names = set.icons.flatMap(({ name, facts: { colors } }) =>
    colors.every((color) => color === 'currentColor') ? name : [],
  );
  const css = await shoot(
    (name) => `<i class="icon icon-${name}" style="${FILL};color:#c00"></i>`,
    {
      names,
      head: '<link rel="stylesheet" href="/sprite.css">',
    },
  );
  const used = await shoot(
    (name) => `<svg style="${FILL};color:#c00"><use href="/sprite.svg#${name}"/></svg>`,
    { names },
  );
  expect(names.length).toBeGreaterThan(40);
  expect(wrongOnes(names, used, css)).toEqual({});
});

test('files: images look like the source files', async () => {
  const shown = await shoot((name) => `<img src="/svg/${name}.svg" style="${FILL}">`);
  expect(wrongOnes(set.names, expected, shown)).toEqual({});
});

test.each([
  [
    '<use>',
    (name: string) => `<svg style="${FILL}"><use href="/sprite-universal.svg#${name}"/></svg>`,
  ],
  ['<img>', (name: string) => `<img src="/sprite-universal.svg#${name}-image" style="${FILL}">`],
  [
    'background',
    (name: string) =>
      `<i style="display:block;${FILL};background:url(/sprite-universal.svg#${name}-image)"></i>`,
  ],
])('universal: %s looks like the source files', async (_, htmlOf) => {
  expect(wrongOnes(set.names, expected, await shoot(htmlOf))).toEqual({});
});

test('universal: a mask looks like the source files in one color', async () => {
  const shown = await shoot(
    (name) =>
      `<i style="display:block;${FILL};background:#000;mask:url(/sprite-universal.svg#${name}-image)"></i>`,
  );
  const black = set.icons.flatMap(({ facts }, index) => (isBlack(facts.colors) ? index : []));
  const at = <T>(all: readonly T[]) => black.map((index) => all[index] as T);
  expect(black.length).toBeGreaterThan(47);
  expect(wrongOnes(at(set.names), at(expected), at(shown))).toEqual({});
});

function isBlack(colors: readonly string[]): boolean {
  return colors.every((color) => color === 'currentColor' || color === '#000');
}

interface IconifySet {
  readonly width: number;
  readonly height: number;
  readonly icons: Readonly<
    Record<string, { body: string; left?: number; top?: number; width?: number; height?: number }>
  >;
}

test('iconify: icons in a page look like the source files', async () => {
  const json: IconifySet = JSON.parse(set.files.get('iconify.json') ?? '');
  const shown = await shoot((name) => {
    const { left = 0, top = 0, body, ...size } = json.icons[name] ?? { body: '' };
    const { width, height } = { width: json.width, height: json.height, ...size };
    return `<svg style="${FILL}" viewBox="${left} ${top} ${width} ${height}">${body}</svg>`;
  });
  expect(wrongOnes(set.names, expected, shown)).toEqual({});
});

test('json: icons in a page look like the source files', async () => {
  const data: Record<string, { viewBox: string; body: string }> = JSON.parse(
    set.files.get('icon-data.json') ?? '',
  );
  const shown = await shoot((name) => {
    const { viewBox, body } = data[name] ?? { viewBox: '', body: '' };
    return `<svg style="${FILL}" viewBox="${viewBox}">${body}</svg>`;
  });
  expect(wrongOnes(set.names, expected, shown)).toEqual({});
});
