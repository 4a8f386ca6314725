import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonOf, run, runIn, runWith } from './run-cli.ts';
import { readTree, square, writeTree } from './test-build.ts';

const BROKEN = '<svg viewBox="0 0 8 8">\n  <g>\n</svg>\n';
const ICONS = { 'icons/box.svg': square(20), 'icons/lid.svg': square(12) };

/** Configuration with no rule but these. */
const only = (rules: object, more: object = {}) => ({
  'iconloom.config.json': JSON.stringify({ check: { preset: 'none', rules, ...more } }),
});

const deprecatedWithoutUse = { 'icons/box.meta.json': '{ "deprecated": {} }' };

describe('check', () => {
  test('of good icons: exit code 0, nothing written', async () => {
    const { code, stdout, stderr, cwd } = await runIn({ ...ICONS, ...only({}) }, 'check');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^2 icons: nothing to mend, 1 more with --verbose in \d+\.\d\d s\n/);
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
      /^icons\/box\.svg error lint\/deprecations {2}'box' is deprecated, and nothing says .+\n {2}fix: .+\n2 icons: 1 error, /,
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
      /^iconloom\.config\.json error unknown-rule {2}There is no rule 'namming'\. Did you mean 'naming'\?/,
    );
    for (const format of ['json', 'github', 'sarif']) {
      const other = await run(cwd, 'check', '--format', format);
      expect(other).toMatchObject({ code: 2, stderr: '' });
      expect(other.stdout).toContain('unknown-rule');
    }
  });

  test.each([
    [['--format', 'githb'], 'Allowed choices are pretty, json, github, sarif.'],
    [['--max-warnings', '-1'], 'It must be a whole number from 0.'],
    [['--preset', 'stric'], 'Allowed choices are recommended, strict, none.'],
    [['--out', 'dist', 'nowhere'], "The input 'nowhere' matches no SVG file."],
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
    expect(stdout).toContain('too many warnings: 1, where at most 0 are allowed');
  });

  test('sets aside what metadata makes an exception for', async () => {
    const meta = { deprecated: {}, exceptions: { deprecations: 'There is nothing like it.' } };
    const files = { ...ICONS, 'icons/box.meta.json': JSON.stringify(meta) };
    const result = await runIn({ ...files, ...only({ deprecations: 'error' }) }, 'check', '--json');
    expect(result.code).toBe(0);
    expect(jsonOf(result).excepted).toMatchObject([
      { code: 'lint/deprecations', file: 'icons/box.svg', reason: 'There is nothing like it.' },
    ]);
  });

  test('asks for a reason', async () => {
    const meta = { 'icons/box.meta.json': '{ "exceptions": { "naming": " " } }' };
    const { code, stdout } = await runIn({ ...ICONS, ...meta }, 'check');
    expect(code).toBe(1);
    expect(stdout).toContain("meta-invalid  The metadata is not valid: 'exceptions.naming': ");
  });
});

