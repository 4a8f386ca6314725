import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { UserConfig } from '../../src/config/types.ts';
import { build } from '../../src/pipeline/build.ts';
import { type CheckResult, checkIcons } from '../../src/pipeline/check.ts';
import { square, temporaryFolder, writeTree } from './test-build.ts';

const ICONS = { 'icons/box.svg': square(20), 'icons/lid.svg': square(12) };
const BROKEN = '<svg viewBox="0 0 8 8">\n  <g>\n</svg>\n';

/** A new folder with two icons, built or not. */
async function folder({ isBuilt = true, config = {} as UserConfig } = {}): Promise<string> {
  const cwd = temporaryFolder();
  writeTree(cwd, ICONS);
  if (isBuilt) await build(config, { cwd });
  return cwd;
}

/** A check of nothing but the outputs. */
function check(cwd: string, drift?: boolean, more: UserConfig = {}): Promise<CheckResult> {
  const settings = { preset: 'none', ...(drift !== undefined && { drift }) } as const;
  return checkIcons({ ...more, lint: settings }, { cwd, command: 'npm run icons' });
}

const told = ({ diagnostics }: CheckResult) =>
  diagnostics.map(({ file, severity, code }) => `${file} ${severity} ${code}`);

describe('outputs', () => {
  test('are as they should be after a build, also without the cache', async () => {
    const cwd = await folder();
    for (const cache of [true, false]) {
      const result = await check(cwd, true, { cache });
      expect([told(result), result.drift]).toEqual([[], []]);
    }
  });

  test('that differ, miss or are new are named, with the command that mends it', async () => {
    const cwd = await folder();
    writeTree(cwd, { 'icons/box.svg': square(8), 'dist/icons.js': 'changed', 'dist/own.txt': '' });
    rmSync(join(cwd, 'dist/icons.d.ts'));
    const { drift, diagnostics } = await check(cwd);
    expect(drift).toEqual([
      { path: 'sprite.svg', status: 'written' },
      { path: 'icons.js', status: 'written' },
      { path: 'icons.d.ts', status: 'written' },
      { path: 'manifest.json', status: 'written' },
    ]);
    expect(diagnostics).toEqual([
      {
        code: 'outputs-stale',
        severity: 'error',
        file: 'dist/sprite.svg',
        message:
          'The outputs in dist are out of date: sprite.svg, icons.js and manifest.json differ, icons.d.ts is missing.',
        hint: 'Run npm run icons, and commit the result.',
      },
    ]);
    expect(readFileSync(join(cwd, 'dist/icons.js'), 'utf8')).toBe('changed');
  });

  test('are compared byte by byte', async () => {
    const cwd = await folder();
    const sprite = join(cwd, 'dist/sprite.svg');
    writeFileSync(sprite, `${readFileSync(sprite, 'utf8')}\n`);
    expect((await check(cwd)).drift).toEqual([{ path: 'sprite.svg', status: 'written' }]);
  });

  test('that no build would write any more are named', async () => {
    const cwd = await folder({ config: { layouts: 'css' } });
    const [problem] = (await check(cwd)).diagnostics;
    expect(problem?.message).toContain('sprite-css.css and sprite-css.svg are left over');
  });

  test('that never were are no error, unless they are asked for', async () => {
    const cwd = await folder({ isBuilt: false });
    expect(told(await check(cwd))).toEqual(['dist info outputs-missing']);
    const [problem] = (await check(cwd, true)).diagnostics;
    expect(problem).toMatchObject({ severity: 'error', code: 'outputs-stale' });
    expect(problem?.message).toContain('icons.d.ts and manifest.json are missing');
  });

  test("in a folder with another program's manifest are not looked at, unless they are asked for", async () => {
    const cwd = await folder({ isBuilt: false });
    writeTree(cwd, { 'dist/manifest.json': '{}' });
    expect(told(await check(cwd))).toEqual(['dist info outputs-missing']);
    await expect(check(cwd, true)).rejects.toMatchObject({ code: 'ICONLOOM_USAGE' });
  });

  test('that git ignores are no error, unless they are asked for', async () => {
    const cwd = await folder();
    execFileSync('git', ['init', '--quiet'], { cwd });
    writeTree(cwd, { '.gitignore': 'dist\n', 'icons/box.svg': square(8) });
    expect(told(await check(cwd))).toEqual(['dist/sprite.svg info outputs-uncommitted']);
    expect(told(await check(cwd, true))).toEqual(['dist/sprite.svg error outputs-stale']);
  });

  test('are not looked at where that is turned off', async () => {
    const cwd = await folder();
    writeTree(cwd, { 'icons/box.svg': square(8) });
    expect(await check(cwd, false)).toMatchObject({ diagnostics: [], drift: [] });
  });

  test('are not looked at where icons have errors, since a build would write nothing', async () => {
    const cwd = await folder();
    writeTree(cwd, { 'icons/box.svg': BROKEN });
    expect(told(await check(cwd))).toEqual(['icons/box.svg error parse-error']);
  });

  test('of the good icons are looked at with keepGoing', async () => {
    const cwd = await folder();
    writeTree(cwd, { 'icons/box.svg': BROKEN });
    expect(told(await check(cwd, undefined, { keepGoing: true }))).toEqual([
      ...['icons/box.svg error parse-error', 'dist/sprite.svg error outputs-stale'],
    ]);
  });
});
