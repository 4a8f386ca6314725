import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import less from 'less';
import { compileString } from 'sass';
import stylus from 'stylus';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { BuildError } from '../../src/core/errors.ts';
import { build } from '../../src/pipeline/build.ts';
import { callHost } from './cli-host.ts';
import type { MeasuredRun } from './measured-run.ts';
import { namesIn, readTree, square, type Tree, temporaryFolder, writeTree } from './test-build.ts';

const STUCK_SECONDS = 240;
/** The owner of nothing, wherever there are such numbers. */
const NOBODY = 65534;
const isWindows = process.platform === 'win32';
const CRASH = /^\s+at \S+.*[:)]\d*|iconloom crashed/m;

/** Paths below the icons folder, and the name of the icon. */
const NAMED: Readonly<Record<string, string>> = {
  // What other languages would read as theirs.
  '${process.exit(1)}.svg': 'process-exit-1',
  '`backticks`.svg': 'backticks',
  "single'quote.svg": 'single-quote',
  'semi;colon.svg': 'semi-colon',
  'and&and.svg': 'and-and',
  'hash#mark.svg': 'hash-mark',
  'percent%2Fslash.svg': 'percent-2-fslash',
  'percent%.svg': 'percent',
  '$(touch pwned).svg': 'touch-pwned',
  '--help-me.svg': 'help-me',
  '-rf.svg': 'rf',
  '~home.svg': 'home',
  '@import.svg': 'import',
  // Patterns, to those who read them as such.
  '[set]/a.svg': 'set-a',
  '{x,y}/b.svg': 'x-y-b',
  '(group)/c.svg': 'group-c',
  '!not/d.svg': 'not-d',
  '+(plus).svg': 'plus',
  // Names that objects, modules and languages have a use for.
  'proto/__proto__.svg': 'proto-proto',
  '__proto__.svg': 'proto',
  '__proto__/constructor.svg': 'proto-constructor',
  'constructor.svg': 'constructor',
  'prototype.svg': 'prototype',
  'toString.svg': 'to-string',
  'hasOwnProperty.svg': 'has-own-property',
  'valueOf.svg': 'value-of',
  'then.svg': 'then',
  'default.svg': 'default',
  'class.svg': 'class',
  'await.svg': 'await',
  'enum.svg': 'enum',
  'eval.svg': 'eval',
  'arguments.svg': 'arguments',
  'null.svg': 'null',
  'undefined.svg': 'undefined',
  'NaN.svg': 'na-n',
  'true.svg': 'true',
  'let.svg': 'let',
  'iconNames.svg': 'icon-names',
  'icon.svg': 'icon',
  'icons.svg': 'icons',
  'aliases.svg': 'aliases',
  'readonly.svg': 'readonly',
  // Digits.
  '0.svg': '0',
  '007.svg': '007',
  '1e3.svg': '1e3',
  '2fa.svg': '2fa',
  '1x1.svg': '1x1',
  '-1.svg': '1',
  // Windows' own.
  'con.svg': 'con',
  'NUL.svg': 'nul',
  'aux.svg': 'aux',
  'COM1.svg': 'com1',
  'lpt9.svg': 'lpt9',
  // Scripts of the world, and letters that change their shape.
  'תפריט.svg': 'תפריט',
  'قائمة.svg': 'قائمة',
  'メニュー.svg': 'メニュー',
  '菜单.svg': '菜单',
  'मेन्यू.svg': 'मेन्यू',
  'İstanbul.svg': 'i̇stanbul',
  'straße.svg': 'straße',
  'ﬁsh.svg': 'ﬁsh',
  'ǆungla.svg': 'ǆungla',
  '𝔘nicode.svg': '𝔘nicode',
  '𐐀𐐨.svg': '𐐨𐐨',
  // Marks that nobody sees.
  'left\u202eright.svg': 'left-right',
  'zero\u200bwidth.svg': 'zero-width',
  'zero\u200djoiner.svg': 'zero-joiner',
  'soft\u00adhyphen.svg': 'soft-hyphen',
  'byte\ufefforder.svg': 'byte-order',
  'no\u00a0break.svg': 'no-break',
  'line\u2028separator.svg': 'line-separator',
  'marked\u200e.svg': 'marked',
  // Dots, spaces, endings.
  ' spaces around .svg': 'spaces-around',
  'dots...and.svg': 'dots-and',
  'double.svg.svg': 'double-svg',
  'LOUD.SVG': 'loud',
  'party🎉time.svg': 'party-time',
  'a/b/c/d/e/f/g/h.svg': 'a-b-c-d-e-f-g-h',
  [`${'long-'.repeat(40)}name.svg`]: `${'long-'.repeat(40)}name`,
};