describe('drift', () => {
  const built = async () => {
    const { cwd } = await runIn({ ...ICONS, ...only({}) }, 'build');
    return cwd;
  };

  test('is none after a build, also without the cache', async () => {
    const cwd = await built();
    for (const args of [[], ['--no-cache']]) {
      expect(await run(cwd, 'check', ...args)).toMatchObject({ code: 0 });
    }
  });

  test('names the files, and the command that mends it', async () => {
    const cwd = await built();
    writeTree(cwd, { 'icons/box.svg': square(8), 'dist/icons.js': 'changed', 'dist/own.txt': '' });
    rmSync(join(cwd, 'dist/icons.d.ts'));
    const result = await run(cwd, 'check', '--json');
    expect(result.code).toBe(1);
    const { drift, diagnostics } = jsonOf(result);
    expect(drift).toEqual([
      { path: 'sprite.svg', status: 'written' },
      { path: 'icons.js', status: 'written' },
      { path: 'icons.d.ts', status: 'written' },
      { path: 'manifest.json', status: 'written' },
    ]);
    expect(diagnostics).toMatchObject([
      {
        code: 'outputs-stale',
        file: 'dist/sprite.svg',
        message:
          'The outputs in dist are not what a build would write now: sprite.svg, icons.js and manifest.json differ, icons.d.ts is missing.',
        hint: 'Run npx iconloom build, and commit what it writes.',
      },
    ]);
    expect(readFileSync(join(cwd, 'dist/icons.js'), 'utf8')).toBe('changed');
  });

  test('the command has the inputs and the options of the call', async () => {
    const { cwd } = await runIn(ICONS, 'build', 'icons', '--out', 'o ut', '--layout', 'css,view');
    const args = ['--out', 'o ut', '--layout', 'css,view', '--portable', 'off', '--keep-going'];
    const { stdout } = await run(cwd, 'check', 'icons', '--preset', 'none', ...args);
    const command =
      "npx iconloom build icons --out 'o ut' --layout css,view --portable off --keep-going";
    expect(stdout).toContain(`Run ${command}, and commit`);
  });

  test('with one byte more is seen', async () => {
    const cwd = await built();
    const sprite = join(cwd, 'dist/sprite.svg');
    writeFileSync(sprite, `${readFileSync(sprite, 'utf8')}\n`);
    expect((await run(cwd, 'check')).stdout).toContain('write now: sprite.svg differs.');
  });

  test('a file that no icon needs any more is told', async () => {
    const { cwd } = await runIn(ICONS, 'build', '--layout', 'css');
    const { stdout } = await run(cwd, 'check', '--preset', 'none');
    expect(stdout).toContain('sprite-css.css and sprite-css.svg are left over');
  });

  test('where nothing was built is no error, unless it is asked for', async () => {
    const { cwd, code, stdout } = await runIn({ ...ICONS, ...only({}) }, 'check');
    expect(code).toBe(0);
    expect(stdout).toContain('\n  There is no build in dist to compare with.\n');
    const asked = await run(cwd, 'check', '--drift');
    expect(asked.code).toBe(1);
    expect(asked.stdout).toContain(
      'sprite.svg, icons.js, icons.d.ts and manifest.json are missing',
    );
  });

  test("of a folder with another program's manifest is not looked at", async () => {
    const files = { ...ICONS, ...only({}), 'dist/manifest.json': '{}' };
    const { cwd, code } = await runIn(files, 'check');
    expect(code).toBe(0);
    expect((await run(cwd, 'check', '--drift')).code).toBe(2);
  });

  test('of a folder that git ignores is no error, unless it is asked for', async () => {
    const cwd = await built();
    execFileSync('git', ['init', '--quiet'], { cwd });
    writeTree(cwd, { '.gitignore': 'dist\n', 'icons/box.svg': square(8) });
    const { code, stdout } = await run(cwd, 'check');
    expect(code).toBe(0);
    expect(stdout).toContain('The outputs in dist, which git ignores, are not what');
    expect((await run(cwd, 'check', '--drift')).code).toBe(1);
  });

  test('is not looked at where it is turned off', async () => {
    const cwd = await built();
    writeTree(cwd, { 'icons/box.svg': square(8) });
    expect((await run(cwd, 'check', '--no-drift')).code).toBe(0);
  });

  test('is not looked at where icons have errors, since a build would write nothing', async () => {
    const cwd = await built();
    writeTree(cwd, { 'icons/box.svg': BROKEN });
    const { drift, errors } = jsonOf(await run(cwd, 'check', '--json'));
    expect({ drift, errors }).toEqual({ drift: [], errors: 1 });
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
      /^icons\/loose\.svg mended lint\/view-box {2}The drawing has no viewBox/,
    );
    expect(fixed.stdout).toMatch(/\n3 icons: nothing to mend, 1 mended, /);
    const after = readFileSync(join(cwd, 'icons/loose.svg'), 'utf8');
    expect(after.replace(/ viewBox="0 0 24 24"/, '')).toBe(`\ufeff${LOOSE}`);
    expect((await run(cwd, 'check', '--fix')).stdout).not.toContain('mended');
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

  test('sarif is one JSON document', async () => {
    const result = await runIn(files, 'check', '--format', 'sarif', '--no-drift');
    expect(result.code).toBe(1);
    expect(jsonOf(result).runs[0].results).toMatchObject([{ ruleId: 'lint/deprecations' }]);
  });
});
