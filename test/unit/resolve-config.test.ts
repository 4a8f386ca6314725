import { describe, expect, test } from 'vitest';
import { OPTIONS } from '../../src/config/options.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import { BuildError } from '../../src/core/errors.ts';

const ORIGIN = { cwd: '/project', configFile: 'iconloom.config.ts' };

/** The problems of a configuration that is refused. */
function problemsOf(config: unknown): readonly Diagnostic[] {
  try {
    resolveConfig(config, ORIGIN);
  } catch (error) {
    expect(error).toBeInstanceOf(BuildError);
    expect(error).toMatchObject({ code: 'ICONLOOM_USAGE' });
    return (error as BuildError).diagnostics;
  }
  throw new Error('The configuration was accepted');
}

describe('defaults', () => {
  const defaults = {
    ...ORIGIN,
    inputs: ['icons'],
    out: 'dist',
    publicDir: 'dist',
    spriteFolder: '',
    fileName: '[name].svg',
    exclude: [],
    ids: [],
    prefix: '',
    names: 'js',
    base: '',
    aliases: {},
    layouts: [],
    styles: ['css'],
    svgo: {},
    precision: 3,
    color: { '**': 'keep' },
    portable: true,
    verify: { sides: [64], tolerance: 0.0005, isStrict: false },
    activeContent: 'error',
    limits: {
      bytes: 5_000_000,
      elements: 10_000,
      depth: 200,
      attributes: 500,
      value: 100_000,
      drawn: 100_000,
      pixels: 20_000_000,
    },
    split: false,
    keepGoing: false,
    cache: true,
    catalog: false,
    threads: 0,
    lint: {},
    deprecations: [],
  };

  test('fill an empty configuration', () => {
    const resolved = resolveConfig({}, ORIGIN);
    expect(resolved).toMatchObject(defaults);
    expect(Object.keys(resolved)).toEqual(expect.arrayContaining(Object.keys(OPTIONS)));
  });

  test('fill options that are undefined', () => {
    const open = Object.fromEntries(Object.keys(OPTIONS).map((key) => [key, undefined]));
    expect(resolveConfig(open, ORIGIN)).toMatchObject(defaults);
  });
});

describe('values', () => {
  test('are taken over', () => {
    const config = {
      inputs: ['a', '!b'],
      out: 'o',
      publicDir: 'p',
      fileName: 'sprites/[name].[hash:12].svg',
      exclude: ['c'],
      ids: ['icon-[dir]-[name]'],
      prefix: 'x-',
      names: 'ts',
      base: '/i/',
      aliases: { a: 'b' },
      layouts: ['css', 'view', 'defs', 'stack'],
      styles: ['css', 'scss', 'less', 'styl'],
      svgo: { floatPrecision: 2, overrides: { mergePaths: false }, plugins: ['prefixIds'] },
      color: { 'a/**': 'currentColor', 'b/**': 'keep' },
      portable: false,
      verify: false,
      activeContent: 'remove',
      limits: { bytes: 1, elements: 2, depth: 3, attributes: 4, value: 7, drawn: 5, pixels: 6 },
      split: 'folder',
      keepGoing: true,
      cache: 'tmp/cache',
      catalog: 'file' as const,
      threads: 1,
      lint: { preset: 'strict', rules: { naming: 'off' }, maxWarnings: 0, drift: true },
    };
    expect(resolveConfig(config, ORIGIN)).toMatchObject({
      ...{ ...config, ...ORIGIN, spriteFolder: '../p/', deprecations: [] },
    });
  });

  test('that are single become lists', () => {
    expect(
      resolveConfig({ inputs: 'a', exclude: 'b', layouts: 'css', styles: 'less' }, ORIGIN),
    ).toMatchObject({ inputs: ['a'], exclude: ['b'], layouts: ['css'], styles: ['less'] });
  });

  test('that are given twice count once', () => {
    const config = { layouts: ['css', 'view', 'css'], styles: ['css', 'css'] };
    expect(resolveConfig(config, ORIGIN)).toMatchObject({
      ...{ layouts: ['css', 'view'], styles: ['css'] },
    });
  });

  test('of svgo plugins may be objects with functions', () => {
    const plugin = { name: 'mine', fn: () => ({}) };
    expect(resolveConfig({ svgo: { plugins: [plugin] } }, ORIGIN).svgo.plugins).toEqual([plugin]);
  });
});

