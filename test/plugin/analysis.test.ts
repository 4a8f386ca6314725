import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/plugin/analysis/analyze.ts';

const IMPORTS = `import { icon, iconHref, iconNames } from 'virtual:iconloom';
import { Icon } from 'iconloom/react';
import { jsx, jsxs as j } from 'react/jsx-runtime';
import { iconHtml } from 'iconloom/html';
`;

/** The names that are found, or `unclear`. */
function found(code: string, imports = IMPORTS): readonly string[] | 'unclear' {
  const { names, constants, unclear } = analyze(imports + code);
  if (unclear.length > 0) return 'unclear';
  return [...constants, ...names].map(({ name }) => name);
}

describe('finds the name', () => {
  test.each([
    ["iconHref('a')", ['a']],
    ['iconHref(`a`)', ['a']],
    ["iconHref(on ? 'a' : `b`)", ['a', 'b']],
    ["iconHref(on && 'a')", ['a']],
    ["iconHref((x, 'a'))", ['a']],
    ['iconHref(icon.chevronDown)', ['chevronDown']],
    ["iconHref(icon['_1x1'])", ['_1x1']],
    ['icon?.a', ['a']],
    ["iconHref(on ? 'a' : undefined)", ['a']],
    ["const name = 'a'; iconHref(name)", ['a']],
    ["function f() { const name = on ? 'a' : 'b'; return iconHref(name); }", ['a', 'b']],
    ["export const name = 'a'; export const f = () => iconHref(name)", ['a']],
    ["iconHtml('a', { size: 3 })", ['a']],
    ["jsx(Icon, { name: 'a', size: 2 })", ['a']],
    ['jsx(Icon, { "name": \'a\' })', ['a']],
    ["j(Icon, { ...rest, name: 'a' })", ['a']],
    ["React.createElement(Icon, { name: on ? 'a' : 'b' })", ['a', 'b']],
    ["(0, jsx)(Icon, { name: 'a' })", ['a']],
    ["const name = 'a'; jsx(Icon, { name })", ['a']],
    ["const props = { name: 'a' }; jsx(Icon, props)", ['a']],
    ["createElement(Icon, Object.assign({}, rest, { name: 'a' }))", ['a']],
    ["Icon($$anchor, { get name() { return on ? 'a' : 'b'; } })", ['a', 'b']],
    [
      "let $0 = $.derived(() => on ? 'a' : 'b'); Icon(n, { get name() { return $.get($0); } })",
      ['a', 'b'],
    ],
    ["Icon(n, $.spread_props(() => rest, { name: 'a' }))", ['a']],
    ['jsx(Icon, null)', []],
    ['jsx(Icon, { size: 3 })', []],
    ["const list = [icon.a, { b: icon['b'] }];", ['a', 'b']],
    ['switch (x) { case icon.a: break; }', ['a']],
  ])('in %s', (code, names) => expect(found(code)).toEqual(names));

  test('where Vue hands functions and constants on', () => {
    const imports = `import { unref as _unref, createVNode as _v, mergeProps as _m } from 'vue';
import { Icon } from 'iconloom/vue';\nimport { icon, iconHref } from 'virtual:iconloom';\n`;
    const of = (code: string) => found(code, imports);
    expect(of(`_v(_unref(Icon), { name: 'a' })`)).toEqual(['a']);
    expect(of(`_v(_unref(Icon), _m({ name: 'a' }, _attrs))`)).toEqual(['a']);
    expect(of(`_v(_unref(Icon), _m({ name: 'a' }, rest))`)).toBe('unclear');
    expect(of(`_unref(iconHref)('a')`)).toEqual(['a']);
    expect(of(`_v('use', { href: _unref(iconHref)(_unref(icon).a) })`)).toEqual(['a']);
  });
});

describe('cannot tell the name', () => {
  test.each([
    'iconHref(name)',
    "iconHref('a' + b)",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
    'iconHref(`a-${b}`)',
    "iconHref(a ?? 'b')",
    "iconHref(...['a'])",
    "let name = 'a'; name = b; iconHref(name)",
    'const f = iconHref;',
    'names.map(iconHref)',
    'icon[name]',
    'const { a } = icon;',
    'Object.values(icon)',
    'icon.a = 1',
    'delete icon.a',
    'iconNames.length',
    'jsx(Icon, props)',
    'jsx(Icon, { name })',
    "jsx(Icon, { name: 'a', ...rest })",
    "jsx(Icon, { [key]: 'a' })",
    "memo(Icon, { name: 'a' })",
    'const Other = Icon;',
    'export { Icon };',
    'export default Icon;',
    'jsx(Other, { as: Icon })',
    'new Icon()',
    "let $x = $.derived(() => 'a'); Icon(n, { get name() { return $.get($x); } })",
    "Icon(n, { get name() { log(); return 'a'; } })",
    "function f(a = iconHref) { return a('a'); }",
    "export { iconHref } from 'virtual:iconloom';",
    "export * from 'iconloom/react';",
    "import('virtual:iconloom');",
    "import * as all from 'virtual:iconloom'; all.iconHref('a')",
  ])('in %s', (code) => expect(found(code)).toBe('unclear'));
});

describe('is not misled by', () => {
  test.each([
    ['a parameter of the same name', 'function f(iconHref) { return iconHref(b); }'],
    ['a variable of the same name', '{ const icon = {}; icon[b]; }'],
    ['a function of the same name', '() => { function Icon() {} return jsx(Icon, b); }'],
    ['a caught error of the same name', 'try {} catch (icon) { icon[b]; }'],
    ['a loop of the same name', 'for (const icon of b) icon[b];'],
    [
      'a var of the same name in a block',
      'function f() { if (b) { var icon = b; } return icon[b]; }',
    ],
    ['a destructured name', 'function f({ a: [icon] }) { return icon[b]; }'],
    ['a property', 'b.icon[c]; ({ icon: 1, iconHref() {} }); class A { Icon = 1; }'],
    ['a label', 'icon: for (;;) break icon;'],
    ["a set of the app's own", "import { createIcon } from 'iconloom/react'; createIcon(b);"],
    ['text', "const a = 'iconHref(b)'; // iconHref(c)"],
  ])('%s', (_, code) => expect(found(code)).toEqual([]));

  test('what is no module of ours', () => {
    expect(found('iconHref(b)', "import { iconHref } from './icons.js';\n")).toEqual([]);
  });
});

test.each([
  "import a from 'iconloom:a';",
  "export { default as a } from 'iconloom:a';",
  "import('iconloom:a').then(f);",
])('an icon that is imported by itself is known: %s', (code) => {
  expect(analyze(code).iconImports.map(({ name }) => name)).toEqual(['a']);
});

test('an import with an unclear use is not one of the clear ones; others are', () => {
  const { staticImports } = analyze(`${IMPORTS}iconHref(b); jsx(Icon, { name: 'a' });`);
  expect(staticImports.map(({ source }) => source)).toEqual(['iconloom/react', 'iconloom/html']);
});

test('an import below an unclear use is not one of the clear ones', () => {
  const { staticImports } = analyze("iconHref(b); import { iconHref } from 'virtual:iconloom';");
  expect(staticImports).toEqual([]);
});
