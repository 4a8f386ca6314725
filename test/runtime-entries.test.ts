import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const exists = (path: string) => existsSync(new URL(`../${path}`, import.meta.url));

/** Conditions of an entry in `exports` of package.json; of `svelte`, they are nested. */
interface Conditions {
  readonly types?: string;
  readonly default?: string;
  readonly development?: string;
  readonly require?: Conditions;
}

const manifest: {
  readonly exports: Readonly<Record<string, Conditions>>;
  readonly typesVersions: { readonly '*': Readonly<Record<string, readonly string[]>> };
} = JSON.parse(read('package.json'));

const ENTRIES = Object.entries(manifest.exports)
  .filter(([, { types }]) => types?.startsWith('./dist/runtime/'))
  .map(([key, conditions]) => [key.slice('./'.length), conditions] as const);

/** Entries that ship to no page, or only types. */
const WITHOUT_BUDGET = ['jest', 'jest-svg', 'registry'];

describe.each(ENTRIES)('the entry iconloom/%s', (name, conditions) => {
  const source = `src/runtime/${name}.ts`;
  const isBound = exists(source) && /export const Icon\b/.test(read(source));

  test(`has a source file: ${source}`, () => {
    expect(exists(source)).toBe(true);
  });

  test('has types for every moduleResolution: typesVersions in package.json', () => {
    expect(manifest.typesVersions['*'][name]).toEqual([`./dist/runtime/${name}.d.ts`]);
  });

  test('has a default: exports in package.json', () => {
    expect(conditions.default).toBe(`./dist/runtime/${name}.js`);
  });

  test('has the file of its condition development', () => {
    const expected = `./dist/runtime/development/${name}.js`;
    const hasChecks = exists(`src/runtime/development/${name}.ts`);
    expect(conditions.development).toBe(hasChecks ? expected : undefined);
    expect(isBound && !hasChecks).toBe(false);
  });

  test('is an entry for unused code: knip.json', () => {
    const listed = /src\/runtime\/\{([^}]*)\}\.ts/.exec(read('knip.json'))?.[1]?.split(',');
    expect(listed).toContain(name);
  });

  test('has a size: test/runtime/budget.test.ts', () => {
    if (!WITHOUT_BUDGET.includes(name))
      expect(read('test/runtime/budget.test.ts')).toContain(`['${name}', `);
  });

  test('is known to the plugin: src/code/module-ids.ts', () => {
    const [, listed = ''] =
      /BOUND_ENTRIES = \[([^\]]*)\]/.exec(read('src/code/module-ids.ts')) ?? [];
    expect(listed.includes(`'${name}'`)).toBe(isBound || name === 'element' || name === 'html');
  });
});
