import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { agreeingIcons, FIGMA, icon, LINE_ROOT } from '../lint/departures.ts';
import { jsonOf, run, runIn } from './run-cli.ts';

const FILES = { ...agreeingIcons(10), 'icons/odd.svg': FIGMA };
const SAYS = 'The drawing has the fixed color #1e1e1e; 10 of 11 icons follow the text color.';

const config = (options: object) => ({ 'iconloom.config.json': JSON.stringify(options) });
const lintOf = ({
  diagnostics,
}: {
  diagnostics: { severity: string; code: string; message: string }[];
}) =>
  diagnostics
    .filter(({ code, severity }) => code.startsWith('lint/') && severity === 'warning')
    .map(({ message }) => message);

describe('a build', () => {
  test('reports what check reports, also when nothing changed, and exits with 0', async () => {
    const first = await runIn(FILES, 'build', '--json');
    expect(first.code).toBe(0);
    expect(lintOf(jsonOf(first))).toEqual([SAYS]);
    const again = jsonOf(await run(first.cwd, 'build', '--json'));
    expect([again.worked, lintOf(again)]).toEqual([0, [SAYS]]);
    expect(lintOf(jsonOf(await run(first.cwd, 'check', '--json')))).toEqual([SAYS]);
  });

  test('names all icons of a kind in one place', async () => {
    const colors = ['#000', '#111', '#222', '#333'];
    const odd = colors.map((color) => [
      `icons/odd-${color.slice(1)}.svg`,
      icon(LINE_ROOT.replace('currentColor', color)),
    ]);
    const { stderr } = await runIn({ ...agreeingIcons(60), ...Object.fromEntries(odd) }, 'build');
    const heads = stderr.split('\n').filter((line) => line.includes('lint/colors'));
    expect(heads).toEqual([expect.stringMatching(/^4 warnings in 4 files: lint\/colors/)]);
    for (const [file] of odd) expect(stderr).toContain(`  ${file}:`);
  });

  test('changes its findings with the settings, and not its outputs', async () => {
    const { cwd } = await runIn(FILES, 'build');
    writeFileSync(join(cwd, 'iconloom.config.json'), '{"lint":{"preset":"none"}}');
    const off = jsonOf(await run(cwd, 'build', '--json'));
    expect([off.worked, lintOf(off)]).toEqual([0, []]);
    writeFileSync(join(cwd, 'iconloom.config.json'), '{}');
    expect(lintOf(jsonOf(await run(cwd, 'build', '--json')))).toEqual([SAYS]);
  });

  test('changes them with an icon', async () => {
    const { cwd } = await runIn(FILES, 'build');
    writeFileSync(join(cwd, 'icons/odd.svg'), FIGMA.replace('#1E1E1E', 'currentColor'));
    expect(lintOf(jsonOf(await run(cwd, 'build', '--json')))).toEqual([]);
    writeFileSync(join(cwd, 'icons/odd.svg'), FIGMA);
    expect(lintOf(jsonOf(await run(cwd, 'build', '--json')))).toEqual([SAYS]);
  });

  test.each([
    ['the option color', config({ color: 'currentColor' })],
    ['its metadata', { 'icons/odd.meta.json': '{"color":"currentColor"}' }],
    ['a suppression', { 'icons/odd.meta.json': '{"suppressions":{"colors":"Meant."}}' }],
  ])('accepts the color with %s', async (_, more) => {
    const { cwd, ...built } = await runIn({ ...FILES, ...more }, 'build', '--json');
    expect(lintOf(jsonOf(built))).toEqual([]);
    expect(lintOf(jsonOf(await run(cwd, 'check', '--json')))).toEqual([]);
  });
});

test('check --fix makes it follow the text color', async () => {
  const { code, cwd } = await runIn(FILES, 'check', '--fix');
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'icons/odd.svg'), 'utf8')).toBe(
    FIGMA.replace('#1E1E1E', 'currentColor'),
  );
});

