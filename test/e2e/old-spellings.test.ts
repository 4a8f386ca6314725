import { describe, expect, test } from 'vitest';
import { checkIcons } from '../../src/pipeline/check.ts';
import { jsonOf, run, runIn } from './run-cli.ts';
import { square, temporaryFolder, writeTree } from './test-build.ts';

const ICONS = { 'icons/box.svg': square(4) };
const NO_DRIFT = ['--no-drift', '--preset', 'none'];

describe('a flag with on or off', () => {
  test.each([
    [['--verify', 'off'], '--verify off', '--no-verify'],
    [['--verify', 'false'], '--verify false', '--no-verify'],
    [['--verify=off'], '--verify off', '--no-verify'],
    [['--portable', 'off'], '--portable off', '--no-portable'],
    [['--portable', 'false'], '--portable false', '--no-portable'],
    [['--portable', 'on'], '--portable on', '--portable'],
    [['--portable=true'], '--portable true', '--portable'],
    [['--cache', 'off'], '--cache off', '--no-cache'],
    [['--cache=false'], '--cache false', '--no-cache'],
  ])('%j still works and is reported on stderr', async (flags, old, current) => {
    const { code, stdout, stderr } = await runIn(ICONS, 'build', 'icons', ...flags, '--json');
    expect(code).toBe(0);
    expect(stderr).toBe(`warning: '${old}' is deprecated. Use ${current} instead.\n`);
    expect(jsonOf({ code, stdout, stderr }).diagnostics).toEqual([]);
  });

  test.each([
    [['--verify', 'on']],
    [['--verify', 'strict']],
    [['--verify', '0.01']],
    [['--no-verify']],
    [['--portable']],
    [['--no-portable']],
    [['--no-cache']],
    [['--cache', 'my-cache']],
  ])('%j is current', async (flags) => {
    const { code, stderr } = await runIn(ICONS, 'build', 'icons', ...flags, '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('that follows -- is an input', async () => {
    const { code, stderr } = await runIn(
      ICONS,
      'build',
      '--json',
      '--',
      'icons',
      '--verify',
      'off',
    );
    expect(code).toBe(2);
    expect(stderr).not.toContain('deprecated');
  });

  test('--no-portable and --portable override the configuration', async () => {
    const config = (portable: boolean) => ({
      'iconloom.config.json': JSON.stringify({ portable, verify: false }),
    });
    const clipped = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><clipPath id="c"><circle cx="12" cy="12" r="9"/></clipPath><filter id="f"><feGaussianBlur stdDeviation="2"/></filter><path d="M0 0h24v24H0z" clip-path="url(#c)" filter="url(#f)"/></svg>`;
    const files = { 'icons/clipped.svg': clipped };
    const formOf = async (portable: boolean, ...flags: string[]) => {
      const { tree } = await runIn({ ...files, ...config(portable) }, 'build', ...flags);
      return tree('dist')['sprite.svg']?.includes('<image');
    };
    expect(await formOf(true)).toBe(true);
    expect(await formOf(true, '--no-portable')).toBe(false);
    expect(await formOf(false)).toBe(false);
    expect(await formOf(false, '--portable')).toBe(true);
  });
});

describe('the key check', () => {
  const configOf = (key: 'check' | 'lint') => ({
    'iconloom.config.json': JSON.stringify({
      [key]: { rules: { naming: 'error' }, maxWarnings: 0, drift: false },
    }),
  });
  const DEPRECATED = {
    code: 'option-deprecated',
    severity: 'info',
    file: 'iconloom.config.json',
    message: "Option 'check' is deprecated. It still works.",
    hint: "Rename 'check' to 'lint'.",
  };

  test('is an info, passes with no warnings allowed, and changes nothing else', async () => {
    const old = jsonOf(await runIn({ ...ICONS, ...configOf('check') }, 'check', '--json'));
    const current = jsonOf(await runIn({ ...ICONS, ...configOf('lint') }, 'check', '--json'));
    expect(current).toMatchObject({ ok: true, infos: 0, diagnostics: [] });
    expect(old).toEqual({
      ...{ ...current, infos: 1, diagnostics: [DEPRECATED] },
      seconds: expect.any(Number),
    });
  });

  test('still sets the rules, which flags override', async () => {
    const files = { 'icons/Frame 12.svg': square(4), ...configOf('check') };
    const { cwd, code } = await runIn(files, 'check');
    expect(code).toBe(1);
    const { code: without, stdout } = await run(cwd, 'check', '--preset', 'none', '--json');
    expect(without).toBe(1);
    expect(stdout).toContain('lint/naming');
  });

  test('is reported by build, from the cache too, and does not change the exit code', async () => {
    const { cwd, ...first } = await runIn({ ...ICONS, ...configOf('check') }, 'build', '--json');
    const again = await run(cwd, 'build', '--json');
    for (const result of [first, again]) {
      expect(result.code).toBe(0);
      expect(jsonOf(result).diagnostics).toEqual([DEPRECATED]);
    }
    writeTree(cwd, { 'icons/bad.svg': '<svg/>' });
    const { code } = await run(cwd, 'build', '--json');
    expect(code).toBe(1);
  });

  test('gives way to lint', async () => {
    const config = {
      check: { rules: { naming: 'error' as const } },
      lint: { preset: 'none' as const, drift: false },
    };
    const cwd = temporaryFolder();
    writeTree(cwd, { 'icons/Frame 12.svg': square(4) });
    const { diagnostics } = await checkIcons(config, { cwd });
    expect(diagnostics.map(({ code }) => code)).toEqual(['option-deprecated']);
  });

  test('that is wrong is an error about lint', async () => {
    const files = { ...ICONS, 'iconloom.config.json': '{ "check": { "presets": 1 } }' };
    const { code, stdout } = await runIn(files, 'check', '--json');
    expect(code).toBe(2);
    expect(stdout).toContain("Option 'lint' must be");
  });
});

describe('metadata and results', () => {
  test('exceptions means suppressions, and results have both names', async () => {
    const meta = { deprecated: {}, exceptions: { deprecations: 'There is nothing like it.' } };
    const cwd = temporaryFolder();
    writeTree(cwd, { ...ICONS, 'icons/box.meta.json': JSON.stringify(meta) });
    const lint = { preset: 'none', rules: { deprecations: 'error' }, drift: false } as const;
    const result = await checkIcons({ lint }, { cwd });
    expect(result.diagnostics).toEqual([]);
    expect(result.suppressed).toMatchObject([{ reason: 'There is nothing like it.' }]);
    expect(result.excepted).toBe(result.suppressed);
    expect(result.mended).toBe(result.fixed);
    writeTree(cwd, { 'iconloom.config.json': JSON.stringify({ lint }) });
    const json = jsonOf(await run(cwd, 'check', '--json'));
    expect(json.suppressed).toHaveLength(1);
    expect(json).toMatchObject({ excepted: json.suppressed, mended: json.fixed });
  });
});

test('false still means none', async () => {
  const config = JSON.stringify({ split: false, catalog: false });
  const files = { ...ICONS, 'iconloom.config.json': config };
  const { code, stderr, tree } = await runIn(files, 'build', '--silent');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const current = await runIn(
    { ...ICONS, 'iconloom.config.json': '{ "split": "none", "catalog": "none" }' },
    ...['build', '--silent'],
  );
  expect(tree('dist')).toEqual(current.tree('dist'));
  const bySplit = { ...ICONS, 'iconloom.config.json': '{ "split": "folder" }' };
  const flag = await runIn(bySplit, 'build', '--silent', '--split', 'none');
  expect(Object.keys(flag.tree('dist'))).toEqual(Object.keys(tree('dist')));
});

test('the key $schema is for editors alone', async () => {
  const config = '{ "$schema": "./node_modules/iconloom/dist/config.schema.json" }';
  const { code, stderr } = await runIn({ ...ICONS, 'iconloom.config.json': config }, 'build');
  expect(code).toBe(0);
  expect(stderr).not.toContain('$schema');
});

test('flags of check with the key check reach it', async () => {
  const files = { ...ICONS, 'iconloom.config.json': '{ "check": { "drift": true } }' };
  const { code } = await runIn(files, 'check', ...NO_DRIFT);
  expect(code).toBe(0);
});