describe('one word for many', () => {
  test('a color mode is for all files', () => {
    expect(resolveConfig({ color: 'variables' }, ORIGIN).color).toEqual({ '**': 'variables' });
  });

  test.each([
    [true, { sides: [64], tolerance: 0.0005, isStrict: false }],
    ['strict', { sides: [64, 97], tolerance: 0.0005, isStrict: true }],
    [0.01, { sides: [64], tolerance: 0.01, isStrict: false }],
    [false, false],
  ])('verify %j is resolved', (verify, resolved) => {
    expect(resolveConfig({ verify }, ORIGIN).verify).toEqual(resolved);
  });
});

describe('a wrong value', () => {
  test.each<readonly [key: string, value: unknown, expected: string]>([
    ['inputs', 5, 'a string, an object with from, icons, folder, or a list of these'],
    ['color', 'red', "one of 'keep', 'currentColor', 'variables'"],
    ['color', { 'a/**': 'red' }, 'an object of globs and these'],
    ['portable', 'yes', 'true or false'],
    ['verify', 2, 'a number from 0 to 1'],
    ['verify', 'loose', 'a number from 0 to 1'],
    ['inputs', '', 'a string, an object with from, icons, folder, or a list of these'],
    ['inputs', ['icons', 5], 'a string, an object with from, icons, folder, or a list of these'],
    ['inputs', null, 'a string, an object with from, icons, folder, or a list of these'],
    ['out', 5, 'a string'],
    ['out', ['dist'], 'a string'],
    ['out', '', 'string'],
    ['exclude', { a: 1 }, 'a string or a list of strings'],
    ['exclude', [''], 'a string or a list of strings'],
    ['prefix', 5, 'letters, digits, dots, hyphens and underscores, starting with a letter'],
    ['prefix', '1-', 'letters, digits'],
    ['prefix', 'a b', 'letters, digits'],
    ['prefix', 'a"', 'letters, digits'],
    ['prefix', '-a', 'letters, digits'],
    ['names', 'jsx', "one of 'js', 'ts'"],
    ['names', ['js'], "one of 'js', 'ts'"],
    ['base', 5, 'a string'],
    ['aliases', ['a'], 'an object of strings'],
    ['aliases', { a: 5 }, 'an object of strings'],
    ['aliases', 'a=b', 'an object of strings'],
    ['layouts', 'symbol', "one or more of 'css', 'view', 'defs', 'stack'"],
    ['layouts', ['css', 'symbol'], "one or more of 'css', 'view', 'defs', 'stack'"],
    ['layouts', true, "one or more of 'css', 'view', 'defs', 'stack'"],
    ['styles', 'sass', "one or more of 'css', 'scss', 'less', 'styl'"],
    ['styles', ['css', 5], "one or more of 'css', 'scss', 'less', 'styl'"],
    ['precision', 'low', "'auto' or a whole number from 0 to 20"],
    ['precision', 1.5, "'auto' or a whole number from 0 to 20"],
    ['svgo', true, 'an object with floatPrecision, overrides, plugins'],
    ['svgo', { floatPrecision: 1.5 }, 'an object with floatPrecision, overrides, plugins'],
    ['svgo', { floatPrecision: -1 }, 'an object with floatPrecision, overrides, plugins'],
    ['svgo', { floatPrecision: '3' }, 'an object with floatPrecision, overrides, plugins'],
    ['svgo', { overrides: 5 }, 'an object with floatPrecision, overrides, plugins'],
    ['svgo', { plugins: 'prefixIds' }, 'an object with floatPrecision, overrides, plugins'],
    ['svgo', { plugins: [{ fn: 1 }] }, 'an object with floatPrecision, overrides, plugins'],
    ['svgo', { multipass: true }, 'an object with floatPrecision, overrides, plugins'],
    ['activeContent', 'keep', "one of 'error', 'remove'"],
    [
      'limits',
      { bytes: 0 },
      'an object with bytes, elements, depth, attributes, value, drawn, pixels',
    ],
    [
      'limits',
      { size: 1 },
      'an object with bytes, elements, depth, attributes, value, drawn, pixels',
    ],
    ['keepGoing', 'yes', 'true or false'],
    ['keepGoing', 1, 'true or false'],
    ['cache', 1, 'true, false or a folder'],
    ['cache', '', 'true, false or a folder'],
    ['threads', -1, 'a whole number, 0 or greater'],
    ['threads', '2', 'a whole number, 0 or greater'],
  ])('of %s is told: %j', (key, value, expected) => {
    const problems = problemsOf({ [key]: value });
    expect(problems).toMatchObject([
      { code: 'invalid-option', severity: 'error', file: 'iconloom.config.ts' },
    ]);
    expect(problems[0]?.message).toContain(`Option '${key}' must be `);
    expect(problems[0]?.message).toContain(expected);
  });

  test('every option has a case above that refuses null', () => {
    for (const key of Object.keys(OPTIONS)) {
      expect(problemsOf({ [key]: null })).toMatchObject([{ code: 'invalid-option' }]);
    }
  });

  test.each<readonly [config: object, meant: string]>([
    [{ names: 'tsx' }, 'ts'],
    [{ layouts: 'stacks' }, 'stack'],
    [{ layouts: ['css', 'views'] }, 'view'],
    [{ styles: 'sass' }, 'scss'],
    [{ svgo: { floatprecision: 2 } }, 'floatPrecision'],
    [{ svgo: { plugin: [] } }, 'plugins'],
  ])('that is nearly right gets a suggestion: %j', (config, meant) => {
    expect(problemsOf(config)[0]?.message).toContain(` Did you mean '${meant}'?`);
  });

  test('is shown, and cut when it is long', () => {
    expect(problemsOf({ out: 5 })[0]?.message).toBe("Option 'out' must be a string, not 5.");
    const [problem] = problemsOf({ out: Array(100).fill('x') });
    expect(problem?.message.length).toBeLessThan(130);
    expect(problem?.message).toContain('…');
  });

  test.each([[null], [undefined], ['icons'], [5], [['icons']], [true]])(
    'for the configuration itself is told: %j',
    (config) => {
      const problems = problemsOf(config);
      expect(problems).toMatchObject([{ code: 'invalid-option', file: 'iconloom.config.ts' }]);
      expect(problems[0]?.message).toContain('must be an object');
    },
  );
});

