import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builtinPlugins } from 'svgo/browser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BuildError } from '../../src/core/errors.ts';
import { type BuildResult, build, transformIcon } from '../../src/index.ts';
import { type Findings, type Lab, openLab, type Specimen } from './hostile-lab.ts';

const folder = new URL('../fixtures/hostile/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.svg$/, ''));
const raw: readonly Specimen[] = names.map((name) => ({
  name,
  sprite: readFileSync(new URL(`${name}.svg`, folder), 'utf8'),
}));

/** So many of the drawings as they came do harm when they are opened: else the lab is blind. */
const HARMFUL_AT_LEAST = 200;
/** And of so many a script runs. */
const SCRIPTS_AT_LEAST = 70;

/** Nothing of svgo's may be needed for safety: the last resort runs none of it. */
const PRESET_OFF = Object.fromEntries(
  (builtinPlugins.find(({ name }) => name === 'preset-default')?.plugins ?? []).map(({ name }) => [
    name,
    false as const,
  ]),
);

/** One vector, transformed in the ways in which what is left of it can differ. */
interface Transformed {
  readonly name: string;
  readonly icons: readonly { readonly id: string; readonly symbol: string }[];
  readonly crashes: readonly string[];
}

let lab: Lab;
let transformed: readonly Transformed[];
let findings: Findings;

beforeAll(async () => {
  [lab, transformed] = await Promise.all([openLab(), Promise.all(raw.map(transformAll))]);
  findings = await examine();
});

afterAll(() => lab?.close());

async function transformAll({ name, sprite }: Specimen): Promise<Transformed> {
  const crashes: string[] = [];
  const ways = {
    [name]: {},
    [`${name}-plain`]: { portable: false },
    [`${name}-gentle`]: { portable: false, svgo: { overrides: PRESET_OFF } },
  };
  const icons = [];
  for (const [id, options] of Object.entries(ways)) {
    try {
      const { symbol } = await transformIcon(sprite, { id, ...options });
      icons.push({ id, symbol });
    } catch (error) {
      if (!(error instanceof BuildError)) crashes.push(String(error));
    }
  }
  return { name, icons, crashes };
}

function spriteOf(symbols: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols}</svg>`;
}

function symbolsOf({ icons }: Transformed): string {
  return icons.map(({ symbol }) => symbol).join('');
}

/** Several in one sprite, to be opened at once: each request says whose it is. */
function together(all: readonly Transformed[], count: number): readonly Specimen[] {
  const starts = all.map((_, index) => index).filter((index) => index % count === 0);
  return starts.map((start) => ({
    name: `from-${start}`,
    sprite: spriteOf(
      all
        .slice(start, start + count)
        .map(symbolsOf)
        .join(''),
    ),
  }));
}

/** How the browser reads it is what counts for the one kind: as mere data its words do no harm. */
function counts(name: string, flaw: string): boolean {
  return !(name.startsWith('mutate-') && / holds (leak|fetch)/.test(flaw));
}

async function examine(): Promise<Findings> {
  const found = new Map<string, string[]>(
    transformed.map(({ name, crashes }) => [name, [...crashes]]),
  );
  const add = (name: string, flaws: readonly string[]) => {
    const known = found.get(name) ?? [];
    found.set(name, [...known, ...flaws.filter((flaw) => !known.includes(flaw))]);
  };
  const all = transformed.flatMap(({ name, icons }) => icons.map((icon) => ({ name, ...icon })));
  const flawsOf = await lab.inspect(all.map(({ id, symbol }) => [spriteOf(symbol), id]));
  for (const [index, { name }] of all.entries()) {
    add(name, flawsOf[index]?.filter((flaw) => counts(name, flaw)) ?? ['it was not inspected']);
  }
  const kept = transformed.filter(({ icons }) => icons.length > 0);
  const sprites = kept.map((each) => ({ name: each.name, sprite: spriteOf(symbolsOf(each)) }));
  const singles = kept.flatMap(({ icons }) =>
    icons.map(({ id, symbol }) => ({ name: id, sprite: spriteOf(symbol) })),
  );
  for (const [name, flaws] of await lab.open(together(kept, 10))) add(name, flaws);
  for (const [name, flaws] of await lab.inline(sprites)) add(name, flaws);
  for (const [name, flaws] of await lab.use(singles)) {
    add(name.replace(/-(plain|gentle)$/, ''), flaws);
  }
  return found;
}

test('there are vectors of every kind', () => {
  const kinds = new Set(names.map((name) => name.split('-')[0]));
  expect([...kinds].sort()).toEqual([
    ...['active', 'clobber', 'mutate', 'outside', 'page', 'private', 'text'],
  ]);
  expect(names.length).toBeGreaterThan(150);
});

describe('nothing of it gets in', () => {
  test.for(names)('%s', (name) => {
    expect(findings.get(name)).toEqual([]);
  });

  test('and nothing happens that no vector owns up to', () => {
    expect(findings.get('nobody') ?? []).toEqual([]);
  });
});

describe('an id of the caller', () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><linearGradient id="a"><stop/></linearGradient><path fill="url(#a)" d="M0 0h8v8"/></svg>';

  test.for([
    'x"><script>alert(1)</script>',
    "x' onload='alert(1)",
    'a b',
    '</symbol>',
    '&amp;',
    '',
  ])('“%s” is refused, or stays an id', async (id) => {
    for (const portable of [true, false]) {
      const icon = await transformIcon(drawing, { id, portable }).catch((error) => error);
      if (icon instanceof Error) continue;
      const [flaws] = await lab.inspect([[spriteOf(icon.symbol)]]);
      expect({ portable, flaws }).toEqual({ portable, flaws: [] });
    }
  });
});

describe('the lab sees what it should', () => {
  test('each drawing as it came has a flaw', async () => {
    const flaws = await lab.inspect(raw.map(({ name, sprite }) => [sprite, name]));
    expect(names.filter((_, index) => flaws[index]?.length === 0)).toEqual([]);
    expect(flaws).toHaveLength(names.length);
  });

  test('many drawings as they came do harm', async () => {
    const opened = await lab.open(raw.filter(({ name }) => /^active-/.test(name)));
    const inlined = await lab.inline(raw.filter(({ name }) => /^(mutate|page)-/.test(name)));
    const harmful = names.filter((name) =>
      [opened, inlined].some((found) => (found.get(name) ?? []).length > 0),
    );
    const ran = harmful.filter((name) => opened.get(name)?.includes('ran in the browser'));
    expect(ran.length).toBeGreaterThan(SCRIPTS_AT_LEAST);
    expect(harmful.length).toBeGreaterThan(HARMFUL_AT_LEAST);
  });
});

test('a symbol in use is seen to act when it is clicked, and to speak to readers', async () => {
  const symbolOf = (name: string, inner: string) => ({
    name,
    sprite: spriteOf(`<symbol id="${name}" viewBox="0 0 12 12">${inner}</symbol>`),
  });
  const square = '<path d="M0 0h12v12H0z"/>';
  const found = await lab.use([
    symbolOf('acts', `<g onclick="fetch('/ran/acts')">${square}</g>`),
    ...Array.from({ length: 120 }, (_, index) => symbolOf(`still-${index}`, square)),
    symbolOf('speaks', `<g role="button" aria-label="Buy">${square}</g>`),
  ]);
  expect(Object.fromEntries(found)).toEqual({
    acts: ['ran in the browser'],
    speaks: expect.arrayContaining(['readers are told of a button “Buy”']),
  });
});

describe('a build of all vectors that can be built', () => {
  let result: BuildResult;

  beforeAll(async () => {
    result = await build(
      { threads: 1, inputs: '.', keepGoing: true, layouts: ['css', 'view', 'defs', 'stack'] },
      { cwd: fileURLToPath(folder), dryRun: true },
    );
  });

  test('has no private words and no outside addresses in any sprite or style sheet', () => {
    const drawn = result.files.filter(({ path }) => /\.(svg|css)$/.test(path));
    expect(drawn.length).toBeGreaterThan(4);
    for (const { path, contents } of drawn) {
      // A text that is drawn stands in an image, or in a sprite that is never put into a page.
      const words = /SECRET|leak\.invalid|leak\/|fetch\(/.exec(
        contents
          .replace(/(%[\da-f]{2})+/gi, decodeURIComponent)
          .replace(/<text\b.*?<\/text>/gs, ''),
      );
      expect({ path, word: words?.[0] }).toEqual({ path, word: undefined });
    }
  });

  test('has no private words in any other file', () => {
    for (const { path, contents } of result.files) {
      expect({ path, isPrivate: contents.includes('SECRET') }).toEqual({ path, isPrivate: false });
    }
  });

  test('does nothing when its sprites are opened and put into pages', async () => {
    const sprites = result.files
      .filter(({ path }) => path.endsWith('.svg'))
      .map(({ path, contents }) => ({ name: path.replace('.svg', ''), sprite: contents }));
    const opened = await lab.open(sprites);
    const inlined = await lab.inline(sprites.filter(({ name }) => name === 'sprite'));
    const flaws = [...opened, ...inlined].filter(([, found]) => found.length > 0);
    expect(flaws).toEqual([]);
  });

  test('tells of every vector that is left out', () => {
    const told = new Set(result.diagnostics.map(({ file }) => file));
    const built = new Set(result.icons.map(({ source }) => source.file));
    const silent = names.filter((name) => !built.has(`${name}.svg`) && !told.has(`${name}.svg`));
    expect(silent).toEqual([]);
  });
});
