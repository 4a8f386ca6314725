import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** What each layer may import besides itself: a folder, or a file right below src. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  design: ['core'],
  svg: ['core'],
  search: ['core'],
  icon: ['core', 'svg'],
  sprite: ['core'],
  emit: ['core'],
  lint: ['core', 'svg', 'icon'],
  config: ['core', 'emit', 'icon', 'lint'],
  node: ['core', 'icon', 'emit', 'lint', 'config'],
  pipeline: ['core', 'icon', 'sprite', 'emit', 'lint', 'config', 'node'],
  code: [],
  plugin: ['core', 'sprite', 'emit', 'config', 'node', 'pipeline', 'code'],
  add: ['core', 'emit', 'config', 'node', 'pipeline'],
  edit: [],
  init: ['core', 'node', 'edit'],
  diff: ['core', 'design', 'icon', 'config', 'node', 'pipeline'],
  rename: ['core', 'sprite', 'lint', 'emit', 'config', 'node', 'pipeline', 'code', 'edit'],
  migrate: ['core', 'node', 'code', 'edit', 'init', 'rename'],
  preview: ['core', 'sprite', 'lint', 'emit', 'config', 'node', 'pipeline', 'add', 'rename'],
  verify: ['core', 'design', 'sprite', 'emit', 'config', 'node', 'pipeline', 'diff'],
  cli: [
    ...['core', 'icon', 'emit', 'lint', 'config', 'node', 'pipeline'],
    ...['add', 'init', 'migrate', 'diff', 'rename', 'preview', 'plugin', 'verify'],
  ],
  'index.ts': ['core', 'icon', 'emit', 'lint', 'config', 'node', 'pipeline'],
  // An island: it ships to browsers, shares nothing with what builds, and nothing of that knows it.
  runtime: [],
  // Another: loaded by editors, which hand it their TypeScript.
  editor: [],
  // Another: the page of the catalog, bundled into files that emit hands on.
  catalog: ['core', 'svg', 'search', 'emit', 'preview'],
};

/** The files of a lower layer that a layer is let down to, where not the whole layer is meant. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  // The options name what these two offer; nothing of them runs to check a configuration.
  'config → emit': [
    ...['emit/catalog-forms.ts', 'emit/layouts.ts', 'emit/names.ts'],
    'emit/outputs/output-names.ts',
  ],
  'config → icon': ['icon/svgo/plugin-order.ts'],
  // A type, what builds measure for the rules that compare icons, and known problems.
  'node → lint': ['lint/baseline.ts', 'lint/traits.ts', 'lint/types.ts'],
  'config → lint': ['lint/presets.ts', 'lint/types.ts'],
  // Compares pictures; runs no rule.
  'rename → lint': ['lint/same-drawing.ts'],
  // Types of the data that the page gets.
  'catalog → emit': ['emit/catalog-format.ts'],
  'catalog → preview': ['preview/api.ts'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|svelte)$/.test(path))
  .sort();

/** Files of src that each file imports, types and lazy imports too. */
const importsOf = new Map(files.map((file) => [file, readImports(file)]));

function readImports(file: string): readonly string[] {
  const source = readFileSync(join(SRC, file), 'utf8');
  return ts
    .preProcessFile(source, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(file), asWritten(file, specifier)));
}

/** Svelte components are not compiled by us, so they import what was: `.js`, made of `.ts`. */
function asWritten(file: string, specifier: string): string {
  return file.endsWith('.svelte') ? specifier.replace(/\.js$/, '.ts') : specifier;
}

function layerOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** The first cycle on the way down from a file, or `undefined`. */
function cycleFrom(file: string, way: readonly string[], done: Set<string>): string | undefined {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file].join(' → ');
  if (done.has(file)) return undefined;
  for (const next of importsOf.get(file) ?? []) {
    const cycle = cycleFrom(next, [...way, file], done);
    if (cycle !== undefined) return cycle;
  }
  done.add(file);
  return undefined;
}

describe('the reader of imports', () => {
  test('sees values, types, lazy imports and re-exports', () => {
    expect(importsOf.get('pipeline/build.ts')).toContain('pipeline/load-icons.ts');
    expect(importsOf.get('config/options.ts')).toContain('emit/names.ts');
    expect(importsOf.get('cli/definitions/build-commands.ts')).toContain('cli/commands/build.ts');
    expect(importsOf.get('index.ts')).toContain('config/define.ts');
    expect(importsOf.get('runtime/svelte/Icon.svelte')).toContain('runtime/svelte-parts.ts');
  });

  test('finds only files that exist', () => {
    const missing = [...importsOf.values()].flat().filter((file) => !importsOf.has(file));
    expect(missing.filter((file) => !file.endsWith('package.json'))).toEqual([]);
  });
});

describe('layers', () => {
  test('every folder and file of src is in the table, and nothing else', () => {
    expect([...new Set(files.map(layerOf))].sort()).toEqual(Object.keys(LAYERS).sort());
  });

  test('the table only goes down', () => {
    const order = Object.keys(LAYERS);
    for (const [layer, lower] of Object.entries(LAYERS)) {
      for (const each of lower) expect(order.indexOf(each)).toBeLessThan(order.indexOf(layer));
    }
  });

  test('docs/architecture.md has the same table', () => {
    const page = readFileSync(join(SRC, '../docs/architecture.md'), 'utf8');
    const table = Object.fromEntries(
      [...page.matchAll(/^\| `([\w.]+)` +\|[^|]*\|([^|]*)\|$/gm)]
        .filter(([, layer = '']) => layer in LAYERS)
        .map(([, layer, lower = '']) => [layer, lower.trim()]),
    );
    const expected = Object.entries(LAYERS).map(([layer, lower]) => {
      const marked = lower.map((each) => each + (ONLY[`${layer} → ${each}`] ? '*' : ''));
      return [layer, marked.join(', ') || '—'];
    });
    expect(Object.entries(table)).toEqual(expected);
  });

  test.each(files)('%s imports from its own layer and those below', (file) => {
    const layer = layerOf(file);
    const forbidden = (importsOf.get(file) ?? []).filter((target) => {
      const below = layerOf(target);
      if (below === layer) return false;
      const only = ONLY[`${layer} → ${below}`];
      return !LAYERS[layer]?.includes(below) || (only && !only.includes(target));
    });
    expect(forbidden).toEqual([]);
  });

  test('no file imports itself by way of others', () => {
    const done = new Set<string>();
    for (const file of files) expect(cycleFrom(file, [], done)).toBeUndefined();
  });
});

test('no file is named after nothing', () => {
  const vague = /(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.ts$)/;
  expect(files.filter((file) => vague.test(file))).toEqual([]);
});