describe('a baseline', () => {
  const BASELINE = 'iconloom.baseline.json';
  const STRICT = config({ lint: { maxWarnings: 0 } });

  test('hides known problems, and reports new ones', async () => {
    const { cwd, stdout, code } = await runIn(
      { ...FILES, ...STRICT },
      'check',
      '--update-baseline',
    );
    expect(code).toBe(0);
    expect(stdout).toContain(`  ${BASELINE} updated: 1 problem\n`);
    expect(readFileSync(join(cwd, BASELINE), 'utf8')).toBe(
      '{\n  "version": 1,\n  "problems": {\n    "icons/odd.svg": {\n      "colors": 1\n    }\n  }\n}\n',
    );
    const known = await run(cwd, 'check');
    expect([known.code, known.stdout]).toEqual([
      0,
      expect.stringMatching(/1 known problem in the baseline.*\nNo new problems\.\n$/s),
    ]);
    expect(lintOf(jsonOf(await run(cwd, 'build', '--json')))).toEqual([]);
    expect((await run(cwd, 'check', '--no-baseline')).code).toBe(1);

    writeFileSync(join(cwd, 'icons/new.svg'), icon(LINE_ROOT.replace('"2"', '"1"')));
    const beyond = await run(cwd, 'check', '--json');
    expect([beyond.code, lintOf(jsonOf(beyond))]).toEqual([
      1,
      ['A line is 1 px thick; 11 of 12 icons have 2 px.'],
    ]);
    expect(jsonOf(beyond).known).toHaveLength(1);
  });

  test('reports entries that are not needed, which an update removes', async () => {
    const old = {
      version: 1,
      problems: { 'icons/gone.svg': { colors: 2 }, 'icons/odd.svg': { colors: 1 } },
    };
    const { cwd, code, stdout } = await runIn(
      { ...FILES, ...STRICT, [BASELINE]: JSON.stringify(old) },
      'check',
    );
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining(`  1 entry of ${BASELINE} no longer needed`),
    ]);
    await run(cwd, 'check', '--update-baseline');
    expect(readFileSync(join(cwd, BASELINE), 'utf8')).not.toContain('gone');
  });

  test('keeps the entries of files that were not checked', async () => {
    const { cwd } = await runIn(FILES, 'check', '--update-baseline');
    await run(cwd, 'check', 'icons/even-a.svg', '--update-baseline');
    expect(readFileSync(join(cwd, BASELINE), 'utf8')).toContain('icons/odd.svg');
  });

  test('hides no errors of the build', async () => {
    const broken = { ...FILES, 'icons/broken.svg': '<svg viewBox="0 0 8 8"><g></svg>' };
    const { cwd, code } = await runIn(broken, 'check', '--update-baseline');
    expect(code).toBe(1);
    const problems = { 'icons/broken.svg': { 'parse-error': 9 } };
    writeFileSync(join(cwd, BASELINE), JSON.stringify({ version: 1, problems }));
    const { diagnostics } = jsonOf(await run(cwd, 'check', '--json'));
    expect(diagnostics.map(({ code: each }: { code: string }) => each)).toContain('parse-error');
  });

  test.each([
    ['that is newer', '{"version":9,"problems":[]}', 'it has version 9'],
    ['that is damaged', '{"version":1,', 'it is not a baseline'],
    [
      'with wrong counts',
      '{"version":1,"problems":{"a.svg":{"colors":-1}}}',
      'it is not a baseline',
    ],
    ['without version', '{"problems":{}}', 'it is not a baseline'],
  ])('%s is an error', async (_, text, reason) => {
    const { code, stderr } = await runIn({ ...FILES, [BASELINE]: text }, 'check');
    expect(code).toBe(2);
    expect(stderr).toContain(`The baseline cannot be used: ${reason}`);
    expect((await runIn({ ...FILES, [BASELINE]: text }, 'build')).code).toBe(0);
  });

  test('that the configuration names must exist', async () => {
    const named = config({ lint: { baseline: 'known.json' } });
    const { cwd, code, stderr } = await runIn({ ...FILES, ...named }, 'check');
    expect([code, stderr]).toEqual([2, expect.stringContaining('it does not exist')]);
    expect((await run(cwd, 'check', '--update-baseline')).code).toBe(0);
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toContain('"colors": 1');
  });

  test('is suppression in SARIF', async () => {
    const { cwd } = await runIn(FILES, 'check', '--update-baseline');
    const { runs } = jsonOf(await run(cwd, 'check', '--format', 'sarif'));
    const [result] = runs[0].results.filter(
      ({ ruleId }: { ruleId: string }) => ruleId === 'lint/colors',
    );
    expect(result.suppressions[0].justification).toBe(`Known problem in ${BASELINE}`);
  });
});