/** What Windows cannot write. */
const NAMED_ELSEWHERE: Readonly<Record<string, string>> = {
  'two\nlines.svg': 'two-lines',
  'carriage\rreturn.svg': 'carriage-return',
  'tab\there.svg': 'tab-here',
  'escape\u001b[31mred.svg': 'escape-31mred',
  'bell\u0007.svg': 'bell',
  'double"quote.svg': 'double-quote',
  'comment*/end.svg': 'comment-end',
  '<script>alert(1)</script>.svg': 'script-alert-1-script',
  'back\\slash.svg': 'back-slash',
  'back\\nslash.svg': 'back-nslash',
  'pipe|line.svg': 'pipe-line',
  'colon:colon.svg': 'colon-colon',
  'question?.svg': 'question',
  'star*.svg': 'star',
};

const ALL: Readonly<Record<string, string>> = isWindows ? NAMED : { ...NAMED, ...NAMED_ELSEWHERE };

const META = JSON.stringify({
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what it is about
  title: 'Ends */ </script> `${process.exit(1)}` \u2028 \\u0022 "quoted" <!-- \n * @deprecated',
  category: '*/',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what it is about
  tags: ['</script>', '`', '${x}', '\u202e', '\\'],
});

/** A drawing for each path, all different. */
function drawings(paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path, index) => [`icons/${path}`, square(2 + index / 16)]));
}

interface Names {
  readonly iconNames: readonly string[];
  readonly icon: Readonly<Record<string, string>>;
  readonly icons: Readonly<Record<string, { readonly id: string; readonly sprite: string }>>;
  readonly aliases: Readonly<Record<string, string>>;
  isIconName(value: unknown): boolean;
  iconHref(name: string, base?: string): string;
}

async function runIn(
  cwd: string,
  ...args: readonly string[]
): Promise<MeasuredRun & { readonly tree: Tree }> {
  const run = await callHost({ cwd, args, seconds: STUCK_SECONDS });
  expect(run.stdout + run.stderr).not.toMatch(CRASH);
  return { ...run, tree: readTree(join(cwd, 'dist')) };
}

async function importNames(cwd: string): Promise<Names> {
  writeTree(cwd, { 'package.json': '{"type":"module"}' });
  return import(`${pathToFileURL(join(cwd, 'dist/icons.js'))}?${Math.random()}`);
}

const TYPE_OPTIONS: ts.CompilerOptions = {
  ...{ noEmit: true, strict: true, types: [], lib: ['lib.es2022.d.ts'] },
  // Declarations that are built are checked, and those of the language are not.
  ...{ skipLibCheck: false, skipDefaultLibCheck: true },
  ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};
const typeHost = ts.createCompilerHost(TYPE_OPTIONS);
const readSource = typeHost.getSourceFile;
const libraries = new Map<string, ts.SourceFile | undefined>();
// Those of the language are long, and the same for all.
typeHost.getSourceFile = (file, ...rest) => {
  if (!/lib\.[^/]*\.d\.ts$/.test(file)) return readSource(file, ...rest);
  if (!libraries.has(file)) libraries.set(file, readSource(file, ...rest));
  return libraries.get(file);
};

