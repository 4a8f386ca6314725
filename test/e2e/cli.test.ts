import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { SizeComparison } from '../../src/cli/report/compare-sizes.ts';
import { jsonOf, run, runIn, runWith } from './run-cli.ts';
import { namesIn, readTree, square, temporaryFolder, writeTree } from './test-build.ts';

const JS_OUTPUTS = ['icons.d.ts', 'icons.js', 'manifest.json', 'sprite.svg'];
const TWO_ICONS = { 'icons/box.svg': square(8), 'icons/nav/menu.svg': square(4) };
const BROKEN = '<svg viewBox="0 0 8 8">\n  <g>\n</svg>\n';
const WARNED = square(8).replace('<path', '<use href="a.svg#b"/><path');

describe('build', () => {
  test('without arguments and configuration builds icons into dist', async () => {
    const { code, stdout, stderr, tree } = await runIn(TWO_ICONS, 'build');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(Object.keys(tree('dist'))).toEqual(JS_OUTPUTS);
    expect(namesIn(tree('dist'))).toEqual(['box', 'nav-menu']);
    expect(stdout).toMatch(/^2 icons → sprite\.svg\n/);
  });

  test('takes inputs and --out', async () => {
    const { code, tree } = await runIn(
      { 'art/box.svg': square(8), 'more/lid.svg': square(4), 'icons/no.svg': square(2) },
      ...['build', 'art', 'more/*.svg', '-o', 'out/sprites'],
    );
    expect(code).toBe(0);
    expect(namesIn(tree('out/sprites'))).toEqual(['box', 'lid']);
    expect(tree('dist')).toEqual({});
  });

  test('sums up icons, sizes before and after, and time', async () => {
    const { stdout } = await runIn(TWO_ICONS, 'build');
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[1]).toMatch(/^ +2 files → +1 sprite$/);
    expect(lines[2]).toMatch(/^ {2}raw +[\d.]+ k?B → +[\d.]+ k?B {2}[+−][\d.]+ %$/);
    expect(lines[3]).toMatch(/^ {2}gzip +[\d.]+ k?B → +[\d.]+ k?B /);
    expect(lines[4]).toMatch(/^ {2}brotli +[\d.]+ k?B → +[\d.]+ k?B /);
    expect(lines[5]).toMatch(/^ {2}4 files written in \d+\.\d\d s$/);
  });

  test('names the first five of many sprites', async () => {
    const files = [1, 2, 3, 4, 5, 6, 7].map((at) => [`icons/f${at}/box.svg`, square(at)] as const);
    const { stdout } = await runIn(Object.fromEntries(files), 'build', '--split', 'folder');
    expect(stdout).toMatch(/^7 icons → f1\.svg, f2\.svg, f3\.svg, f4\.svg, f5\.svg and 2 more\n/);
  });

  test('tells on the second run that nothing changed', async () => {
    const { cwd } = await runIn(TWO_ICONS, 'build');
    expect((await run(cwd, 'build')).stdout).toContain('no files written, 4 unchanged');
  });

  test('a bad icon: exit code 1, the place and the fix, nothing written', async () => {
    const { code, stdout, stderr, tree } = await runIn(
      { ...TWO_ICONS, 'icons/foo.svg': BROKEN },
      'build',
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      'icons/foo.svg:3:6 error parse-error  Cannot parse the XML: Unexpected close tag.\n' +
        '  fix: Fix the file at this position, or export the icon again.\n' +
        '1 error\nNothing written. Fix 1 error in icons/foo.svg, or use --keep-going.\n',
    );
    expect(tree('dist')).toEqual({});
  });

  test('--keep-going ends with what was left out, below the summary', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { ...TWO_ICONS, 'icons/foo.svg': BROKEN, 'icons/warned.svg': WARNED });
    const { code, stdout, stderr } = await run(cwd, 'build', '--keep-going');
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringMatching(/^3 icons → /) });
    expect(stderr).toMatch(
      /^icons\/warned\.svg:.* warning .*\n.*\nicons\/foo\.svg:.* error .*\n.*\n1 error, 1 warning\nLeft out icons\/foo\.svg\. The other 3 icons are in the output\. Fix its 1 error\.\n$/,
    );
    const dry = await run(cwd, 'build', '--keep-going', '--dry-run');
    expect(dry.stderr).toContain('The other 3 icons would be in the output.');
  });

  test('--keep-going is not proposed if it does not help', async () => {
    const all = await runIn({ 'icons/foo.svg': BROKEN }, 'build');
    expect(all.stderr).toMatch(/\nNothing written\. Fix 1 error in icons\/foo\.svg\.\n$/);
    const config = await runIn(
      { ...TWO_ICONS, 'iconloom.config.json': '{ "a": 1, "b": 2 }' },
      'build',
    );
    expect(config.stderr).toMatch(
      /\nNothing written\. Fix 2 errors in iconloom\.config\.json\.\n$/,
    );
    const call = await runIn(TWO_ICONS, 'build', '--names', 'jsx');
    expect(call.stderr).toMatch(/\n1 error\nNothing written\.\n$/);
    const going = await runIn({ 'icons/foo.svg': BROKEN }, 'build', '--keep-going');
    expect(going.stderr).not.toContain('or use');
  });

  test('a bad icon leaves the last output whole', async () => {
    const { cwd, tree } = await runIn(TWO_ICONS, 'build');
    const before = tree('dist');
    writeTree(cwd, { 'icons/foo.svg': BROKEN, 'icons/box.svg': square(1) });
    expect((await run(cwd, 'build')).code).toBe(1);
    expect(tree('dist')).toEqual(before);
  });

  test('a missing input: exit code 2', async () => {
    const { code, stderr } = await runIn(TWO_ICONS, 'build', 'icon');
    expect(code).toBe(2);
    expect(stderr).toContain("error input-empty  The input 'icon' matches no SVG files.");
  });

  test('no folder icons and no configuration: exit code 2', async () => {
    const { code, stderr } = await runIn({}, 'build');
    expect(code).toBe(2);
    expect(stderr).toContain("The input 'icons' matches no SVG files.");
  });

  test('a warning is told and the exit code is 0', async () => {
    const { code, stderr, tree } = await runIn({ 'icons/box.svg': WARNED }, 'build');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^icons\/box\.svg:1:\d+ warning outside-reference {2}.+\n {2}fix: .+\n/);
    expect(stderr).toMatch(/\n1 warning\n$/);
    expect(Object.keys(tree('dist'))).toEqual(JS_OUTPUTS);
  });

  test('errors and warnings are told together and counted', async () => {
    const { stderr } = await runIn(
      { 'icons/a.svg': BROKEN, 'icons/b.svg': BROKEN, 'icons/c.svg': WARNED },
      'build',
    );
    expect(stderr.match(/^icons\/[abc]\.svg/gm)).toEqual([
      ...['icons/c.svg', 'icons/a.svg', 'icons/b.svg'],
    ]);
    expect(stderr).toMatch(
      /\n2 errors, 1 warning\nNothing written\. Fix 2 errors in 2 files, or use --keep-going\.\n$/,
    );
  });

  test('control characters in the name of a file do not reach the terminal', async () => {
    const { stderr } = await runIn({ 'icons/\u001b[31mred.svg': BROKEN }, 'build');
    expect(stderr).toContain('icons/\ufffd[31mred.svg:3:6');
    expect(stderr).not.toContain('\u001b');
  });

  test('--dry-run tells what would be written and writes nothing', async () => {
    const { code, stdout, cwd } = await runIn(TWO_ICONS, 'build', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('dry run: nothing written');
    expect(stdout).toContain('4 files to be written');
    expect(readTree(cwd)).toEqual(TWO_ICONS);
  });

  test('measures only what it can read again: no compressed sizes of Iconify packages', async () => {
    const set = { icons: { box: { body: '<path d="M0 0h8v8H0z"/>' } } };
    const { stdout } = await runIn(
      {
        'tiny.json': JSON.stringify(set),
        'iconloom.config.json': JSON.stringify({ inputs: { from: './tiny.json' } }),
      },
      'build',
    );
    expect(stdout).toMatch(/^ {2}raw /m);
    expect(stdout).not.toMatch(/gzip|brotli/);
  });

  test.each([
    { variables: {}, colored: false },
    { variables: { CI: 'true' }, colored: false },
    { variables: { CI: 'true', FORCE_COLOR: '0' }, colored: false },
    { variables: { FORCE_COLOR: '1' }, colored: true },
  ])('what a script reads is colored: $colored, with $variables', async (each) => {
    const cwd = temporaryFolder();
    writeTree(cwd, { 'icons/a.svg': '<svg' });
    const { code, stderr } = await runWith(each.variables, cwd, 'build');
    expect({ code, colored: stderr.includes('\u001b[') }).toEqual({
      code: 1,
      colored: each.colored,
    });
  });

  test('--silent prints nothing when all is well, and no warnings', async () => {
    const { code, stdout, stderr } = await runIn({ 'icons/a.svg': WARNED }, 'build', '--silent');
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('--silent prints errors', async () => {
    const { code, stdout, stderr } = await runIn(
      { 'icons/a.svg': WARNED, 'icons/b.svg': BROKEN },
      ...['build', '--silent'],
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^icons\/b\.svg:3:6 error parse-error .*\n {2}fix: .*\n1 error\nNothing written\. .*\n$/,
    );
  });

  test('--verbose prints a line for each icon and file', async () => {
    const { stdout } = await runIn(TWO_ICONS, 'build', '--verbose');
    expect(stdout).toMatch(/^ {2}box {2}\d+ B → \d+ B\n {2}nav-menu {2}\d+ B → \d+ B\n/);
    for (const file of JS_OUTPUTS) expect(stdout).toContain(`  written   ${file}\n`);
  });

  test('--verbose prints the time of each stage', async () => {
    const { stdout } = await runIn(TWO_ICONS, 'build', '--verbose');
    for (const stage of ['find', 'snapshot', 'icons', 'write', 'save']) {
      expect(stdout).toMatch(new RegExp(`^ {2}${stage} +\\d+\\.\\d ms$`, 'm'));
    }
  });

  test('--verbose prints how many icons were rendered to verify them', async () => {
    const half = square(8).replace('<path', '<rect width="50%" height="9"/><path');
    const files = { ...TWO_ICONS, 'icons/half.svg': half };
    const { stdout } = await runIn(files, 'build', '--verbose');
    expect(stdout).toContain('\n  rendered  1 of 3 icons, the others are equal by geometry\n');
    const unverified = await runIn(files, 'build', '--verbose', '--no-verify');
    expect(unverified.stdout).not.toContain('rendered');
  });

  test('--profile writes a trace of stages and icons', async () => {
    const { code, tree } = await runIn(TWO_ICONS, 'build', '--profile', 'trace/t.json');
    expect(code).toBe(1);
    const built = await runIn(TWO_ICONS, 'build', '--no-cache', '--profile', 't.json');
    expect([built.code, tree('trace')]).toEqual([0, {}]);
    const { traceEvents } = JSON.parse(built.tree('.')['t.json'] ?? '');
    const named = traceEvents.map(
      ({ cat, name }: { cat: string; name: string }) => `${cat} ${name}`,
    );
    expect(named).toEqual(
      expect.arrayContaining(['stage find', 'icon icons/box.svg', 'stage write']),
    );
    for (const { ts, dur } of traceEvents) expect(Math.min(ts, dur)).toBeGreaterThanOrEqual(0);
  });

  test('--no-cache works on every icon anew', async () => {
    const { cwd } = await runIn(TWO_ICONS, 'build', '--no-cache');
    expect(readdirSync(cwd)).toEqual(['dist', 'icons']);
  });

  test('--keep-going writes the good icons, names the others and exits with 1', async () => {
    const { code, stderr, tree } = await runIn(
      { ...TWO_ICONS, 'icons/foo.svg': BROKEN },
      ...['build', '--keep-going'],
    );
    expect(code).toBe(1);
    expect(stderr).toContain('icons/foo.svg:3:6 error parse-error');
    expect(namesIn(tree('dist'))).toEqual(['box', 'nav-menu']);
  });

  test('--layout and --style take lists', async () => {
    const { code, tree } = await runIn(
      TWO_ICONS,
      ...['build', '--layout', 'css,stack', '--style', 'scss, less'],
    );
    expect(code).toBe(0);
    expect(Object.keys(tree('dist')).filter((path) => path.startsWith('sprite-'))).toEqual([
      ...['sprite-css.less', 'sprite-css.scss', 'sprite-css.svg'],
      ...['sprite-stack.less', 'sprite-stack.scss', 'sprite-stack.svg'],
    ]);
  });

  test('--names, --prefix and --base shape the names', async () => {
    const { code, tree } = await runIn(
      TWO_ICONS,
      ...['build', '--names', 'ts', '--prefix', 'my-', '--base', '/assets'],
    );
    expect(code).toBe(0);
    expect(Object.keys(tree('dist'))).toEqual(['icons.ts', 'manifest.json', 'sprite.svg']);
    expect(tree('dist')['icons.ts']).toContain('base: string = "/assets"');
    expect(tree('dist')['sprite.svg']).toContain('<symbol id="my-nav-menu"');
  });

  test('--exclude may be repeated', async () => {
    const { tree } = await runIn(
      { ...TWO_ICONS, 'icons/old/a.svg': square(1), 'icons/b.draft.svg': square(2) },
      ...['build', '--exclude', 'icons/old/**', '--exclude', '**/*.draft.svg'],
    );
    expect(namesIn(tree('dist'))).toEqual(['box', 'nav-menu']);
  });
});

describe('build --json', () => {
  test('prints one object about the build', async () => {
    const built = await runIn({ ...TWO_ICONS, 'icons/c.svg': WARNED }, 'build', '--json');
    expect({ code: built.code, stderr: built.stderr }).toEqual({ code: 0, stderr: '' });
    expect(jsonOf(built)).toMatchObject({
      ok: true,
      dryRun: false,
      icons: 3,
      sprites: [{ name: 'sprite', file: 'sprite.svg', icons: 3 }],
      bytes: {
        before: { raw: square(8).length + square(4).length + WARNED.length },
        after: { raw: built.tree('dist')['sprite.svg']?.length },
        files: { count: 3, raw: square(8).length + square(4).length + WARNED.length },
      },
      files: ['sprite.svg', 'icons.js', 'icons.d.ts', 'manifest.json'].map((path) => ({
        path,
        status: 'written',
      })),
      diagnostics: [{ code: 'outside-reference', severity: 'warning', file: 'icons/c.svg' }],
    });
  });

  test('compares with the files one by one, and with all of them as one text', async () => {
    const built = await runIn(TWO_ICONS, 'build', '--json');
    const { before, files } = jsonOf(built).bytes as SizeComparison;
    const sources = Object.values(TWO_ICONS);
    const sum = sources.reduce((total, text) => total + gzipSync(text, { level: 9 }).length, 0);
    expect(files.gzip).toBe(sum);
    expect(before.gzip).toBe(gzipSync(sources.join(''), { level: 9 }).length);
    expect(before.gzip).toBeLessThan(sum);
  });

  test('prints one object about a bad icon', async () => {
    const built = await runIn({ 'icons/foo.svg': BROKEN }, 'build', '--json');
    expect({ code: built.code, stderr: built.stderr }).toEqual({ code: 1, stderr: '' });
    expect(jsonOf(built)).toEqual({
      ok: false,
      diagnostics: [
        {
          code: 'parse-error',
          severity: 'error',
          file: 'icons/foo.svg',
          where: { line: 3, column: 6 },
          message: expect.any(String),
          hint: expect.any(String),
        },
      ],
    });
  });

  test('prints one object about a wrong option', async () => {
    const built = await runIn(TWO_ICONS, 'build', '--json', '--names', 'jsx');
    expect({ code: built.code, stderr: built.stderr }).toEqual({ code: 2, stderr: '' });
    expect(jsonOf(built)).toMatchObject({ ok: false, diagnostics: [{ code: 'invalid-option' }] });
  });

  test('is not ok with an icon left out', async () => {
    const built = await runIn(
      { ...TWO_ICONS, 'icons/foo.svg': BROKEN },
      ...['build', '--json', '--keep-going'],
    );
    expect(built.code).toBe(1);
    expect(jsonOf(built)).toMatchObject({ ok: false, icons: 2 });
  });

  test('prints the same with --silent and with --verbose', async () => {
    for (const flag of ['--silent', '--verbose']) {
      const built = await runIn(TWO_ICONS, 'build', '--json', '--dry-run', flag);
      expect(jsonOf(built)).toMatchObject({ ok: true, dryRun: true, icons: 2 });
      expect(built.stderr).toBe('');
    }
  });
});

describe('configuration file', () => {
  const AS_MODULE = "export default { inputs: 'art', out: 'built' };\n";
  const AS_JSON = '{ "inputs": "art", "out": "built" }\n';
  const TYPED =
    "interface Config { inputs: string; out: string }\nconst config: Config = { inputs: 'art', out: 'built' };\nexport default config;\n";
  const forms: readonly (readonly [file: string, text: string])[] = [
    ['iconloom.config.ts', TYPED],
    ['iconloom.config.mts', TYPED],
    ['iconloom.config.js', AS_MODULE],
    ['iconloom.config.mjs', AS_MODULE],
    ['iconloom.config.json', AS_JSON],
    ['package.json', `{ "name": "app", "iconloom": ${AS_JSON} }\n`],
  ];

  test.each(forms)('%s is read', async (file, text) => {
    const { code, tree } = await runIn({ 'art/box.svg': square(8), [file]: text }, 'build');
    expect(code).toBe(0);
    expect(namesIn(tree('built'))).toEqual(['box']);
  });

  test('a configuration may be a promise', async () => {
    const { code, tree } = await runIn(
      { ...TWO_ICONS, 'iconloom.config.mjs': "export default Promise.resolve({ out: 'built' });" },
      'build',
    );
    expect(code).toBe(0);
    expect(Object.keys(tree('built'))).toEqual(JS_OUTPUTS);
  });

  test('a package.json without the key means defaults', async () => {
    const { code, tree } = await runIn({ ...TWO_ICONS, 'package.json': '{"name":"a"}' }, 'build');
    expect(code).toBe(0);
    expect(Object.keys(tree('dist'))).toEqual(JS_OUTPUTS);
  });

  test('a configuration of a folder above is not taken', async () => {
    const { cwd } = await runIn({ 'iconloom.config.json': AS_JSON, 'app/icons/a.svg': square(1) });
    expect((await run(join(cwd, 'app'), 'build')).code).toBe(0);
    expect(namesIn(readTree(join(cwd, 'app/dist')))).toEqual(['a']);
  });

  test('flags and inputs win over the file', async () => {
    const { code, tree } = await runIn(
      {
        ...TWO_ICONS,
        'art/no.svg': square(1),
        'iconloom.config.json':
          '{ "inputs": "art", "out": "built", "names": "js", "prefix": "a-", "layouts": "css" }',
      },
      ...['build', 'icons', '-o', 'out', '--names', 'ts'],
    );
    expect(code).toBe(0);
    expect(Object.keys(tree('out'))).toEqual([
      ...['icons.ts', 'manifest.json', 'sprite-css.css', 'sprite-css.svg', 'sprite.svg'],
    ]);
    expect(tree('out')['sprite.svg']).toContain('id="a-nav-menu"');
    expect(tree('built')).toEqual({});
  });

  test('-c takes a file elsewhere, whose paths are relative to it', async () => {
    const { code, tree } = await runIn(
      { ...TWO_ICONS, 'sub/art/box.svg': square(8), 'sub/my.config.json': AS_JSON },
      ...['build', '-c', 'sub/my.config.json'],
    );
    expect(code).toBe(0);
    expect(namesIn(tree('sub/built'))).toEqual(['box']);
  });

  test('with -c, inputs and --out of the call are relative to the working folder', async () => {
    const { code, tree } = await runIn(
      { ...TWO_ICONS, 'sub/art/no.svg': square(8), 'sub/my.config.json': AS_JSON },
      ...['build', 'icons/nav', 'icons/*.svg', '-o', 'out', '-c', 'sub/my.config.json'],
    );
    expect(code).toBe(0);
    expect(namesIn(tree('out'))).toEqual(['box', 'menu']);
  });

  test('with -c, negated inputs of the call are relative to the working folder', async () => {
    const { code, tree } = await runIn(
      { ...TWO_ICONS, 'sub/my.config.json': AS_JSON },
      ...['build', 'icons', '!icons/box.svg', '-o', 'out', '-c', 'sub/my.config.json'],
    );
    expect(code).toBe(0);
    expect(namesIn(tree('out'))).toEqual(['nav-menu']);
  });

  test('with -c, --exclude is relative to the working folder', async () => {
    const { tree } = await runIn(
      { ...TWO_ICONS, 'sub/my.config.json': '{}' },
      ...['build', 'icons', '-o', 'out', '--exclude', 'icons/box.svg', '-c', 'sub/my.config.json'],
    );
    expect(namesIn(tree('out'))).toEqual(['nav-menu']);
  });

  test('with -c, diagnostics name files relative to the working folder', async () => {
    const { stderr } = await runIn(
      { 'sub/art/box.svg': BROKEN, 'sub/my.config.json': AS_JSON },
      ...['build', '-c', 'sub/my.config.json'],
    );
    expect(stderr).toMatch(/^sub\/art\/box\.svg:3:6 error/);
  });

  test('an unknown key is told with the key that may be meant', async () => {
    const { code, stderr } = await runIn(
      { ...TWO_ICONS, 'iconloom.config.json': '{ "prefx": "a-" }' },
      'build',
    );
    expect(code).toBe(2);
    expect(stderr).toContain(
      "iconloom.config.json error unknown-option  Unknown option 'prefx'. Did you mean 'prefix'?",
    );
  });

  const broken: readonly (readonly [file: string, text: string])[] = [
    ['iconloom.config.json', '{'],
    ['iconloom.config.ts', 'export default {'],
    ['iconloom.config.mjs', "throw new Error('no way');"],
    ['iconloom.config.js', "import './gone.js';\nexport default {};"],
    ['package.json', '{ "iconloom": '],
  ];
  test.each(broken)('a broken %s is told by name', async (file, text) => {
    const { code, stdout, stderr } = await runIn({ ...TWO_ICONS, [file]: text }, 'build');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/ error config-unreadable {2}Cannot load the configuration: .+\n/);
    expect(stderr.startsWith(`${file} error`)).toBe(true);
  });

  test.each([
    ['iconloom.config.mjs', 'export default 5;'],
    ['iconloom.config.mjs', "export const config = { out: 'built' };"],
    ['iconloom.config.json', '["icons"]'],
    ['package.json', '{ "iconloom": "icons" }'],
  ])('%s that gives no object is told: %s', async (file, text) => {
    const { code, stderr, tree } = await runIn({ ...TWO_ICONS, [file]: text }, 'build');
    expect(code).toBe(2);
    expect(stderr.startsWith(`${file} error`)).toBe(true);
    expect(tree('dist')).toEqual({});
  });

  test.each(['gone.json', 'config.yaml', 'icons'])('-c %s cannot be loaded', async (file) => {
    const { code, stderr } = await runIn(
      { ...TWO_ICONS, 'config.yaml': 'out: built\n' },
      ...['build', '-c', file],
    );
    expect(code).toBe(2);
    expect(stderr.startsWith(`${file} error config-unreadable`)).toBe(true);
  });

  test('a plugin that fails is told with the icon', async () => {
    const { code, stderr } = await runIn(
      {
        ...TWO_ICONS,
        'iconloom.config.mjs':
          "export default { svgo: { plugins: [{ name: 'mine', fn() { throw new Error('no way'); } }] } };",
      },
      'build',
    );
    expect(code).toBe(1);
    expect(stderr).toContain('icons/box.svg error plugin-failed');
    expect(stderr).toContain('no way');
  });
});

