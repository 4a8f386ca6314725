import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { BuildError } from '../../src/core/errors.ts';
import { build } from '../../src/pipeline/build.ts';
import { namesIn, readTree, square, temporaryFolder, testBuild, writeTree } from './test-build.ts';

const SMALL_SET = {
  'icons/box.svg': `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2">
  <title>Old title</title>
  <rect x="4" y="4" width="16" height="16"/>
</svg>
`,
  'icons/box.meta.json': `{
  "title": "Cardboard box",
  "category": "objects",
  "tags": ["parcel", "package"],
  "aliases": ["parcel", "crate"]
}
`,
  'icons/nav/Menu Open.svg': square(8),
  'icons/sky.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 16">
  <title>Evening sky</title>
  <linearGradient id="g"><stop stop-color="#00f"/><stop offset="1" stop-color="#f80"/></linearGradient>
  <path fill="url(#g)" d="M0 0h32v16H0z"/>
</svg>
`,
};

const TRUNCATED = square(8).slice(0, -12);

/** Files that may be wrong, each with what is told of it. */
const BAD_FILES: readonly (readonly [what: string, contents: string | Uint8Array, code: string])[] =
  [
    ['an empty file', '', 'not-svg'],
    ['a file of white space', ' \n\t\n', 'not-svg'],
    ['a truncated file', TRUNCATED, 'parse-error'],
    ['a file truncated in its first tag', square(8).slice(0, 20), 'parse-error'],
    ['an HTML page', '<html><body/></html>', 'not-svg'],
    ['a PNG picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'not-svg'],
    ['a drawing without a size', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'no-size'],
    ['a script', square(8).replace('<path', '<script>1</script><path'), 'active-content'],
  ];

describe('outputs', () => {
  test('a small set in js format', async () => {
    const { tree } = await testBuild({ files: SMALL_SET });
    expect(Object.keys(tree)).toEqual(['icons.d.ts', 'icons.js', 'manifest.json', 'sprite.svg']);
    for (const [path, contents] of Object.entries(tree)) {
      await expect(contents).toMatchFileSnapshot(`../fixtures/e2e/small-set-js/${path}`);
    }
  });

  test('a small set in ts format with prefix, base and config aliases', async () => {
    const { tree } = await testBuild({
      files: SMALL_SET,
      config: { names: 'ts', prefix: 'my-', base: '/assets', aliases: { heaven: 'sky' } },
    });
    expect(Object.keys(tree)).toEqual(['icons.ts', 'manifest.json', 'sprite.svg']);
    for (const [path, contents] of Object.entries(tree)) {
      await expect(contents).toMatchFileSnapshot(`../fixtures/e2e/small-set-ts/${path}`);
    }
  });

  test.each(['icons.ts', 'icons.d.ts'])('%s has no type error', async (file) => {
    const { cwd } = await testBuild({
      files: SMALL_SET,
      config: { names: file === 'icons.ts' ? 'ts' : 'js' },
    });
    const program = ts.createProgram([join(cwd, 'dist', file)], {
      ...{ strict: true, noUncheckedIndexedAccess: true, isolatedDeclarations: true },
      ...{ declaration: true, noEmit: true, types: [], lib: ['lib.es2022.d.ts'] },
      ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    const problems = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect(problems).toEqual([]);
  });

  test('the result lists what was written, the manifest last', async () => {
    const { result, tree } = await testBuild({ files: SMALL_SET });
    expect(result?.changes).toEqual(
      ['sprite.svg', 'icons.js', 'icons.d.ts', 'manifest.json'].map((path) => ({
        path,
        status: 'written',
      })),
    );
    expect(Object.fromEntries(result?.files.map(({ path, contents }) => [path, contents]) ?? []))
      // The order of keys does not count here.
      .toEqual(tree);
  });

  test('the sprite holds no text, comment or line break', async () => {
    const { tree } = await testBuild({
      files: {
        'icons/box.svg':
          '<!-- top --><svg viewBox="0 0 8 8">loose <g>words<path d="M0 0h8v8"/></g>\n</svg>',
      },
    });
    expect(tree['sprite.svg']?.replace(/<[^!>]*>/g, '')).toBe('');
  });

  test('a dry run tells what would change and writes nothing', async () => {
    const { result, tree } = await testBuild({ files: SMALL_SET, options: { dryRun: true } });
    expect(result?.changes.map(({ status }) => status)).toEqual(Array(4).fill('written'));
    expect(tree).toEqual({});
  });

  test('a second build leaves all files unchanged', async () => {
    const { cwd, tree } = await testBuild({ files: SMALL_SET });
    const second = await testBuild({ cwd });
    expect(second.result?.changes.map(({ status }) => status)).toEqual(Array(4).fill('unchanged'));
    expect(second.tree).toEqual(tree);
  });

  test('a change of format removes the files of the other format and no others', async () => {
    const { cwd } = await testBuild({ files: { ...SMALL_SET, 'dist/mine.txt': 'mine' } });
    const { tree, result } = await testBuild({ cwd, config: { names: 'ts' } });
    expect(Object.keys(tree)).toEqual(['icons.ts', 'manifest.json', 'mine.txt', 'sprite.svg']);
    expect(result?.changes.filter(({ status }) => status === 'removed')).toEqual([
      { path: 'icons.d.ts', status: 'removed' },
      { path: 'icons.js', status: 'removed' },
    ]);
  });

  test('layouts are written beside the sprite and removed when no longer asked for', async () => {
    const { cwd, tree } = await testBuild({
      files: SMALL_SET,
      config: { layouts: ['css', 'stack'], styles: ['css', 'scss'] },
    });
    expect(Object.keys(tree)).toEqual([
      ...['icons.d.ts', 'icons.js', 'manifest.json'],
      ...['sprite-css.css', 'sprite-css.scss', 'sprite-css.svg'],
      ...['sprite-stack.css', 'sprite-stack.scss', 'sprite-stack.svg', 'sprite.svg'],
    ]);
    const later = await testBuild({ cwd });
    expect(Object.keys(later.tree)).toEqual([
      ...['icons.d.ts', 'icons.js', 'manifest.json', 'sprite.svg'],
    ]);
  });

  test('progress is told after each icon', async () => {
    const calls: (readonly number[])[] = [];
    await testBuild({
      files: SMALL_SET,
      options: { onProgress: (done, total) => void calls.push([done, total]) },
    });
    expect(calls).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });
});

describe('same input, same bytes', () => {
  test('the order in which files were made does not matter', async () => {
    const reversed = Object.fromEntries(Object.entries(SMALL_SET).reverse());
    const { tree } = await testBuild({ files: SMALL_SET });
    expect((await testBuild({ files: reversed })).tree).toEqual(tree);
  });

  test('the order of inputs and of config aliases does not matter', async () => {
    const files = { 'a/one.svg': square(1), 'b/two.svg': square(2), 'c/three.svg': square(3) };
    const first = await testBuild({
      files,
      config: { inputs: ['a', 'b', 'c'], aliases: { uno: 'one', eins: 'one', due: 'two' } },
    });
    const second = await testBuild({
      files,
      config: { inputs: ['c', 'a', 'b'], aliases: { due: 'two', eins: 'one', uno: 'one' } },
    });
    expect(second.tree).toEqual(first.tree);
    expect(second.result?.icons.map(({ name }) => name)).toEqual(['one', 'three', 'two']);
  });

  test('drawings with the same inner ids do not share them', async () => {
    const { tree } = await testBuild({
      files: {
        'icons/day.svg': SMALL_SET['icons/sky.svg'],
        'icons/dusk.svg': SMALL_SET['icons/sky.svg'].replace('#00f', '#306'),
      },
      config: { portable: false },
    });
    const ids = [...(tree['sprite.svg'] ?? '').matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['day', 'day_a', 'dusk', 'dusk_a']);
  });
});

describe('inputs', () => {
  test('names come from the path below each input', async () => {
    const { tree } = await testBuild({
      files: {
        'icons/arrows/Left Arrow.svg': square(1),
        'icons/arrows/big/rightArrow.SVG': square(2),
        'more/star.svg': square(3),
        'one/Single.svg': square(4),
      },
      config: { inputs: ['icons', 'more', 'one/Single.svg'] },
    });
    expect(namesIn(tree)).toEqual([
      'arrows-big-right-arrow',
      'arrows-left-arrow',
      'single',
      'star',
    ]);
  });

  test('a glob names icons from below its fixed part', async () => {
    const { tree } = await testBuild({
      files: {
        'art/flat/box.svg': square(1),
        'art/flat/deep/lid.svg': square(2),
        'art/other/no.svg': square(3),
        'art/flat/notes.txt': 'no icon',
      },
      config: { inputs: './art/flat/**/*' },
    });
    expect(namesIn(tree)).toEqual(['box', 'deep-lid']);
  });

  test('negated inputs and exclude leave files out', async () => {
    const { tree } = await testBuild({
      files: {
        'icons/box.svg': square(1),
        'icons/old/box.svg': square(2),
        'icons/draft.svg': square(3),
      },
      config: { inputs: ['icons', '!icons/old/**'], exclude: ['**/draft.svg'] },
    });
    expect(namesIn(tree)).toEqual(['box']);
  });

  test('a file that several inputs stand for counts once, by the first', async () => {
    const { tree } = await testBuild({
      files: { 'icons/nav/menu.svg': square(1), 'icons/box.svg': square(2) },
      config: { inputs: ['icons', 'icons/box.svg', 'icons/**/*.svg', 'icons/nav'] },
    });
    expect(namesIn(tree)).toEqual(['box', 'nav-menu']);
  });

  test('hidden files, which are told, and installed packages below an input are not icons', async () => {
    const { tree } = await testBuild({
      files: {
        'art/box.svg': square(1),
        'art/.hidden.svg': square(2),
        'art/node_modules/dep/logo.svg': square(3),
      },
      config: { inputs: 'art' },
      diagnostics: ['art/.hidden.svg file-passed-over'],
    });
    expect(namesIn(tree)).toEqual(['box']);
  });

  test('an input inside an installed package is read', async () => {
    const { tree } = await testBuild({
      files: { 'node_modules/some-icons/svg/box.svg': square(1) },
      config: { inputs: 'node_modules/some-icons/svg' },
    });
    expect(namesIn(tree)).toEqual(['box']);
  });

  test('characters that mean something in globs are plain in the name of a folder', async () => {
    const { tree } = await testBuild({
      files: { 'art (new) [1]/box.svg': square(1), 'art 1/no.svg': square(2) },
      config: { inputs: 'art (new) [1]' },
    });
    expect(namesIn(tree)).toEqual(['box']);
  });

  test('an input above the working folder is read', async () => {
    const { cwd } = await testBuild({ files: SMALL_SET });
    mkdirSync(join(cwd, 'app'));
    const { tree } = await testBuild({ cwd: join(cwd, 'app'), config: { inputs: '../icons' } });
    expect(namesIn(tree)).toEqual(['box', 'nav-menu-open', 'sky']);
    expect(JSON.parse(tree['manifest.json'] ?? '').icons.sky.source).toBe('../icons/sky.svg');
  });

  test('outputs below an input are not read as icons', async () => {
    const { cwd, tree } = await testBuild({
      files: { 'box.svg': square(1) },
      config: { inputs: '.', layouts: ['css', 'view', 'defs', 'stack'] },
    });
    const second = await testBuild({ cwd, config: { inputs: '.' } });
    expect(namesIn(second.tree)).toEqual(namesIn(tree));
    expect(namesIn(tree)).toEqual(['box']);
  });

  test('an output folder that is an input is refused', async () => {
    for (const out of ['icons', './icons/', 'icons/../icons']) {
      const { diagnostics, error } = await testBuild({
        files: { 'icons/box.svg': square(1) },
        config: { inputs: 'icons', out },
        diagnostics: ['configuration out-is-input'],
      });
      expect(diagnostics[0]?.message).toContain(`'${out}'`);
      expect(error?.code).toBe('ICONLOOM_USAGE');
    }
  });

  test('a drawing that an output would overwrite stays as it is', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { 'icons/sprite.svg': square(1), 'icons/box.svg': square(2) });
    await expect(build({ inputs: 'icons/*.svg', out: 'icons' }, { cwd })).rejects.toThrow(
      BuildError,
    );
    expect(readTree(cwd)).toEqual({ 'icons/box.svg': square(2), 'icons/sprite.svg': square(1) });
  });

  test('inputs that match nothing are all told, with where they were looked for', async () => {
    const { diagnostics, error, tree, cwd } = await testBuild({
      files: { 'icons/box.svg': square(1), 'empty/notes.txt': '' },
      config: { inputs: ['icons', 'empty', 'icon', 'icons/*.png', 'icons/box.svgz'] },
      diagnostics: Array(4).fill('configuration input-empty'),
    });
    expect(diagnostics.map(({ message }) => /'(.*)'/.exec(message)?.[1])).toEqual([
      ...['empty', 'icon', 'icons/*.png', 'icons/box.svgz'],
    ]);
    expect(diagnostics[0]?.hint).toContain(cwd);
    expect(error?.code).toBe('ICONLOOM_USAGE');
    expect(tree).toEqual({});
  });

  test.each([[[]], [['!icons/box.svg']]])('the inputs %j are refused', async (inputs) => {
    const cwd = temporaryFolder();
    writeTree(cwd, { 'icons/box.svg': square(1) });
    await expect(build({ inputs }, { cwd })).rejects.toMatchObject({ code: 'ICONLOOM_USAGE' });
    expect(readTree(cwd)).toEqual({ 'icons/box.svg': square(1) });
  });

  test('a folder named like a drawing is no icon', async () => {
    const { tree } = await testBuild({ files: { 'icons/box.svg/lid.svg': square(1) } });
    expect(namesIn(tree)).toEqual(['box-svg-lid']);
  });
});

describe('clashes of names', () => {
  const clashes: readonly (readonly [what: string, one: string, other: string])[] = [
    ['letter case', 'Menu.svg', 'menu.svg'],
    ['punctuation', 'a b.svg', 'a_b.svg'],
    ['folder and hyphen', 'nav-menu.svg', 'nav/menu.svg'],
    ['Unicode form', 'cafe\u0301.svg', 'caf\u00e9.svg'],
  ];
  test.each(clashes)('%s: both files are named and nothing is written', async (_, one, other) => {
    const { diagnostics, error, tree } = await testBuild({
      files: { [`icons/${one}`]: square(1), [`icons/${other}`]: square(2) },
      diagnostics: [`icons/${other} name-clash`],
    });
    expect(diagnostics[0]?.message).toContain(`icons/${one}`);
    expect(error?.code).toBe('ICONLOOM_ICONS');
    expect(tree).toEqual({});
  });

  test('files of two inputs clash', async () => {
    const { diagnostics } = await testBuild({
      files: { 'a/box.svg': square(1), 'b/box.svg': square(2), 'c/Box.svg': square(3) },
      config: { inputs: ['c', 'b', 'a'] },
      diagnostics: ['b/box.svg name-clash', 'c/Box.svg name-clash'],
    });
    for (const { message } of diagnostics) expect(message).toContain('a/box.svg');
  });

  test('a file whose name has no letter or digit is told', async () => {
    await testBuild({
      files: { 'icons/---.svg': square(1), 'icons/box.svg': square(2) },
      diagnostics: ['icons/---.svg name-empty'],
    });
  });

  test('keepGoing leaves out both files of a clash', async () => {
    const { tree } = await testBuild({
      files: { 'icons/A.svg': square(1), 'icons/a.svg': square(2), 'icons/b.svg': square(3) },
      config: { keepGoing: true },
      diagnostics: ['icons/a.svg name-clash'],
    });
    expect(namesIn(tree)).toEqual(['b']);
  });
});

describe('bad icons', () => {
  test.each(BAD_FILES)('%s is told and nothing is written', async (_, contents, code) => {
    const { error, tree } = await testBuild({
      files: { 'icons/bad.svg': contents, 'icons/good.svg': square(8) },
      diagnostics: [`icons/bad.svg ${code}`],
    });
    expect(error?.code).toBe('ICONLOOM_ICONS');
    expect(tree).toEqual({});
  });

  test('the place of a parse error is told', async () => {
    const { diagnostics } = await testBuild({
      files: { 'icons/bad.svg': '<svg viewBox="0 0 8 8">\n  <g>\n</svg>\n' },
      diagnostics: ['icons/bad.svg parse-error'],
    });
    expect(diagnostics[0]?.where).toEqual({ line: 3, column: 6 });
  });

  test('a broken link is told', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { 'icons/good.svg': square(8) });
    symlinkSync('gone.svg', join(cwd, 'icons/link.svg'));
    const { diagnostics } = await testBuild({
      cwd,
      diagnostics: ['icons/link.svg file-unreadable'],
    });
    expect(diagnostics[0]?.message).toContain('a link to a file that does not exist');
  });

  test('a link to a drawing is an icon', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { 'art/box.svg': square(8), 'icons/lid.svg': square(4) });
    symlinkSync('../art/box.svg', join(cwd, 'icons/linked.svg'));
    expect(namesIn((await testBuild({ cwd })).tree)).toEqual(['lid', 'linked']);
  });

  test('the problems of all icons are told together', async () => {
    const files = BAD_FILES.map(([, contents], index) => [`icons/${index}.svg`, contents]);
    const codes = BAD_FILES.map(([, , code], index) => `icons/${index}.svg ${code}`);
    await testBuild({ files: Object.fromEntries(files), diagnostics: codes });
  });

  test('the last good output stays whole', async () => {
    const { cwd, tree } = await testBuild({ files: { 'icons/box.svg': square(8) } });
    const after = await testBuild({
      cwd,
      files: { 'icons/box.svg': square(4), 'icons/bad.svg': TRUNCATED },
      diagnostics: ['icons/bad.svg parse-error'],
    });
    expect(after.tree).toEqual(tree);
  });

  test('keepGoing writes the good icons and tells of the others', async () => {
    const { tree, result } = await testBuild({
      files: { 'icons/bad.svg': '', 'icons/worse.svg': TRUNCATED, 'icons/good.svg': square(8) },
      config: { keepGoing: true },
      diagnostics: ['icons/bad.svg not-svg', 'icons/worse.svg parse-error'],
    });
    expect(namesIn(tree)).toEqual(['good']);
    expect(result?.icons.map(({ name }) => name)).toEqual(['good']);
  });

  test('keepGoing writes nothing when no icon is good', async () => {
    const { error, tree } = await testBuild({
      files: { 'icons/bad.svg': '' },
      config: { keepGoing: true },
      diagnostics: ['icons/bad.svg not-svg'],
    });
    expect(error?.code).toBe('ICONLOOM_ICONS');
    expect(tree).toEqual({});
  });

  test('keepGoing does not forgive a wrong call', async () => {
    const { tree } = await testBuild({
      files: { 'icons/box.svg': square(8) },
      config: { inputs: ['icons', 'gone'], keepGoing: true },
      diagnostics: ['configuration input-empty'],
    });
    expect(tree).toEqual({});
  });

  test('a hidden drawing is told and has an empty symbol', async () => {
    for (const attribute of ['display="none"', 'visibility="hidden"']) {
      const { tree } = await testBuild({
        files: { 'icons/box.svg': square(8).replace('viewBox', `${attribute} viewBox`) },
        diagnostics: ['icons/box.svg draws-nothing'],
      });
      expect(tree['sprite.svg']).toContain('<symbol id="box"');
    }
  });

  test('a warning does not stop the build', async () => {
    const { tree } = await testBuild({
      files: { 'icons/box.svg': square(8).replace('<path', '<use href="#gone"/><path') },
      diagnostics: ['icons/box.svg dangling-reference'],
    });
    expect(namesIn(tree)).toEqual(['box']);
  });
});

describe('metadata and aliases', () => {
  const entry = (tree: Readonly<Record<string, string>>, name: string) =>
    JSON.parse(tree['manifest.json'] ?? '').icons[name];

  test('metadata and configuration both give aliases', async () => {
    const { tree } = await testBuild({
      files: SMALL_SET,
      config: { aliases: { 'brown-box': 'box', parcel: 'box' } },
    });
    expect(entry(tree, 'box')).toMatchObject({
      aliases: ['brown-box', 'crate', 'parcel'],
      title: 'Cardboard box',
      category: 'objects',
      tags: ['parcel', 'package'],
    });
  });

  test('the title comes from metadata, else the drawing, else the name', async () => {
    const { tree } = await testBuild({ files: SMALL_SET });
    const titles = ['box', 'sky', 'nav-menu-open'].map((name) => entry(tree, name).title);
    expect(titles).toEqual(['Cardboard box', 'Evening sky', 'Nav menu open']);
  });

  test('an alias that is the name of an icon is told', async () => {
    const { diagnostics, tree } = await testBuild({
      files: { ...SMALL_SET, 'icons/parcel.svg': square(1) },
      diagnostics: ['icons/box.svg alias-clash'],
    });
    expect(diagnostics[0]?.message).toContain("already an icon's name");
    expect(tree).toEqual({});
  });

  test('an alias of two icons is told', async () => {
    const { diagnostics } = await testBuild({
      files: { ...SMALL_SET, 'icons/sky.meta.json': '{"aliases":["crate"]}' },
      diagnostics: ['icons/sky.svg alias-clash'],
    });
    expect(diagnostics[0]?.message).toContain("already an alias of 'box'");
  });

  test('an alias that is no name is told with the name to write', async () => {
    const { diagnostics } = await testBuild({
      files: { ...SMALL_SET, 'icons/sky.meta.json': '{"aliases":["Big Sky"]}' },
      diagnostics: ['icons/sky.svg alias-invalid'],
    });
    expect(diagnostics[0]?.hint).toContain("'big-sky'");
  });

  test('a config alias of an unknown icon is told with the icon that may be meant', async () => {
    const { diagnostics, error } = await testBuild({
      files: SMALL_SET,
      config: { aliases: { heaven: 'skye' } },
      diagnostics: ['configuration alias-unknown'],
    });
    expect(diagnostics[0]?.message).toContain("Did you mean 'sky'?");
    expect(error?.code).toBe('ICONLOOM_USAGE');
  });

  test('a mistake in a config alias names the configuration', async () => {
    await testBuild({
      files: SMALL_SET,
      config: { aliases: { 'Big Sky': 'sky' } },
      diagnostics: ['configuration alias-invalid'],
    });
    await testBuild({
      files: SMALL_SET,
      config: { aliases: { crate: 'sky' } },
      diagnostics: ['configuration alias-clash'],
    });
  });

  test('a config alias of an icon that has an error is not called unknown', async () => {
    const { error } = await testBuild({
      files: { ...SMALL_SET, 'icons/sky.svg': TRUNCATED },
      config: { aliases: { heaven: 'sky' } },
      diagnostics: ['icons/sky.svg parse-error'],
    });
    expect(error?.code).toBe('ICONLOOM_ICONS');
  });

  test('metadata without a drawing is warned of', async () => {
    const { diagnostics, tree } = await testBuild({
      files: { 'icons/box.svg': square(8), 'icons/old-box.meta.json': '{}' },
      diagnostics: ['icons/old-box.meta.json meta-stale'],
    });
    expect(diagnostics[0]).toMatchObject({ severity: 'warning' });
    expect(diagnostics[0]?.message).toContain('old-box.svg');
    expect(namesIn(tree)).toEqual(['box']);
  });

  test('metadata of an excluded drawing is not stale', async () => {
    await testBuild({
      files: {
        'icons/box.svg': square(8),
        'icons/lid.svg': square(4),
        'icons/lid.meta.json': '{}',
      },
      config: { exclude: 'icons/lid.svg' },
    });
  });

  const invalid: readonly (readonly [what: string, text: string, reason: string])[] = [
    ['broken JSON', '{"title": ', 'it is not JSON'],
    ['a list', '["box"]', 'xpected'],
    ['an unknown key', '{"titel": "Box"}', 'titel'],
    ['a number as title', '{"title": 5}', "'title'"],
    ['an empty title', '{"title": ""}', "'title'"],
    ['a word as directional', '{"directional": "rtl"}', "'directional'"],
    ['a string as tags', '{"tags": "a, b"}', "'tags'"],
    ['a number in aliases', '{"aliases": ["a", 1]}', "'aliases.1'"],
  ];
  test.each(invalid)('metadata with %s is told', async (_, text, reason) => {
    const { diagnostics, tree } = await testBuild({
      files: { 'icons/box.svg': square(8), 'icons/box.meta.json': text },
      diagnostics: ['icons/box.meta.json meta-invalid'],
    });
    expect(diagnostics[0]?.message).toContain(reason);
    expect(tree).toEqual({});
  });

  test('metadata with a byte order mark is read', async () => {
    const { tree } = await testBuild({
      files: { 'icons/box.svg': square(8), 'icons/box.meta.json': '\ufeff{"title": "A box"}' },
    });
    expect(entry(tree, 'box').title).toBe('A box');
  });

  test('metadata that cannot be read is told', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { 'icons/box.svg': square(8) });
    symlinkSync('gone.json', join(cwd, 'icons/box.meta.json'));
    await testBuild({ cwd, diagnostics: ['icons/box.meta.json meta-invalid'] });
  });
});

describe('configuration', () => {
  test('all mistakes are told, each with what to do', async () => {
    const { diagnostics, error } = await testBuild({
      config: { ouput: 'x', names: 'jsx', prefix: '1' } as object,
      diagnostics: [
        'configuration unknown-option',
        ...Array(2).fill('configuration invalid-option'),
      ],
    });
    expect(error?.code).toBe('ICONLOOM_USAGE');
    expect(diagnostics.every(({ hint }) => hint.length > 0)).toBe(true);
  });

  test('the file of the configuration is named in its mistakes', async () => {
    await testBuild({
      config: { ouput: 'x' } as object,
      options: { configFile: 'iconloom.config.ts' },
      diagnostics: ['iconloom.config.ts unknown-option'],
    });
  });

  test('an output folder that cannot be made is told', async () => {
    const { error } = await testBuild({
      files: { 'icons/box.svg': square(8), dist: 'a file' },
      diagnostics: ['dist write-failed'],
    });
    expect(error?.code).toBe('ICONLOOM_ICONS');
  });
});
