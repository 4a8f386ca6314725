import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { jsonOf, type Run, run } from './run-cli.ts';
import { readTree, square, type Tree, temporaryFolder, writeTree } from './test-build.ts';

const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const STROKED =
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><title>Go</title><path d="M4 12h16" fill="none" stroke="currentColor"/></svg>';
const TINY = {
  prefix: 'tiny',
  info: {
    name: 'Tiny',
    author: { name: 'Ann Other', url: 'https://example.com/ann' },
    license: { title: 'MIT License', spdx: 'MIT' },
  },
  icons: {
    box: { body: '<path fill="currentColor" d="M0 0h8v8H0z"/>' },
    lid: { body: '<path d="M0 0h8v4H0z"/>' },
  },
  aliases: { crate: { parent: 'box' } },
};

/** Packages of the project under test, by what a script would install. */
const INSTALLED = {
  'node_modules/@iconify-json/tiny/icons.json': JSON.stringify(TINY),
  'node_modules/drawings/package.json':
    '{"name":"drawings","version":"1.2.3","license":"ISC","author":"Bo Li <bo@example.com> (https://example.com/bo)"}',
  'node_modules/drawings/svg/line.svg': STROKED,
};

interface Project extends Run {
  readonly cwd: string;
  /** All files but those of packages. */
  readonly tree: () => Tree;
}