describe('wrong calls', () => {
  test.each([
    ['an unknown command', ['biuld'], "unknown command 'biuld'\n(Did you mean build?)"],
    ['an unknown flag', ['build', '--otu', 'x'], "unknown option '--otu'\n(Did you mean --out?)"],
    ['a flag without its value', ['build', '--out'], "'-o, --out <dir>' argument missing"],
    ['a wrong value', ['build', '--names', 'jsx'], "Option 'names' must be one of 'js', 'ts'"],
    ['no command', [], 'Usage: iconloom'],
  ])('%s: exit code 2', async (_, args, text) => {
    const { code, stdout, stderr, tree } = await runIn(TWO_ICONS, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(text);
    expect(tree('dist')).toEqual({});
  });
});

describe('help and version', () => {
  test('--help lists the commands', async () => {
    const { code, stdout, stderr } = await runIn({}, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}build /m);
    expect(stdout).toMatch(/^ {2}list /m);
  });

  test('build --help lists the flags', async () => {
    const { code, stdout } = await runIn({}, 'build', '--help');
    expect(code).toBe(0);
    for (const flag of ['-o, --out', '-c, --config', '--dry-run', '--json', '--keep-going']) {
      expect(stdout).toContain(flag);
    }
  });

  test('--version prints the version of the package', async () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    expect(await runIn({}, '--version')).toMatchObject({ code: 0, stdout: `${version}\n` });
  });
});

