import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CatalogIcon } from '../../src/emit/catalog-format.ts';
import { jsonOf, run, runIn, runWith } from './run-cli.ts';
import { readTree, square, writeTree } from './test-build.ts';

const BROKEN = '<svg viewBox="0 0 8 8">\n  <g>\n</svg>\n';
const ICONS = { 'icons/box.svg': square(20), 'icons/lid.svg': square(12) };

/** Configuration with no rule but these. */
const only = (rules: object, more: object = {}) => ({
  'iconloom.config.json': JSON.stringify({ lint: { preset: 'none', rules, ...more } }),
});

const deprecatedWithoutUse = { 'icons/box.meta.json': '{ "deprecated": {} }' };

describe('check', () => {
  test('of good icons: exit code 0, nothing written', async () => {
    const { code, stdout, stderr, cwd } = await runIn({ ...ICONS, ...only({}) }, 'check');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^2 icons checked in \d+\.\d\d s, 1 info message with --verbose\n.*\nNo problems\.\n$/,
    );
    expect(Object.keys(readTree(cwd)).filter((path) => !path.startsWith('.'))).toEqual(
      [...['icons/box.svg', 'icons/lid.svg', 'iconloom.config.json']].sort(),
    );
  });

  test('tells of what a rule finds: exit code 1', async () => {
    const { code, stdout } = await runIn(
      { ...ICONS, ...deprecatedWithoutUse, ...only({ deprecations: 'error' }) },
      'check',
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^icons\/box\.svg error lint\/deprecations {2}'box' is deprecated, but its metadata does not say .+\n {2}fix: .+\n2 icons checked .+\n.+\n1 error in 1 file\.\n$/,
    );
  });

  test('tells of the problems of a build and of rules together', async () => {
    const files = { ...ICONS, ...deprecatedWithoutUse, 'icons/a.svg': BROKEN };
    const result = await runIn(
      { ...files, ...only({ deprecations: 'warning' }) },
      'check',
      '--json',
    );
    expect(result.code).toBe(1);
    const { ok, icons, errors, warnings, diagnostics } = jsonOf(result);
    expect({ ok, icons, errors, warnings }).toEqual({
      ok: false,
      icons: 2,
      errors: 1,
      warnings: 1,
    });
    expect(diagnostics.map(({ file, code }: never) => [file, code])).toEqual([
      ['icons/a.svg', 'parse-error'],
      ['icons/box.svg', 'lint/deprecations'],
    ]);
  });

  test('with a wrong rule: exit code 2, in each format', async () => {
    const { cwd, code, stderr } = await runIn({ ...ICONS, ...only({ namming: 'error' }) }, 'check');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^iconloom\.config\.json error unknown-rule {2}Unknown rule 'namming'\. Did you mean 'naming'\?/,
    );
    for (const format of ['json', 'github', 'sarif']) {
      const other = await run(cwd, 'check', '--format', format);
      expect(other).toMatchObject({ code: 2, stderr: '' });
      expect(other.stdout).toContain('unknown-rule');
    }
  });

  test.each([
    [['--format', 'githb'], 'Allowed choices are pretty, json, github, sarif, html.'],
    [['--max-warnings', '-1'], 'It must be a whole number, 0 or greater.'],
    [['--preset', 'stric'], 'Allowed choices are recommended, strict, none.'],
    [['--out', 'dist', 'nowhere'], "The input 'nowhere' matches no SVG files."],
  ])('called wrong (%j): exit code 2', async (args, message) => {
    const { code, stderr } = await runIn(ICONS, 'check', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('with more warnings than are allowed: exit code 1', async () => {
    const files = { ...ICONS, ...deprecatedWithoutUse };
    const { cwd, code } = await runIn(
      { ...files, ...only({ deprecations: 'warning' }, { maxWarnings: 1 }) },
      'check',
    );
    expect(code).toBe(0);
    const { code: strict, stdout } = await run(cwd, 'check', '--max-warnings', '0');
    expect(strict).toBe(1);
    expect(stdout).toContain('\n1 warning in 1 file. The maximum is 0 warnings.\n');
  });

  test('sets aside what metadata suppresses', async () => {
    const meta = { deprecated: {}, suppressions: { deprecations: 'There is nothing like it.' } };
    const files = { ...ICONS, 'icons/box.meta.json': JSON.stringify(meta) };
    const result = await runIn({ ...files, ...only({ deprecations: 'error' }) }, 'check', '--json');
    expect(result.code).toBe(0);
    expect(jsonOf(result).suppressed).toMatchObject([
      { code: 'lint/deprecations', file: 'icons/box.svg', reason: 'There is nothing like it.' },
    ]);
  });

  test('asks for a reason', async () => {
    const meta = { 'icons/box.meta.json': '{ "suppressions": { "naming": " " } }' };
    const { code, stdout } = await runIn({ ...ICONS, ...meta }, 'check');
    expect(code).toBe(1);
    expect(stdout).toContain(
      "meta-invalid  The metadata is invalid: 'suppressions.naming': The reason is missing.",
    );
  });
});

describe('drift', () => {
  test('names the command, with the inputs and the options of the call', async () => {
    const options = ['--out', 'o ut', '--layout', 'css,view', '--no-portable', '--keep-going'];
    const { cwd } = await runIn(ICONS, 'build', 'icons', ...options);
    writeTree(cwd, { 'icons/box.svg': square(8) });
    const { code, stdout } = await run(cwd, 'check', 'icons', '--preset', 'none', ...options);
    expect(code).toBe(1);
    const command =
      "npx iconloom build icons --out 'o ut' --layout css,view --no-portable --keep-going";
    expect(stdout).toContain(`  fix: Run ${command}, and commit the result.\n`);
    expect((await run(cwd, 'check', 'icons', '--no-drift', ...options)).code).toBe(0);
  });
});

describe('--fix', () => {
  // Without a viewBox: the rule's fix puts one in.
  const LOOSE =
    '<svg xmlns="http://www.w3.org/2000/svg"  width="24" height="24">\r\n\t<path d="M0 0h9v9H0z" />\r\n</svg>\r\n';
  const rule = only({ 'view-box': 'error' });

  test('mends the drawing, and nothing else in it', async () => {
    const bytes = Buffer.from(`\ufeff${LOOSE}`);
    const { cwd, code } = await runIn(
      { ...ICONS, ...rule, 'icons/loose.svg': bytes as unknown as string },
      'check',
    );
    expect(code).toBe(1);
    expect(readFileSync(join(cwd, 'icons/loose.svg'))).toEqual(bytes);

    const fixed = await run(cwd, 'check', '--fix');
    expect(fixed.code).toBe(0);
    expect(fixed.stdout).toMatch(
      /^icons\/loose\.svg fixed lint\/view-box {2}The drawing has no viewBox/,
    );
    expect(fixed.stdout).toMatch(
      /\n3 icons checked in .*, 1 problem fixed\b[\s\S]*\nNo problems\.\n$/,
    );
    const after = readFileSync(join(cwd, 'icons/loose.svg'), 'utf8');
    expect(after.replace(/ viewBox="0 0 24 24"/, '')).toBe(`\ufeff${LOOSE}`);
    expect((await run(cwd, 'check', '--fix')).stdout).not.toContain('fixed');
  });

  test('leaves drawings alone where nothing can be mended', async () => {
    const { cwd } = await runIn({ ...ICONS, ...rule }, 'check', '--fix');
    expect(readTree(join(cwd, 'icons'))).toEqual({ 'box.svg': square(20), 'lid.svg': square(12) });
  });
});

describe('formats', () => {
  const files = { ...ICONS, ...deprecatedWithoutUse, ...only({ deprecations: 'error' }) };

  test('github annotates the file', async () => {
    const { cwd } = await runIn(files, 'check');
    const variables = { GITHUB_WORKSPACE: '' };
    const { code, stdout } = await runWith(
      variables,
      cwd,
      'check',
      '--format',
      'github',
      '--no-drift',
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^::error file=icons\/box\.svg,title=lint\/deprecations::'box' is deprecated/,
    );
  });

  test('html is the page of the catalog, with what rules found beside the icon', async () => {
    const { code, stdout, stderr, tree } = await runIn(files, 'check', '--format', 'html');
    expect({ code, stderr, written: tree('dist') }).toEqual({ code: 1, stderr: '', written: {} });
    expect(stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/i);
    const [, data = ''] = /id="catalog--data">([\s\S]*?)<\/script>/.exec(stdout) ?? [];
    const { icons } = JSON.parse(data);
    const problems = icons.map(({ name, problems: own }: CatalogIcon) => [name, ...own]);
    expect(problems).toMatchObject([
      ['box', { code: 'lint/deprecations', severity: 'error' }],
      ['lid'],
    ]);
    expect(stdout).toContain('<symbol id="box"');
  });

  test('html leaves what kept a check from being made to standard error', async () => {
    const { code, stdout, stderr } = await runIn({}, 'check', 'missing', '--format', 'html');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('missing');
  });

  test('sarif is one JSON document', async () => {
    const result = await runIn(files, 'check', '--format', 'sarif', '--no-drift');
    expect(result.code).toBe(1);
    expect(jsonOf(result).runs[0].results).toMatchObject([{ ruleId: 'lint/deprecations' }]);
  });
});