async function add(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Project> {
  const cwd = temporaryFolder();
  writeTree(cwd, { ...INSTALLED, ...files });
  return { ...(await run(cwd, 'add', ...args)), cwd, tree: () => treeOf(cwd) };
}

function treeOf(cwd: string): Tree {
  const all = Object.entries(readTree(cwd));
  return Object.fromEntries(all.filter(([path]) => !path.startsWith('node_modules/')));
}

function metaIn(tree: Tree, name: string): unknown {
  return JSON.parse(tree[`icons/${name}.meta.json`] ?? 'null');
}

describe('an icon of a set', () => {
  test.each(['tiny:box', '@iconify-json/tiny:box'])(
    '%s is copied with its license',
    async (what) => {
      const { code, stdout, stderr, tree } = await add({}, what);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toBe(`${what} → icons/box.svg  (133 B, license: MIT License)\n`);
      expect(tree()).toEqual({
        'icons/box.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path fill="currentColor" d="M0 0h8v8H0z"/></svg>\n',
        'icons/box.meta.json': `${JSON.stringify(
          {
            source: 'tiny:box',
            license: { title: 'MIT License', spdx: 'MIT' },
            author: { name: 'Ann Other', url: 'https://example.com/ann' },
          },
          null,
          2,
        )}\n`,
      });
    },
  );

  test('may be another name of one', async () => {
    const { tree } = await add({}, 'tiny:crate');
    expect(metaIn(tree(), 'crate')).toMatchObject({ source: 'tiny:crate' });
    expect(tree()['icons/crate.svg']).toContain('M0 0h8v8H0z');
  });

  test('of real packages, whose license stands beside the icons', async () => {
    const cwd = temporaryFolder();
    symlinkSync(MODULES, join(cwd, 'node_modules'), 'junction');
    const { code } = await run(cwd, 'add', 'logos:vue', 'noto:1st-place-medal');
    expect(code).toBe(0);
    const tree = readTree(join(cwd, 'icons'));
    expect(Object.keys(tree)).toEqual([
      ...['1st-place-medal.meta.json', '1st-place-medal.svg', 'vue.meta.json', 'vue.svg'],
    ]);
    expect(JSON.parse(tree['vue.meta.json'] ?? '')).toMatchObject({
      source: 'logos:vue',
      license: { title: 'CC0', spdx: 'CC0-1.0' },
      author: { name: 'Gil Barbara' },
    });
    expect(JSON.parse(tree['1st-place-medal.meta.json'] ?? '')).toMatchObject({
      license: { spdx: 'Apache-2.0' },
    });
  });

  test('of the package of all sets', async () => {
    const { tree } = await add(
      { 'node_modules/@iconify/json/json/big.json': JSON.stringify({ ...TINY, prefix: 'big' }) },
      'big:lid',
    );
    expect(metaIn(tree(), 'lid')).toMatchObject({ source: 'big:lid', license: { spdx: 'MIT' } });
  });

  test('of a file of a set', async () => {
    const { tree } = await add({ 'sets/own.json': JSON.stringify(TINY) }, './sets/own.json:lid');
    expect(metaIn(tree(), 'lid')).toMatchObject({ source: 'tiny:lid' });
  });

  test.each([
    ['package-lock.json', 'npm install --save-dev'],
    ['pnpm-lock.yaml', 'pnpm add --save-dev'],
    ['yarn.lock', 'yarn add --dev'],
    ['bun.lock', 'bun add --dev'],
  ])('that is not installed is told with what to run, by %s', async (lock, command) => {
    const { code, stderr, tree } = await add({ [lock]: '' }, 'tony:box');
    expect(code).toBe(2);
    expect(stderr).toBe(
      `command line error set-missing  The icon set of 'tony:box' is not installed: the package @iconify-json/tony is missing. Did you mean 'tiny'?\n  fix: Run \`${command} @iconify-json/tony\` and add the icon again.\n1 error\nNothing written.\n`,
    );
    expect(Object.keys(tree())).toEqual([lock]);
  });

  test('that is not in the set is told with the name that may be meant', async () => {
    const { code, stderr } = await add({}, 'tiny:obx');
    expect(code).toBe(2);
    expect(stderr).toContain("'tiny' has no icon 'obx'. Did you mean 'box'?");
  });

  test('of a broken set is told', async () => {
    const { code, stderr } = await add(
      { 'node_modules/@iconify-json/bad/icons.json': '{' },
      'bad:x',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('error iconify-unusable');
  });
});

describe('a file', () => {
  test('is copied, cleaned, under the name given', async () => {
    const drawing = STROKED.replace('<path', '<!-- a note --><g id="Layer_1"/><path class="x"');
    const { code, tree } = await add(
      { 'Downloads/Foo 2.svg': drawing },
      ...['./Downloads/Foo 2.svg', '--name', 'bar'],
    );
    expect(code).toBe(0);
    expect(tree()['icons/bar.svg']).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="none" stroke="currentColor" d="M4 12h16"/></svg>\n',
    );
    expect(metaIn(tree(), 'bar')).toEqual({ title: 'Go', source: 'Downloads/Foo 2.svg' });
  });

  test('is named after itself, in kebab-case', async () => {
    const { tree } = await add({ 'art/Menu Open.svg': square(8) }, 'art/Menu Open.svg');
    expect(Object.keys(tree())).toContain('icons/menu-open.svg');
  });

  test('of an installed package brings the license and the author of the package', async () => {
    const { tree } = await add({}, 'node_modules/drawings/svg/line.svg');
    expect(metaIn(tree(), 'line')).toEqual({
      title: 'Go',
      source: 'drawings/svg/line.svg',
      license: { title: 'ISC', spdx: 'ISC' },
      author: { name: 'Bo Li', url: 'https://example.com/bo' },
    });
  });

  test('keeps what a comment says of its license', async () => {
    const { tree } = await add(
      { 'a.svg': `<!--! Fonts Free 6 - License -\n https://example.com -->${square(8)}` },
      'a.svg',
    );
    expect(metaIn(tree(), 'a')).toMatchObject({
      license: { title: 'Fonts Free 6 - License - https://example.com' },
    });
  });

  test('brings the metadata that stands beside it', async () => {
    const meta = { tags: ['x'], source: 'elsewhere:a' };
    const { tree } = await add(
      { 'art/a.svg': square(8), 'art/a.meta.json': JSON.stringify(meta) },
      'art/a.svg',
    );
    expect(metaIn(tree(), 'a')).toEqual({ source: 'elsewhere:a', tags: ['x'] });
  });

  test('from outside of the project does not tell where it lay', async () => {
    const elsewhere = temporaryFolder();
    writeTree(elsewhere, { 'a.svg': square(8) });
    const { tree } = await add({}, join(elsewhere, 'a.svg'));
    expect(metaIn(tree(), 'a')).toEqual({ source: 'a.svg' });
  });

  test.each([
    [
      '<svg viewBox="0 0 8 8"><script>alert(1)</script><path d="M0 0h8v8"/></svg>',
      'active-content',
    ],
    ['<svg viewBox="0 0 8 8">\n  <g>\n</svg>', 'parse-error'],
    ['<html/>', 'not-svg'],
    [`<svg viewBox="0 0 8 8">${'<g>'.repeat(300)}${'</g>'.repeat(300)}</svg>`, 'too-large'],
  ])('that a build would refuse is refused, and nothing is written: %#', async (svg, problem) => {
    const { code, stderr, tree } = await add({ 'x.svg': svg }, 'x.svg', 'tiny:box');
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^x\\.svg(:\\d+:\\d+)? error ${problem} `));
    expect(Object.keys(tree())).toEqual(['x.svg']);
  });

  test('with what is taken out of it is told as a build tells', async () => {
    const svg = square(8).replace('<path', '<use href="https://example.com/a.svg#b"/><path');
    const { code, stderr, tree } = await add({ 'x.svg': svg }, 'x.svg');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^x\.svg:1:\d+ warning outside-reference /);
    expect(tree()['icons/x.svg']).not.toContain('example.com');
  });
});

describe('where it goes', () => {
  test.each([
    ['{ "inputs": "art/icons" }', 'art/icons'],
    ['{ "inputs": ["!x", { "from": "@iconify-json/tiny" }, "art/**/*.svg"] }', 'art'],
    ['{ "inputs": ["one.svg", "art"] }', 'art'],
  ])('the folder of the configuration %s: %s', async (config, folder) => {
    const { code, tree } = await add({ 'iconloom.config.json': config }, 'tiny:box');
    expect(code).toBe(0);
    expect(Object.keys(tree())).toContain(`${folder}/box.svg`);
  });

  test('--to wins', async () => {
    const { tree } = await add({}, 'tiny:box', '--to', 'sub/art');
    expect(Object.keys(tree())).toEqual(['sub/art/box.meta.json', 'sub/art/box.svg']);
  });

  test('--name may begin with folders, and cannot lead out', async () => {
    const { tree, cwd } = await add({}, 'tiny:box', '--name', 'nav/Menu Open');
    expect(Object.keys(tree())).toContain('icons/nav/menu-open.svg');
    const { code, stderr } = await run(cwd, 'add', 'tiny:box', '--name', '../../x');
    expect({ code, told: stderr.includes('error name-empty') }).toEqual({ code: 1, told: true });
  });

  test('a configuration without a folder is told', async () => {
    const config = '{ "inputs": { "from": "@iconify-json/tiny" } }';
    const { code, stderr } = await add({ 'iconloom.config.json': config }, 'tiny:box');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^iconloom\.config\.json error no-icons-folder .*\n {2}fix: .*--to/);
  });

  test('an icon that is there is not replaced', async () => {
    const { code, stderr, tree } = await add({ 'icons/box.svg': 'mine' }, 'tiny:box', 'tiny:lid');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^icons\/box\.svg error target-exists .*\n {2}fix: .*--force/);
    expect(tree()).toEqual({ 'icons/box.svg': 'mine' });
  });

  test('an icon that gets the same name under another is not shadowed, even by force', async () => {
    const { code, stderr } = await add({ 'icons/BOX.svg': square(8) }, 'tiny:box', '--force');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^icons\/BOX\.svg error target-exists/);
  });

  test('--force replaces the drawing and its origin, and keeps what a person wrote', async () => {
    const old = { title: 'My box', tags: ['mine'], source: 'old:box', license: { title: 'Old' } };
    const { code, tree } = await add(
      { 'icons/box.svg': square(2), 'icons/box.meta.json': JSON.stringify(old) },
      ...['tiny:box', '--force'],
    );
    expect(code).toBe(0);
    expect(metaIn(tree(), 'box')).toEqual({
      ...{ source: 'tiny:box', title: 'My box', tags: ['mine'] },
      license: { title: 'MIT License', spdx: 'MIT' },
      author: { name: 'Ann Other', url: 'https://example.com/ann' },
    });
  });

  test('two that would get one name are told', async () => {
    const { code, stderr, tree } = await add({ 'box.svg': square(8) }, 'tiny:box', 'box.svg');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^box\.svg error name-clash /);
    expect(Object.keys(tree())).toEqual(['box.svg']);
  });
});

describe('the call', () => {
  test('all that is wrong is told together', async () => {
    const { code, stderr } = await add(
      { 'a.txt': '', 'art/a.svg': square(8) },
      ...['https://example.com/a.svg', 'nope', './gone.svg', 'art', 'a.txt', 'nobody:box'],
    );
    expect(code).toBe(2);
    expect(stderr.match(/source-unknown .*/g)).toEqual([
      "source-unknown  Cannot add 'https://example.com/a.svg': it is a URL.",
      "source-unknown  Cannot add 'nope': it is neither an SVG file nor an icon of an Iconify set.",
      "source-unknown  Cannot add './gone.svg': it is not a file that exists.",
      "source-unknown  Cannot add 'art': it is a folder.",
      "source-unknown  Cannot add 'a.txt': it is a file that is not named .svg.",
    ]);
    expect(stderr).toMatch(/set-missing .*\n.*\n6 errors\nNothing written\.\n$/);
  });

  test('--name for several is told', async () => {
    const { code, stderr } = await add({}, 'tiny:box', 'tiny:lid', '--name', 'x');
    expect(code).toBe(2);
    expect(stderr).toContain("Option 'name' must be omitted when several icons are added");
  });

  test('--dry-run writes nothing', async () => {
    const { code, stdout, tree } = await add({}, 'tiny:box', '--dry-run');
    expect({ code, tree: tree() }).toEqual({ code: 0, tree: {} });
    expect(stdout).toMatch(/^tiny:box → icons\/box\.svg .*\nDry run: nothing written\.\n$/);
  });

  test('--json prints one object', async () => {
    const added = await add({}, 'tiny:box', '--json');
    expect(jsonOf(added)).toEqual({
      ok: true,
      dryRun: false,
      icons: [
        {
          name: 'box',
          what: 'tiny:box',
          file: 'icons/box.svg',
          metaFile: 'icons/box.meta.json',
          meta: expect.objectContaining({ source: 'tiny:box' }),
          color: 'mono',
          bytes: added.tree()['icons/box.svg']?.length,
          status: 'written',
        },
      ],
      diagnostics: [],
    });
    const failed = await run(added.cwd, 'add', 'tiny:box', '--json');
    expect(jsonOf(failed)).toMatchObject({ ok: false, diagnostics: [{ code: 'target-exists' }] });
  });

  test('the same again by force changes nothing', async () => {
    const { cwd } = await add({}, 'tiny:box');
    const { stdout } = await run(cwd, 'add', 'tiny:box', '--force');
    expect(stdout).toMatch(/, unchanged\)\n$/);
  });
});

test('a build takes what was added, and the manifest tells where it came from', async () => {
  const { cwd } = await add({}, 'tiny:box', 'tiny:lid');
  const { code, stderr } = await run(cwd, 'build');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const manifest = JSON.parse(readTree(join(cwd, 'dist'))['manifest.json'] ?? '');
  const schema = new URL('../../src/emit/manifest.schema.json', import.meta.url);
  const validate = new Ajv2020().compile(JSON.parse(readFileSync(schema, 'utf8')));
  validate(manifest);
  expect(validate.errors).toBeNull();
  const { icons } = manifest;
  expect(icons.box).toMatchObject({
    color: 'mono',
    colors: ['currentColor'],
    source: 'icons/box.svg',
    origin: 'tiny:box',
    license: { title: 'MIT License', spdx: 'MIT' },
    author: { name: 'Ann Other', url: 'https://example.com/ann' },
  });
});
