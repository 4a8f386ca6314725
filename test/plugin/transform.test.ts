import { describe, expect, test } from 'vitest';
import type { Icon } from '../../src/core/types.ts';
import { catalogOf } from '../../src/plugin/catalog.ts';
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
const catalog = catalogOf([icon('menu', 'hamburger'), icon('стрелка'), icon('check')]);

const transform = (code: string) =>
  transformModule(
    { code, file: 'a.js', map: () => undefined, written: () => undefined },
    catalog,
    true,
  );
const changed = (code: string) => transform(code)?.code?.code ?? '';

describe('puts placeholders', () => {
  test('for aliases as for names', () => {
    const code = changed(`import { iconHref } from 'virtual:iconloom'; iconHref('hamburger');`);
    expect(code).toContain(`iconHref(${placeholder('name', 'menu')})`);
    expect(code).toContain("'virtual:iconloom?iconloom-exact'".replaceAll("'", '"'));
  });

  test('into shorthand properties', () => {
    const code = changed(
      `import { Icon } from 'iconloom/react'; const name = 'menu'; jsx(Icon, { name });`,
    );
    expect(code).toContain(`{ name: ${placeholder('name', 'menu')} }`);
    expect(code).toContain("const name = 'menu'");
  });

  test('where a constant of two names is declared, once for all its uses', () => {
    const code = changed(`import { iconHref } from 'virtual:iconloom';
const name = on ? 'menu' : 'check';\niconHref(name); iconHref(name); show(name);`);
    const expected = `on ? ${placeholder('name', 'menu')} : ${placeholder('name', 'check')};`;
    expect(code).toContain(expected);
  });

  test('but not where others would read a name for an alias', () => {
    const result = transform(`import { iconHref } from 'virtual:iconloom';
const name = on ? 'hamburger' : 'check';\niconHref(name); show(name);`);
    expect(result?.code?.code).toContain("'hamburger'");
    expect(result?.code?.code).not.toContain('iconloom-exact');
    expect(result?.unclear.length).toBe(1);
  });
});

test('code that cannot be read keeps what its imports mean', () => {
  expect(transform(`import { iconHref } from 'virtual:iconloom'; <jsx/>`)).toBeUndefined();
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
    const nothing = { kept: [], files: [], isInline: false, isServer: false, directional: [] };
    const replacements = { ...nothing, idOf: () => '', nameOf: (name: string) => name };
    const replace = (code: string) => replacePlaceholders(code, replacements, () => '')?.code ?? '';
    const run = (code: string) => new Function(`return ${code}`)();
    expect(run(replace(placeholder('name', 'стрелка')))).toBe('стрелка');
    const evaluated = run(replace(`eval(${JSON.stringify(text)})`));
    expect(evaluated).toBe('стрелка');
    expect(replace(placeholder('name', 'стрелка'))).toMatch(/^[ -~]*$/);
  });
});
