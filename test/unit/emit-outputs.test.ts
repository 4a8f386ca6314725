import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import type { Icon, Sprite } from '../../src/core/types.ts';
import { ICON_OUTPUT_FORMATS } from '../../src/emit/outputs/index.ts';
import type { OutputName, Outputs } from '../../src/emit/outputs/output-names.ts';
import { iconOf, spriteOf } from './icons.ts';

interface Emitted {
  /** Contents of the files by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

async function emit(
  outputs: Outputs,
  icons: readonly Icon[],
  { prefix = '', sprites = [spriteOf(...icons)] }: { prefix?: string; sprites?: Sprite[] } = {},
): Promise<Emitted> {
  const diagnostics: Diagnostic[] = [];
  const host = {
    identity: () => ({ title: 'acme-icons', release: '1.0.0' }),
    page: () => {
      throw new Error('No output has a page.');
    },
    storePart: (text: string) => text,
    report: (diagnostic: Diagnostic) => void diagnostics.push(diagnostic),
  };
  const files: Record<string, string> = {};
  for (const { open } of ICON_OUTPUT_FORMATS) {
    const emitter = open({ outputs, prefix }, host);
    if (!emitter) continue;
    for (const sprite of sprites) {
      for (const { path, contents } of await emitter.add(sprite, { path: '', contents: '' })) {
        files[path] = contents;
      }
    }
    for (const { path, parts } of emitter.end([])) files[path] = parts.join('');
  }
  return { files, problems: diagnostics.map(({ code, message }) => `${code}: ${message}`) };
}

const outlined = iconOf('home', {
  aliases: ['house'],
  symbol:
    '<symbol id="home" viewBox="0 0 24 24" fill="none" stroke="currentColor"><path d="M3 3h9"/></symbol>',
  facts: { colors: ['currentColor'] },
});

test('nothing is written without outputs', async () => {
  expect((await emit({}, [outlined])).files).toEqual({});
});

describe('icons of an output', () => {
  test('are those asked for, by name or alias', async () => {
    const { files, problems } = await emit({ files: { icons: ['house', 'box'] } }, [
      iconOf('box'),
      iconOf('close'),
      outlined,
    ]);
    expect(Object.keys(files)).toEqual(['svg/box.svg', 'svg/home.svg']);
    expect(problems).toEqual([]);
  });

  test('that do not exist are reported with a similar name', async () => {
    const { problems } = await emit({ css: { icons: ['hoem'] } }, [outlined]);
    expect(problems).toEqual([
      "output-icon-unknown: The output css asks for the icon 'hoem', which does not exist. Did you mean 'home'?",
    ]);
  });
});

describe('iconify', () => {
  const set = async (icons: readonly Icon[], options = {}) =>
    JSON.parse((await emit({ iconify: {} }, icons, options)).files['iconify.json'] ?? '');

  test('has attributes of the icon in a group, and aliases', async () => {
    expect(await set([outlined])).toEqual({
      prefix: 'icons',
      icons: { home: { body: '<g fill="none" stroke="currentColor"><path d="M3 3h9"/></g>' } },
      aliases: { house: { parent: 'home' } },
      width: 24,
      height: 24,
    });
  });

  test('has the place and size of a viewBox that differs from the first', async () => {
    const { icons, width } = await set([
      iconOf('box'),
      iconOf('wide', { facts: { viewBox: '-4 2 48 16', width: 48, height: 16 } }),
    ]);
    expect(width).toBe(24);
    expect(icons.wide).toMatchObject({ left: -4, top: 2, width: 48, height: 16 });
  });

  test('nests an icon that is stretched', async () => {
    const symbol =
      '<symbol id="bar" viewBox="0 0 4 4" preserveAspectRatio="none" fill="red"><path d="M0 0h4v4"/></symbol>';
    const { icons } = await set([iconOf('bar', { symbol, facts: { width: 40, height: 10 } })]);
    expect(icons.bar).toEqual({
      body: '<g fill="red"><svg width="40" height="10" viewBox="0 0 4 4" preserveAspectRatio="none"><path d="M0 0h4v4"/></svg></g>',
    });
  });

  test('hides deprecated icons, and lists categories', async () => {
    const { icons, categories } = await set([
      iconOf('old', { meta: { deprecated: { use: 'home' }, category: 'places' } }),
      outlined,
    ]);
    expect(icons.old.hidden).toBe(true);
    expect(categories).toEqual({ places: ['old'] });
  });

  test('takes its prefix from ids, or from the settings', async () => {
    expect((await set([outlined], { prefix: 'acme-' })).prefix).toBe('acme');
    const { files } = await emit({ iconify: { prefix: 'corp' } }, [outlined]);
    expect(JSON.parse(files['iconify.json'] ?? '').prefix).toBe('corp');
  });

  test('leaves out names that its tools reject, and says so', async () => {
    const { files, problems } = await emit({ iconify: {} }, [iconOf('größe'), outlined]);
    expect(Object.keys(JSON.parse(files['iconify.json'] ?? '').icons)).toEqual(['home']);
    expect(problems).toEqual([
      'output-omits: The icon größe is not in the output iconify.json: Iconify names have only the letters a to z, digits and hyphens.',
    ]);
  });
});

describe('css', () => {
  const sheet = async (icon: Icon, outputs: Outputs = { css: {} }, options = {}) =>
    (await emit(outputs, [icon], options)).files['sprite.css'] ?? '';

  test('shows icons in the text color as masks, with a class for each alias', async () => {
    expect(await sheet(outlined)).toContain(
      '.icon-home, .icon-house { --icon: url("data:image/svg+xml,%3Csvg',
    );
  });

  test('shows other icons as backgrounds, and as wide as they are', async () => {
    const red = iconOf('red', { facts: { colors: ['#f00'], width: 48, height: 24 } });
    expect(await sheet(red)).toMatch(
      /\.icon-red \{ width: 2em; background: url\("data:[^"]*"\) 0 0 \/ 100% 100% no-repeat; -webkit-mask: none; mask: none \}/,
    );
  });

  test('points to the files of the output files', async () => {
    const text = await sheet(iconOf('größe'), { css: { images: 'files' } });
    expect(text).toContain('.icon-größe { --icon: url("svg/gr%C3%B6%C3%9Fe.svg") }');
  });

  test('escapes classes that begin with a digit', async () => {
    const icon = iconOf('1x1', { id: 'x' });
    expect(await sheet(icon)).toContain('.icon-1x1 {');
    expect(await sheet(iconOf('a', { id: '2-a' }), { css: {} }, { prefix: '2-' })).toContain(
      '.\\32 -a {',
    );
  });
});

describe('react-native', () => {
  test('leaves out what react-native-svg does not draw, and says so', async () => {
    const symbol =
      '<symbol id="spin" viewBox="0 0 24 24"><path d="M0 0h4v4"><animate attributeName="d"/></path></symbol>';
    const { files, problems } = await emit({ 'react-native': {} }, [
      outlined,
      iconOf('spin', { symbol }),
    ]);
    expect(Object.keys(files)).toEqual(['react-native/home.tsx', 'react-native/index.ts']);
    expect(files['react-native/index.ts']).not.toContain('spin');
    expect(problems).toEqual([
      'output-omits: The icon spin is not in the output react-native/spin.tsx: react-native-svg does not draw <animate>.',
    ]);
  });

  test('writes elements as components that it imports', async () => {
    const { files } = await emit({ 'react-native': {} }, [outlined]);
    const text = files['react-native/home.tsx'];
    expect(text).toContain("import { Path, Svg, type SvgProps } from 'react-native-svg';");
    expect(text).toContain('<Path d="M3 3h9" />');
  });
});

describe('components', () => {
  const FRAMEWORKS: readonly OutputName[] = [
    'react',
    'preact',
    'vue',
    'svelte',
    'solid',
    'angular',
  ];

  test.each(FRAMEWORKS)('%s: the index exports names and aliases', async (framework) => {
    const { files } = await emit({ [framework]: {} }, [outlined]);
    expect(files[`${framework}/index.ts`]).toMatch(/IconHome\b.*IconHouse\b/);
  });

  test('write braces and quotes of values so that templates do not read them', async () => {
    const symbol =
      '<symbol id="odd" viewBox="0 0 24 24"><style>.odd_0{fill:red}</style><g class="odd_0" font-family="&quot;A{b}&quot;"><path d="M0 0h4v4"/></g></symbol>';
    const { files } = await emit({ react: {}, vue: {}, svelte: {}, angular: {} }, [
      iconOf('odd', { symbol }),
    ]);
    expect(files['react/odd.tsx']).toContain('<style>{".odd_0{fill:red}"}</style>');
    expect(files['react/odd.tsx']).toContain('className="odd_0" fontFamily={"\\"A{b}\\""}');
    expect(files['vue/odd.vue']).toContain(
      '<component :is="\'style\'">.odd_0&#123;fill:red&#125;</component>',
    );
    expect(files['svelte/odd.svelte']).toContain('font-family="&#34;A&#123;b&#125;&#34;"');
    expect(files['angular/odd.ts']).toContain('font-family=\\"&#34;A&#123;b&#125;&#34;\\"');
  });

  test('angular: aliases are selectors, too', async () => {
    const { files } = await emit({ angular: {} }, [outlined]);
    expect(files['angular/home.ts']).toContain("selector: 'svg[iconHome], svg[iconHouse]',");
  });

  test('mark deprecated icons', async () => {
    const old = iconOf('old', { title: 'Old one', meta: { deprecated: { use: 'new-one' } } });
    const { files } = await emit({ react: {} }, [old]);
    expect(files['react/old.tsx']).toContain(
      '/**\n * Old one\n * @deprecated Use IconNewOne.\n */\nexport function IconOld(',
    );
  });
});