function typeErrors(file: string): readonly string[] {
  const program = ts.createProgram([file], TYPE_OPTIONS, typeHost);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Uses every name and constant, so that one that got lost or changed does not compile. */
function useOf(names: readonly string[], constants: Readonly<Record<string, string>>): string {
  return `import { icon, iconHref, iconNames, icons, type IconName } from './icons.js';
const names: readonly IconName[] = ${JSON.stringify(names)};
const all: ${JSON.stringify(names)} extends typeof iconNames ? true : false = true;
${Object.entries(constants)
  .map(
    ([key, name], index) =>
      `const c${index}: ${JSON.stringify(name)} = icon[${JSON.stringify(key)}];`,
  )
  .join('\n')}
// @ts-expect-error: there is no such icon
iconHref('no such icon');
names.map((name) => icons[name].viewBox + iconHref(name) + all);
export {};
`;
}

/** Does something as someone who may not do everything: root may read what nobody may. */
async function asOrdinaryUser<T>(folder: string, act: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return act();
  for (const path of [folder, ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    chownSync(resolve(folder, path), NOBODY, NOBODY);
  }
  process.seteuid?.(NOBODY);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

function symbolIds(sprite: string): readonly string[] {
  return [...sprite.matchAll(/<symbol id="([^"]*)"/g)].map(([, id = '']) => id);
}

describe('a folder of odd names', () => {
  const names = Object.values(ALL).sort((a, b) => (a < b ? -1 : 1));

  async function buildAll(...args: readonly string[]) {
    const cwd = temporaryFolder();
    const meta = Object.keys(ALL).map((path) => [
      `icons/${path.replace(/\.svg$/i, '.meta.json')}`,
      META,
    ]);
    writeTree(cwd, { ...drawings(Object.keys(ALL)), ...Object.fromEntries(meta) });
    const run = await runIn(cwd, 'build', ...args);
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
    return { ...run, cwd };
  }

  test('becomes names, sprite and manifest that say the same', async () => {
    const { cwd, tree } = await buildAll();
    const { iconNames, icon, icons, isIconName, iconHref } = await importNames(cwd);
    expect(iconNames).toEqual(names);
    expect(symbolIds(tree['sprite.svg'] ?? '')).toEqual(names);
    // Objects put keys that are whole numbers first.
    expect([...namesIn(tree)].sort()).toEqual(names);
    expect(Object.keys(icons).sort()).toEqual(names);
    expect(Object.values(icon).sort()).toEqual(names);
    for (const name of names) {
      expect(isIconName(name)).toBe(true);
      expect(icons[name]).toMatchObject({ id: name, sprite: 'sprite.svg' });
      expect(iconHref(name, '/s')).toBe(`/s/sprite.svg#${name}`);
    }
    for (const name of ['__proto__', 'hasOwnProperty', 'toString', 'no such icon']) {
      expect(isIconName(name)).toBe(false);
      expect(iconHref(name)).toBe(`sprite.svg#${name}`);
    }
  });

  test('is typed: each name and constant compiles, and no other', async () => {
    const { cwd, tree } = await buildAll();
    const { icon } = await importNames(cwd);
    expect(tree['icons.d.ts']).not.toContain('process.exit(1)}` \u2028');
    writeTree(cwd, { 'dist/use.ts': useOf(names, icon) });
    expect(typeErrors(join(cwd, 'dist/use.ts'))).toEqual([]);
  });

  test('as one TypeScript file compiles, and runs to the same', async () => {
    const { cwd, tree } = await buildAll('--names', 'ts');
    expect(typeErrors(join(cwd, 'dist/icons.ts'))).toEqual([]);
    const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
    const js = ts.transpile(tree['icons.ts'] ?? '', options);
    writeTree(cwd, { 'dist/icons.js': js });
    expect((await importNames(cwd)).iconNames).toEqual(names);
  });

  test('has style sheets that compile in each language, with a rule for each', async () => {
    const { tree } = await buildAll('--layout', 'css,view', '--style', 'css,scss,less,styl');
    for (const layout of ['css', 'view']) {
      const sheet = (style: string) => tree[`sprite-${layout}.${style}`] ?? '';
      const compiled = {
        css: sheet('css'),
        scss: compileString(sheet('scss')).css,
        less: (await less.render(sheet('less'))).css,
        styl: stylus(sheet('styl')).render(),
      };
      for (const [style, css] of Object.entries(compiled)) {
        const missing = names.filter((name) => !css.normalize('NFC').includes(name));
        expect({ layout, style, missing }).toEqual({ layout, style, missing: [] });
      }
    }
  });

  test('is listed on one line each, without controls', async () => {
    const { cwd } = await buildAll();
    const { stdout } = await runIn(cwd, 'list');
    expect(stdout.trimEnd().split('\n')).toHaveLength(names.length);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test('can be given file by file', async () => {
    const { cwd } = await buildAll();
    const paths = Object.keys(ALL).map((path) => `icons/${path}`);
    const { code, stderr } = await runIn(cwd, 'build', ...paths, '--out', 'other');
    // Without the folder above them, some have the same name.
    expect(stderr.replace(/^.*(name-clash|meta-stale).*\n {2}fix.*\n/gm, '')).toMatch(
      /^(\d+ errors?.*\nNothing written\. .*\n)?$/,
    );
    expect([0, 1]).toContain(code);
  });
});

describe('names of which no icon can be made, or one only', () => {
  test.for(['🎉.svg', '👩‍👩‍👧.svg', '-.svg', '_.svg', '\u202e.svg', '….svg', '+/-.svg', '！.svg'])(
    '%s is told',
    async (path) => {
      const cwd = temporaryFolder();
      writeTree(cwd, drawings([path]));
      const { code, stderr } = await runIn(cwd, 'build');
      expect(code).toBe(1);
      expect(stderr).toContain('error name-empty ');
      expect(stderr).toContain('icons/');
    },
  );

  test.for([
    ['twins of NFC and NFD', 'caf\u00e9.svg', 'cafe\u0301.svg'],
    ['twins of case', 'Twin.svg', 'twin.svg'],
    ['twins of a Kelvin sign', 'k.svg', '\u212a.svg'],
    ['twins of an Ångström sign', '\u00e5.svg', '\u212b.svg'],
    ['twins of punctuation', 'a-b.svg', 'a_b.svg'],
    ['twins of folder and file', 'a/b.svg', 'a-b.svg'],
    ['twins of ending', 'a.svg', 'a.SVG'],
    ['twins that differ in what nobody sees', 'ab\u200b.svg', 'ab.svg'],
  ] as const)('%s are told, with both paths', async ([, one, other]) => {
    const cwd = temporaryFolder();
    writeTree(cwd, drawings([one, other]));
    const { code, stderr, tree } = await runIn(cwd, 'build');
    // Some file systems keep one of the two only.
    if (Object.keys(readTree(join(cwd, 'icons'))).length < 2) return;
    expect(code).toBe(1);
    expect(stderr).toContain('error name-clash ');
    expect(stderr.match(/icons\/[^\s']+/g)?.length).toBeGreaterThanOrEqual(2);
    expect(tree).toEqual({});
  });

  test('hidden files are told and not taken in', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, drawings(['.svg', '.hidden.svg', '.git/a.svg', '._mac.svg', 'good.svg']));
    const { tree, stderr } = await runIn(cwd, 'build');
    expect(namesIn(tree)).toEqual(['good']);
    expect(stderr.match(/\S+ warning file-passed-over/g)).toEqual([
      'icons/.hidden.svg warning file-passed-over',
      'icons/.svg warning file-passed-over',
    ]);
  });

  test('names that look the same are told apart or told', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, drawings(['a.svg', '\u0430.svg', 'ﬁ.svg', 'fi.svg']));
    const { code } = await runIn(cwd, 'build');
    expect(code).toBe(0);
    expect((await importNames(cwd)).iconNames).toEqual(['a', 'fi', '\u0430', 'ﬁ']);
  });
});

describe.skipIf(isWindows)('files that are not what they seem', () => {
  async function buildWith(prepare: (icons: string, cwd: string) => void, ...args: string[]) {
    const cwd = temporaryFolder();
    writeTree(cwd, { 'icons/good.svg': square(8) });
    prepare(join(cwd, 'icons'), cwd);
    return { cwd, ...(await runIn(cwd, 'build', ...args)) };
  }

  test('a link to its own folder adds no icons', async () => {
    const { code, tree, stderr } = await buildWith((icons) =>
      symlinkSync('.', join(icons, 'loop')),
    );
    expect(namesIn(tree)).toEqual(['good']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('links in a circle add no icons', async () => {
    const { tree, cpuSeconds } = await buildWith((icons) => {
      mkdirSync(join(icons, 'a'));
      mkdirSync(join(icons, 'b'));
      writeFileSync(join(icons, 'a/x.svg'), square(2));
      symlinkSync('../b', join(icons, 'a/to-b'));
      symlinkSync('../a', join(icons, 'b/to-a'));
    });
    expect(namesIn(tree)).toEqual(['a-x', 'good']);
    expect(cpuSeconds).toBeLessThan(10);
  });

  test('many links in a circle take no time', async () => {
    const { cpuSeconds = 0, signal } = await buildWith((icons) => {
      for (const name of ['a', 'b', 'c', 'd']) symlinkSync('.', join(icons, name));
    });
    expect({ signal, isFast: cpuSeconds < 10 }).toEqual({ signal: undefined, isFast: true });
  });

  test('a link that leads to itself is told', async () => {
    const { code, stderr } = await buildWith((icons) =>
      symlinkSync('me.svg', join(icons, 'me.svg')),
    );
    expect(code).toBe(1);
    expect(stderr).toContain('icons/me.svg error file-unreadable');
  });

  test('a link to a folder out of the input is told, or its drawings are built', async () => {
    const { stderr, tree } = await buildWith((icons, cwd) => {
      writeTree(cwd, { 'elsewhere/far.svg': square(4) });
      symlinkSync('../elsewhere', join(icons, 'out'));
    });
    expect([...namesIn(tree), stderr].join()).toMatch(/out/);
  });

  test('a link to the root of the file system ends in time', async () => {
    const { cpuSeconds = 0, signal } = await buildWith((icons) =>
      symlinkSync('/proc/self', join(icons, 'root')),
    );
    expect({ signal, isFast: cpuSeconds < 10 }).toEqual({ signal: undefined, isFast: true });
  });

  test('a folder with the ending of a drawing is a folder', async () => {
    const { code, tree } = await buildWith((icons) => {
      mkdirSync(join(icons, 'set.svg'));
      writeFileSync(join(icons, 'set.svg/in.svg'), square(2));
    });
    expect(code).toBe(0);
    expect(namesIn(tree)).toEqual(['good', 'set-svg-in']);
  });

  test('a link with the ending of a drawing to a folder is told or left alone', async () => {
    const { stderr, tree } = await buildWith((icons, cwd) => {
      mkdirSync(join(cwd, 'elsewhere'));
      symlinkSync('../elsewhere', join(icons, 'dir.svg'));
    });
    expect(stderr === '' ? namesIn(tree) : stderr).toEqual(
      stderr === '' ? ['good'] : expect.stringContaining('icons/dir.svg error file-unreadable'),
    );
  });

  test('a name that is no UTF-8 is told, with its file', async () => {
    const { code, stderr } = await buildWith((icons) => {
      writeFileSync(join(icons, 'plain.svg'), square(2));
      renameSync(
        join(icons, 'plain.svg'),
        Buffer.concat([
          Buffer.from(`${icons}/bad`),
          Buffer.from([0xff, 0xfe]),
          Buffer.from('.svg'),
        ]),
      );
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/icons\/bad.+\.svg error file-unreadable/);
  });

  test('a pipe does not stop the build', async () => {
    const { code, signal } = await buildWith((icons) => {
      execFileSync('mkfifo', [join(icons, 'pipe.svg')]);
    });
    expect({ code, signal }).toEqual({ code: 1, signal: undefined });
  }, 90_000);

  test('/dev/zero does not fill the memory', async () => {
    const { code, signal, stderr } = await buildWith((icons) =>
      symlinkSync('/dev/zero', join(icons, 'zero.svg')),
    );
    expect({ code, signal }).toEqual({ code: 1, signal: undefined });
    expect(stderr).toContain('icons/zero.svg error');
  }, 90_000);

  test('unreadable files and folders are told', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, { 'icons/good.svg': square(8), 'icons/secret.svg': square(2) });
    mkdirSync(join(cwd, 'icons/closed'));
    const error: unknown = await asOrdinaryUser(cwd, () => {
      chmodSync(join(cwd, 'icons/secret.svg'), 0);
      chmodSync(join(cwd, 'icons/closed'), 0);
      return build({ cache: false, threads: 1 }, { cwd }).catch((thrown) => thrown);
    });
    const told = (error as BuildError).diagnostics.map(({ file, code }) => `${file} ${code}`);
    expect(told.sort()).toEqual([
      'icons/closed/ file-unreadable',
      'icons/secret.svg file-unreadable',
    ]);
  });
});

describe('names that come out of metadata and configuration', () => {
  test.for([
    '__proto__',
    'constructor',
    'toString',
    'then',
    'a b',
    '"',
    '*/',
    '</script>',
    '🎉',
    '',
    'good',
  ])('the alias %s is told or means what it says', async (alias) => {
    const cwd = temporaryFolder();
    writeTree(cwd, {
      ...drawings(['good.svg']),
      'icons/good.meta.json': JSON.stringify({ aliases: [alias] }),
    });
    const { code, stderr } = await runIn(cwd, 'build');
    if (code === 1) {
      expect(stderr).toMatch(/icons\/good\.(svg|meta\.json) error (alias|meta)-/);
      return;
    }
    expect(code).toBe(0);
    const { aliases, iconHref } = await importNames(cwd);
    expect(Object.keys(aliases)).toEqual([alias]);
    expect(iconHref(alias)).toBe('sprite.svg#good');
    expect(typeErrors(join(cwd, 'dist/icons.d.ts'))).toEqual([]);
  });

  test.for([
    '{"aliases":{"__proto__":"good"}}',
    '{"aliases":{"constructor":"good"}}',
    '{"__proto__":{"out":"../elsewhere"}}',
    '{"constructor":{"prototype":{"out":"x"}}}',
    '{"color":{"__proto__":"currentColor"}}',
    '{"prefix":"\\"><script>"}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what it is about
    '{"base":"`${1}`</script>*/\\u2028"}',
    '{"svgo":{"overrides":{"__proto__":null}}}',
  ])('the configuration %s is told or means what it says', async (config) => {
    const cwd = temporaryFolder();
    writeTree(cwd, { ...drawings(['good.svg']), 'iconloom.config.json': config });
    const { code, stderr, tree } = await runIn(cwd, 'build');
    expect([0, 1, 2]).toContain(code);
    if (code > 0) {
      expect(stderr).toContain(' error ');
      return;
    }
    const { iconNames, iconHref } = await importNames(cwd);
    expect(iconNames).toEqual(['good']);
    const base = JSON.parse(config).base ?? '';
    expect(iconHref('good')).toBe(`${base === '' ? '' : `${base}/`}sprite.svg#good`);
    expect(typeErrors(join(cwd, 'dist/icons.d.ts'))).toEqual([]);
    expect(Object.keys(tree)).toContain('sprite.svg');
  });
});
