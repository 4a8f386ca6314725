import { describe, expect, test } from 'vitest';
import type { Icon } from '../../src/core/types.ts';
import { createModuleLoader } from '../../src/plugin/analysis/values/load-modules.ts';
import { createCatalog } from '../../src/plugin/catalog.ts';
import { replacePlaceholders } from '../../src/plugin/output/replace.ts';
import { findPlaceholders, placeholder } from '../../src/plugin/placeholder.ts';
import { transformModule } from '../../src/plugin/transform.ts';

const icon = (name: string, ...aliases: string[]) =>
  ({
    name,
    aliases,
    id: name,
    symbol: `<symbol id="${name}"/>`,
    source: { meta: {} },
  }) as unknown as Icon;
const catalog = createCatalog([icon('menu', 'hamburger'), icon('стрелка'), icon('check')]);

const transform = (code: string) =>
  transformModule(
    { code, file: 'a.js', id: '/app/a.js', map: () => undefined, originalText: () => undefined },
    catalog,
    { modules: createModuleLoader(), resolve: async () => undefined, fileOf: (id) => id },
  );
const changed = async (code: string) => (await transform(code))?.code?.code ?? '';

describe('puts placeholders', () => {
  test('for aliases as for names', async () => {
    const code = await changed(
      `import { iconHref } from 'virtual:iconloom'; iconHref('hamburger');`,
    );
    expect(code).toContain(`iconHref(${placeholder('name', 'menu')})`);
    expect(code).toContain("'virtual:iconloom?iconloom-static'".replaceAll("'", '"'));
  });

  test('into shorthand properties', async () => {
    const code = await changed(
      `import { Icon } from 'iconloom/react'; const name = 'menu'; jsx(Icon, { name });`,
    );
    expect(code).toContain(`{ name: ${placeholder('name', 'menu')} }`);
    expect(code).toContain("const name = 'menu'");
  });

  test('where a constant of two names is declared, once for all its uses', async () => {
    const code = await changed(`import { iconHref } from 'virtual:iconloom';
const name = on ? 'menu' : 'check';\niconHref(name); iconHref(name); show(name);`);
    const expected = `on ? ${placeholder('name', 'menu')} : ${placeholder('name', 'check')};`;
    expect(code).toContain(expected);
  });

  test('beside a name that is one of several from elsewhere', async () => {
    const code = await changed(`import { Icon } from 'iconloom/react';
const names = { a: 'menu', b: 'check' };\njsx(Icon, { name: names[key] });`);
    const usedIcons = placeholder('kept', 'check menu');
    expect(code).toContain(`jsx(Icon, (${usedIcons}, { name: names[key] }));`);
    expect(code).toContain('iconloom/react?iconloom-static');
  });

  test('beside a name of which parts are known', async () => {
    const code = await changed(
      "import { iconHref } from 'virtual:iconloom'; iconHref(a + 'u'); iconHref('ch' + b);",
    );
    expect(code).toContain(`iconHref((${placeholder('kept', 'menu')}, a + 'u'))`);
    expect(code).toContain(`iconHref((${placeholder('kept', 'check')}, 'ch' + b))`);
  });

  test('but not where others would read a name for an alias', async () => {
    const result = await transform(`import { iconHref } from 'virtual:iconloom';
const name = on ? 'hamburger' : 'check';\niconHref(name); show(name);`);
    expect(result?.code?.code).toContain("'hamburger'");
    expect(result?.code?.code).not.toContain('iconloom-static');
    expect(result?.unclear.length).toBe(1);
  });
});

test('code that cannot be read keeps what its imports mean', async () => {
  expect(await transform(`import { iconHref } from 'virtual:iconloom'; <jsx/>`)).toBeUndefined();
});

describe('finds placeholders', () => {
  const text = placeholder('name', 'стрелка').replace('/*#__PURE__*/', '');

  test.each([
    ['as they are written', text],
    ['with other quotes', text.replaceAll('"', '`')],
    ['in a string', JSON.stringify(text)],
  ])('%s', (_, code) => {
    expect(findPlaceholders(code).map(({ kind, name }) => [kind, name])).toEqual([
      ['name', 'стрелка'],
    ]);
  });

  test('and replaces them by what is right in any encoding, also in a string', () => {
    const nothing = { usedIcons: [], files: [], isInline: false, isServer: false, directional: [] };
    const replacements = { ...nothing, idOf: () => '', nameOf: (name: string) => name };
    const replace = (code: string) => replacePlaceholders(code, replacements, () => '')?.code ?? '';
    const run = (code: string) => new Function(`return ${code}`)();
    expect(run(replace(placeholder('name', 'стрелка')))).toBe('стрелка');
    const evaluated = run(replace(`eval(${JSON.stringify(text)})`));
    expect(evaluated).toBe('стрелка');
    expect(replace(placeholder('name', 'стрелка'))).toMatch(/^[ -~]*$/);
  });
});