describe('an unknown key', () => {
  test.each([
    ['input', 'inputs'],
    ['keepgoing', 'keepGoing'],
    ['keep-going', 'keepGoing'],
    ['alias', 'aliases'],
    ['layout', 'layouts'],
    ['SVGO', 'svgo'],
    ['output', 'outputs'],
  ])('%s: %s is meant', (key, meant) => {
    const [problem] = problemsOf({ [key]: 'x' });
    expect(problem).toMatchObject({ code: 'unknown-option', file: 'iconloom.config.ts' });
    expect(problem?.message).toBe(`Unknown option '${key}'. Did you mean '${meant}'?`);
  });

  test('that is near to none gets the list of all', () => {
    const [problem] = problemsOf({ frobnicate: 1 });
    expect(problem?.message).toBe("Unknown option 'frobnicate'.");
    for (const key of Object.keys(OPTIONS)) expect(problem?.hint).toContain(key);
  });

  test.each(['toString', 'hasOwnProperty'])('%s is unknown, too', (key) => {
    expect(problemsOf({ [key]: 'x' })).toMatchObject([{ code: 'unknown-option' }]);
  });
});

test('all problems are told together', () => {
  const problems = problemsOf({ ouput: 1, names: 'x', keepGoing: 1, out: 'fine' });
  expect(problems.map(({ code }) => code)).toEqual([
    ...['unknown-option', 'invalid-option', 'invalid-option'],
  ]);
});