describe('list', () => {
  const SET = {
    'icons/nav/menu.svg': square(8).replace('<svg', '<svg width="48"'),
    'icons/box.svg': square(4).replace('<path', '<path fill="red" stroke="#00f"'),
    'icons/box.meta.json': '{ "aliases": ["parcel", "crate"] }',
  };

  test('prints names, sizes, colors and aliases, and writes nothing', async () => {
    const { code, stdout, stderr, cwd } = await runIn(SET, 'list');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('box       24×24  #00f red  crate parcel\nnav-menu  48×48  #000\n');
    expect(readTree(cwd)).toEqual(SET);
  });

  test('--json prints one array', async () => {
    const listed = await runIn(SET, 'list', 'icons', '--json');
    expect({ code: listed.code, stderr: listed.stderr }).toEqual({ code: 0, stderr: '' });
    const [box, menu] = jsonOf(listed);
    expect(box).toMatchObject({ name: 'box', color: 'multi', colors: ['#00f', 'red'] });
    expect(menu).toEqual({
      name: 'nav-menu',
      id: 'nav-menu',
      viewBox: '0 0 24 24',
      width: 48,
      height: 48,
      color: 'mono',
      colors: ['#000'],
      title: 'Nav menu',
      aliases: [],
      source: 'icons/nav/menu.svg',
    });
  });

  test('lists the good icons, tells of the others and exits with 1', async () => {
    const { code, stdout, stderr } = await runIn({ ...SET, 'icons/foo.svg': BROKEN }, 'list');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^box .*\nnav-menu .*\n$/);
    expect(stderr).toMatch(/\nLeft out icons\/foo\.svg\. Fix its 1 error\.\n$/);
    expect(stderr).toContain('icons/foo.svg:3:6 error parse-error');
  });

  test('--json without any good icon prints one object', async () => {
    const listed = await runIn({ 'icons/foo.svg': BROKEN }, 'list', '--json');
    expect({ code: listed.code, stderr: listed.stderr }).toEqual({ code: 1, stderr: '' });
    expect(jsonOf(listed)).toMatchObject({ ok: false, diagnostics: [{ code: 'parse-error' }] });
  });

  test('a missing input: exit code 2', async () => {
    const { code, stdout, stderr } = await runIn(SET, 'list', 'icon');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('input-empty');
  });
});

describe('cache', () => {
  const FILES = { ...TWO_ICONS, 'package.json': '{}' };

  test('says where it is and what it holds, and clears it', async () => {
    const { cwd } = await runIn(FILES, 'build');
    const shown = await run(cwd, 'cache');
    expect(shown.stdout).toMatch(
      /^node_modules\/\.cache\/iconloom\n {2}2 icons, 1 configuration, [\d.]+ kB\n$/,
    );
    const cleared = await run(cwd, 'cache', '--clear', '--json');
    expect(JSON.parse(cleared.stdout)).toMatchObject({ icons: 2, builds: 1, cleared: true });
    expect((await run(cwd, 'cache')).stdout).toContain('  no icons, no configurations, 0 B\n');
  });
});
