import { describe, expect, test } from 'vitest';
import { openModuleCode } from '../../src/code/bindings.ts';
import { parseCode } from '../../src/code/parse.ts';
import { analyze } from '../../src/plugin/analysis/analyze.ts';
import type { AppModule } from '../../src/plugin/analysis/values/model.ts';

const IMPORTS = `import { icon, iconHref, spriteFor } from 'virtual:iconloom';
import { Icon } from 'iconloom/react';
import { jsx, jsxs } from 'react/jsx-runtime';
import { useMemo, useState } from 'react';
import { computed, ref } from 'vue';
`;

/** The names that are found, sorted, parts of names with a star between, or `unclear`. */
function found(code: string, files: Readonly<Record<string, string>> = {}) {
  const modules = new Map<string, AppModule | undefined>();
  const findModule = (_: AppModule, source: string) => {
    const file = source.replace('./', '');
    if (!modules.has(file)) {
      const program = parseCode(files[file] ?? '');
      modules.set(file, program && { file, code: openModuleCode(program) });
    }
    return files[file] === undefined ? undefined : modules.get(file);
  };
  const { names, sets, unclear } = analyze(IMPORTS + code, { findModule });
  if (unclear.length > 0) return 'unclear';
  const elsewhere = sets.flatMap((set) => [
    ...set.names.map(({ name }) => name),
    ...set.patterns.map((parts) => parts.join('*')),
  ]);
  return [...new Set([...names.map(({ name }) => name), ...elsewhere])].sort();
}

describe('follows a name in its module', () => {
  test.each([
    ['an object', "const o = { a: 'x', b: 'y' }; iconHref(o[key])", ['x', 'y']],
    ['a property', "const o = { a: 'x', b: 'y' }; iconHref(o.a)", ['x']],
    ['a property that is not there', "const o = { a: 'x' }; iconHref(o.b ?? 'y')", ['y']],
    [
      'a nested object',
      "const o = { a: { icon: 'x' }, b: { icon: 'y' } }; iconHref(o[k].icon)",
      ['x', 'y'],
    ],
    ['a frozen object', "const o = Object.freeze({ a: 'x' }); iconHref(o[k])", ['x']],
    [
      'a spread object',
      "const p = { a: 'x' }; const o = { ...p, b: 'y' }; iconHref(o[k])",
      ['x', 'y'],
    ],
    ['an optional property', "const o = { a: 'x' }; iconHref(o?.a)", ['x']],
    ['a list', "const l = ['x', 'y']; l.map((n) => iconHref(n))", ['x', 'y']],
    [
      'a list of objects',
      "const l = [{ icon: 'x' }, { icon: 'y' }]; l.map((i) => iconHref(i.icon))",
      ['x', 'y'],
    ],
    ['a destructured element', "[{ icon: 'x' }].map(({ icon: name }) => iconHref(name))", ['x']],
    [
      'a filtered list',
      "const l = ['x', 'y']; l.filter(Boolean).slice(1).map((n) => iconHref(n))",
      ['x', 'y'],
    ],
    ['an index', "const l = ['x', 'y']; iconHref(l[i])", ['x', 'y']],
    ['a first element', "const l = ['x', 'y']; iconHref(l[0])", ['x']],
    ['a found element', "const l = [{ icon: 'x' }]; iconHref(l.find((i) => i.on)?.icon)", ['x']],
    ['entries', "const o = { a: 'x' }; Object.entries(o).map(([k, n]) => iconHref(n))", ['x']],
    ['keys', 'const o = { x: 1, y: 2 }; Object.keys(o).map((n) => iconHref(n))', ['x', 'y']],
    ['values', "const o = { a: 'x' }; for (const n of Object.values(o)) iconHref(n);", ['x']],
    ['a loop over keys', 'const o = { x: 1 }; for (const n in o) iconHref(n);', ['x']],
    ['a map', "const m = new Map([['a', 'x'], ['b', 'y']]); iconHref(m.get(k))", ['x', 'y']],
    ['a set', "for (const n of new Set(['x'])) iconHref(n);", ['x']],
    [
      'a variable that is set in branches',
      "let n; if (a) n = 'x'; else n = 'y'; iconHref(n)",
      ['x', 'y'],
    ],
    ['a function', "function f(s) { if (s) return 'x'; return 'y'; } iconHref(f(a))", ['x', 'y']],
    [
      'a switch',
      "const f = (s) => { switch (s) { case 1: return 'x'; default: return 'y'; } }; iconHref(f(a))",
      ['x', 'y'],
    ],
    ['a default parameter', "function f(n = 'x') { return iconHref(n); } f(); f('y');", ['x', 'y']],
    ['a parameter', "const f = (n) => iconHref(n); f('x'); f(on ? 'y' : 'z');", ['x', 'y', 'z']],
    [
      'a property of a component',
      "function C({ name = 'x' }) { return jsx(Icon, { name }); } jsx(C, {}); jsxs(C, { name: 'y' });",
      ['x', 'y'],
    ],
    [
      'an object of properties',
      "const p = { name: o ? 'x' : 'y' }; jsx(Icon, { ...p })",
      ['x', 'y'],
    ],
    [
      'a list that draws components',
      "const l = [{ icon: 'x', label: 'X' }]; jsx('ul', { children: l.map((i) => jsx(Icon, { name: i.icon, title: i.label })) })",
      ['x'],
    ],
    [
      'state',
      "function C() { const [n, setN] = useState('x'); setN('y'); return jsx(Icon, { name: n }); }",
      ['x', 'y'],
    ],
    [
      'properties that others are told',
      "const l = [{ icon: 'x', label: 'X', go: () => 1 }]; l.map((i) => { log(t(i.label), i.go()); return iconHref(i.icon); })",
      ['x'],
    ],
    [
      'what is remembered',
      "const n = useMemo(() => (a ? 'x' : 'y'), [a]); iconHref(n)",
      ['x', 'y'],
    ],
    [
      'constants of ours among others',
      "const l = [icon.camera, 'x']; l.map((n) => iconHref(n))",
      ['x'],
    ],
    [
      'parts of a name',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
      "const d = ['up', 'down'][i]; iconHref(`arrow-${d}`)",
      ['arrow-down', 'arrow-up'],
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
    ['a name that begins in a way', 'iconHref(`arrow-${d}`)', ['arrow-*']],
    [
      'a name that is added to itself',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
      "let n = 'x'; n = `${n}-y`; iconHref(n)",
      ['*-y', 'x'],
    ],
    ['a name that ends in a way', "iconHref(d + '-fill')", ['*-fill']],
    [
      'an enum as esbuild writes it',
      'var I = /* @__PURE__ */ ((I2) => { I2["A"] = "x"; I2["B"] = "y"; return I2; })(I || {}); iconHref(I[k])',
      ['x', 'y'],
    ],
    [
      'an enum as TypeScript writes it',
      'var I; (function (I) { I["A"] = "x"; I["B"] = "y"; })(I || (I = {})); iconHref(I.A)',
      ['x'],
    ],
    [
      'an enum as swc writes it',
      'var I = /*#__PURE__*/ function(I) { I["A"] = "x"; return I; }({}); iconHref(I.A)',
      ['x'],
    ],
    [
      'an enum in several parts',
      "var I; (function (I) { I.A = 'x'; })(I || (I = {})); (function (I) { I.B = 'y'; })(I || (I = {})); iconHref(I.B)",
      ['y'],
    ],
    [
      'names of an enum of numbers',
      'var I = ((I2) => { I2[I2["x"] = 0] = "x"; I2[I2["y"] = 1] = "y"; return I2; })(I || {}); iconHref(I[I.x])',
      ['x', 'y'],
    ],
    [
      'a named function that calls itself',
      "(function f(n) { iconHref(n); if (a) f('y'); })('x')",
      ['x', 'y'],
    ],
    [
      'the list that a callback gets',
      "['x', 'y'].map((_, i, l) => iconHref(l[i + 1]))",
      ['x', 'y'],
    ],
    ['the keys of a set', "new Set(['x']).forEach((_, n) => iconHref(n))", ['x']],
    [
      'a function as callback',
      "const f = (n) => iconHref(n); ['x'].forEach(f); f('y');",
      ['x', 'y'],
    ],
    ['a list that is sorted', "const l = ['x', 'y']; l.sort(); iconHref(l[0])", ['x', 'y']],
    [
      'a list inside that is turned around',
      "const o = { l: ['x', 'y'] }; o.l.reverse(); iconHref(o.l[0])",
      ['x', 'y'],
    ],
    [
      'a list that a function of the module reads',
      "const l = [{ n: 'x' }]; const first = (a) => a.find((b) => b.on); iconHref(first(l).n)",
      ['x'],
    ],
    [
      'an object of functions',
      "const o = { a: () => 'x', b: () => 'y' }; iconHref(o[k]())",
      ['x', 'y'],
    ],
    ['joined lists', "const a = ['x'], b = ['y']; a.concat(b).map((n) => iconHref(n))", ['x', 'y']],
    [
      'a copy of a list that is added to',
      "const a = ['x']; const b = [...a]; b.push(read()); a.map((n) => iconHref(n))",
      ['x'],
    ],
    ['a list for a sprite', "const l = ['x']; l.map((n) => log(n)); spriteFor(l)", ['x']],
  ])('%s', (_, code, names) => expect(found(code)).toEqual(names));
});

describe('follows a name into another module', () => {
  test.each<[string, string, Record<string, string>, readonly string[]]>([
    ['a constant', "import { A } from './a'; iconHref(A)", { a: "export const A = 'x';" }, ['x']],
    [
      'a typed object',
      "import { O } from './a'; iconHref(O[k])",
      { a: "export const O = { a: 'x', b: 'y' } as const satisfies Record<string, string>;" },
      ['x', 'y'],
    ],
    [
      'an enum',
      "import { E } from './a'; iconHref(E.B)",
      { a: "export enum E { A = 'x', B = 'y' }" },
      ['y'],
    ],
    [
      'all of an enum',
      "import { E } from './a'; iconHref(E[k])",
      { a: "export const enum E { A = 'x', B = 'y' }" },
      ['x', 'y'],
    ],
    [
      'a default export',
      "import l from './a'; l.map((n) => iconHref(n))",
      { a: "export default ['x'];" },
      ['x'],
    ],
    [
      'a namespace',
      "import * as a from './a'; iconHref(a.X)",
      { a: "export const X = 'x', Y = 'y';" },
      ['x'],
    ],
    [
      'any of a namespace',
      "import * as a from './a'; iconHref(a[k])",
      { a: "export const X = 'x', Y = 'y';" },
      ['x', 'y'],
    ],
    [
      'what is passed on',
      "import { A } from './a'; iconHref(A)",
      { a: "export { B as A } from './b';", b: "export const B = 'x';" },
      ['x'],
    ],
    [
      'all that is passed on',
      "import { B } from './a'; iconHref(B)",
      { a: "export * from './b';", b: "const B = 'x'; export { B };" },
      ['x'],
    ],
    [
      'a function',
      "import { f } from './a'; iconHref(f(s))",
      { a: "export function f(s: string) { return s ? ('x' as const) : 'y'; }" },
      ['x', 'y'],
    ],
    [
      'constants of it',
      "import { L } from './a'; L.map((i) => iconHref(i.icon))",
      { a: "const X = 'x'; export const L: Item[] = [{ icon: X }, { icon: 'y' }];" },
      ['x', 'y'],
    ],
    [
      'names of an enum of numbers',
      "import { E } from './a'; iconHref(E[E.x])",
      { a: 'export enum E { x, y }' },
      ['x', 'y'],
    ],
    [
      'any of a namespace with destructured exports',
      "import * as a from './a'; iconHref(a[k])",
      { a: "export const X = 'x'; export const { Y } = { Y: 'y' };" },
      ['x', 'y'],
    ],
  ])('%s', (_, code, files, names) => expect(found(code, files)).toEqual(names));
});

describe('cannot know', () => {
  test.each([
    ['a parameter of an exported function', "export function f(n = 'x') { return iconHref(n); }"],
    [
      'a parameter of a function that is handed on',
      "const f = (n) => iconHref(n); use(f); f('x');",
    ],
    ['an object that is changed', "const o = { a: 'x' }; o.b = read(); iconHref(o[k])"],
    [
      'an object that is changed inside',
      "const o = { a: { n: 'x' } }; o.a.n = read(); iconHref(o[k].n)",
    ],
    ['an object that may be changed', "const o = { a: 'x' }; fill(o); iconHref(o[k])"],
    [
      'an object whose copy is changed',
      "const o = { a: 'x' }; const p = o; p.b = read(); iconHref(o[k])",
    ],
    ['a list that is added to', "const l = ['x']; l.push(read()); l.map((n) => iconHref(n))"],
    ['a key that is made', "const o = { a: 'x', [k]: read() }; iconHref(o.b)"],
    ['a variable that is set to something else', "let n = 'x'; n = read(); iconHref(n)"],
    ['a variable that is added to', "let n = 'x'; n += read(); iconHref(n)"],
    [
      'a function that returns something else',
      "const f = (s) => (s ? 'x' : read()); iconHref(f(a))",
    ],
    ['a promise', "const f = async () => 'x'; iconHref(f())"],
    [
      'properties that are handed on',
      "function C(props) { return jsx(Icon, { ...props }); } jsx(C, { ...read(), name: 'x', ...read() })",
    ],
    [
      'a component that is exported',
      "export function C({ name = 'x' }) { return jsx(Icon, { name }); }",
    ],
    [
      'a component that is exported later',
      "function C({ name = 'x' }) { return jsx(Icon, { name }); } export { C };",
    ],
    [
      'state that is set to something else',
      "function C() { const [n, setN] = useState('x'); setN(read()); return jsx(Icon, { name: n }); }",
    ],
    [
      'state that others set',
      "function C() { const [n, setN] = useState('x'); return jsx(Icon, { name: n, onChange: setN }); }",
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
    ['a text of which nothing is known', 'iconHref(`${a}${b}`)'],
    ['a function of an endless kind', 'const f = (n) => f(n); iconHref(f(1))'],
    ['an import that is not there', "import { A } from './none'; iconHref(A)"],
    ['what a function of the same name returns', "const n = get('x'); iconHref(n)"],
    [
      'a function that calls itself',
      "const f = function g(n) { g(read()); return iconHref(n); }; f('x');",
    ],
    [
      'the rest of the arguments',
      "const f = (...l) => l.map((n) => iconHref(n)); f(['x'], ['y']);",
    ],
    [
      'elements that a loop changes',
      "const l = [{ n: 'x' }]; for (const i of l) i.n = read(); iconHref(l[0].n)",
    ],
    [
      'elements that a callback changes',
      "const l = [{ n: 'x' }]; l.forEach((i) => { i.n = read(); }); iconHref(l[0].n)",
    ],
    [
      'an element that is changed',
      "const l = [{ n: 'x' }]; const i = l[0]; i.n = read(); iconHref(l[0].n)",
    ],
    [
      'a property that a pattern sets',
      "const o = { a: 'x' }; ({ b: o.a } = read()); iconHref(o.a)",
    ],
    ['a property that a loop sets', "const o = { a: 'x' }; for (o.a of read()); iconHref(o.a)"],
    [
      'a list that a method adds to',
      "const r = { l: ['x'], add(n) { this.l.push(n); } }; r.add(read()); r.l.map((n) => iconHref(n))",
    ],
    ['a ref that is set', "const r = ref('x'); r.value = read(); iconHref(r.value)"],
    ['entries of a map', "for (const [k, n] of new Map([['a', ['x']]])) iconHref(n);"],
    ['the name of a type', 'iconHref(typeof read())'],
    ['a caught error', 'try {} catch (e) { iconHref(e.icon) }'],
    ['what comes from a package', "import { A } from 'package'; iconHref(A)"],
    ['a text that is changed', "const o = { a: 'X' }; iconHref(o.a.toLowerCase())"],
    [
      'an argument among those that are spread',
      "const f = (n) => iconHref(n); f(...args); f('x');",
    ],
    ['properties that are changed', "const p = { name: 'x' }; p.name = read(); jsx(Icon, p)"],
    [
      'spread properties that are changed',
      "const p = { name: 'x' }; p.name = read(); jsx(Icon, { ...p })",
    ],
    [
      'the rest of properties',
      "export const C = ({ a, ...attrs }) => jsx(Icon, { name: 'x', ...attrs })",
    ],
    ['a list for a sprite that is added to', "const l = ['x']; l.push(read()); spriteFor(l)"],
    ['a variable that a pattern sets twice', "let n; [n, n] = ['x', read()]; iconHref(n)"],
    ['an unknown element', "const l = [read(), 'x']; iconHref(l[0])"],
    ['an unknown element of a pattern', 'const [n] = [read()]; iconHref(n)'],
    ['a callback that calls itself', "['x'].map(function f(n) { iconHref(n); f(read()); })"],
    ['a function called from', "stream.from(['x'], (n) => iconHref(n))"],
    ['the source of an expression', 'iconHref(/x/.source)'],
    ['what an object inherits', "const o = { a: 'x', __proto__: read() }; iconHref(o.b)"],
    [
      'an object that a function fills',
      "const o = ((p) => { p.b = 'x'; return p; })(q); iconHref(o.a)",
    ],
    [
      'what a function returns instead',
      "var o = ((p) => { p.b = 'x'; return read(); })({}); iconHref(o.b)",
    ],
    [
      'an enum that more is added to',
      "var I; (function (I) { I.A = 'x'; })(I || (I = {})); (function (I) { const b = read(); I.B = b; })(I || (I = {})); iconHref(I.B)",
    ],
  ])('%s', (_, code) => expect(found(code)).toBe('unclear'));
});

describe('cannot know what is changed through', () => {
  test.each([
    ['a choice', "const l = ['x']; (c ? l : m).push(read()); iconHref(l[k])"],
    ['a sequence', "const l = ['x']; (0, l).push(read()); iconHref(l[k])"],
    ['a promise', "const l = ['x']; (await l).push(read()); iconHref(l[k])"],
    [
      'a variable that is set later',
      "const l = ['x']; let m; m = l; m.push(read()); iconHref(l[k])",
    ],
    [
      'a variable that is set if empty',
      "const l = ['x']; let m; m ??= l; m.push(read()); iconHref(l[k])",
    ],
    ['a property', "const l = ['x']; const o = { l }; o.l.push(read()); iconHref(l[k])"],
    ['a list', "const l = ['x']; const o = [l]; o[0].push(read()); iconHref(l[k])"],
    ['a loop', "const l = ['x']; for (const m of [l]) m.push(read()); iconHref(l[k])"],
    [
      'a field',
      "const l = ['x']; class A { l = l; add() { this.l.push(read()); } } iconHref(l[k])",
    ],
    [
      'a property of a class',
      "const l = ['x']; class A { constructor() { this.l = l; this.l.push(read()); } } iconHref(l[k])",
    ],
    [
      'the result of a function',
      "const l = ['x']; const get = () => l; get().push(read()); iconHref(l[k])",
    ],
    [
      'the result of a method',
      "const l = ['x']; const api = { get: () => l }; api.get().push(read()); iconHref(l[k])",
    ],
    [
      'a getter',
      "const l = ['x']; const api = { get l() { return l; } }; api.l.push(read()); iconHref(l[k])",
    ],
    [
      'what is yielded',
      "const l = ['x']; function* g() { yield l; } for (const m of g()) m.push(read()); iconHref(l[k])",
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
    ['a template function', "const l = ['x']; fill`${l}`; iconHref(l[k])"],
    [
      'what is remembered',
      "const l = ['x']; const m = useMemo(() => l, []); m.push(read()); iconHref(l[k])",
    ],
    [
      'a computed value',
      "const l = ['x']; const m = computed(() => l); m.value.push(read()); iconHref(l[k])",
    ],
    [
      'a shared ref',
      "const r = ref('x'); const use = () => ({ r }); use().r.value = read(); iconHref(r.value)",
    ],
    [
      'a found element',
      "const l = [{ n: 'x' }]; const i = l.find((j) => j.on); i.n = read(); iconHref(l[0].n)",
    ],
    [
      'filtered elements',
      "const l = [{ n: 'x' }]; l.filter(Boolean).forEach((i) => { i.n = read(); }); iconHref(l[0].n)",
    ],
    [
      'elements of a copy',
      "const l = [{ n: 'x' }]; const m = [...l]; m[0].n = read(); iconHref(l[0].n)",
    ],
    ['spread arguments', "const l = [{ n: 'x' }]; fill(...l); iconHref(l[0].n)"],
    [
      'entries',
      "const o = { a: { n: 'x' } }; for (const [, v] of Object.entries(o)) v.n = read(); iconHref(o.a.n)",
    ],
    [
      'a map',
      "const o = { n: 'x' }; const m = new Map([['a', o]]); m.get('a').n = read(); iconHref(o.n)",
    ],
    [
      'a callback with a name',
      "const l = [{ n: 'x' }]; function f(i) { i.n = read(); } l.forEach(f); iconHref(l[0].n)",
    ],
    ['an unknown callback', "const l = [{ n: 'x' }]; l.forEach(change); iconHref(l[0].n)"],
    [
      'a function that is called in place',
      "const o = { a: 'x' }; ((p) => { p.a = read(); })(o); iconHref(o.a)",
    ],
    [
      'an assigned pattern',
      "const o = { a: { n: 'x' } }; let a; ({ a } = o); a.n = read(); iconHref(o.a.n)",
    ],
    ['optional access', "const o = { a: ['x'] }; (o?.a).push(read()); iconHref(o.a[k])"],
  ])('%s', (_, code) => expect(found(code)).toBe('unclear'));
});

describe('cannot know of another module', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'a list that this one adds to',
      "import { l } from './a'; l.push(read()); l.map((n) => iconHref(n))",
      { a: "export const l = ['x'];" },
    ],
    [
      'a list that is still empty',
      "import { l } from './a'; l.map((n) => iconHref(n))",
      { a: 'export const l = [];' },
    ],
    [
      'state',
      "import { s } from './a'; iconHref(s.value)",
      { a: "import { ref } from 'vue'; export const s = ref('x');" },
    ],
    [
      'a list that it adds to',
      "import { l } from './a'; l.map((n) => iconHref(n))",
      { a: "export const l = ['x']; export const add = (n) => l.push(n);" },
    ],
    [
      'a variable that it sets',
      "import { n } from './a'; iconHref(n)",
      { a: "export let n = 'x'; export const set = (to) => { n = to; };" },
    ],
    [
      'something that is not there',
      "import { m } from './a'; iconHref(m)",
      { a: "export const n = 'x';" },
    ],
    [
      'modules that import each other',
      "import { a } from './a'; iconHref(a)",
      {
        a: "import { b } from './b'; export const a = b;",
        b: "import { a } from './a'; export const b = a;",
      },
    ],
    [
      'a namespace of the name of an enum',
      "import { E } from './a'; iconHref(E.B)",
      { a: "export enum E { A = 'x' } export namespace E { export const B = read(); }" },
    ],
    [
      'a member of an enum that is named like a variable',
      "import { E } from './a'; iconHref(E.B)",
      { a: "const A = 'x'; export enum E { A = read(), B = A }" },
    ],
    [
      'a list that it adds to as another type',
      "import { l } from './a'; iconHref(l[k])",
      { a: "export const l = ['x']; (l as string[]).push(read()); l!.push(read());" },
    ],
    [
      'state that a function returns',
      "import { use } from './a'; const { n } = use(); iconHref(n.value)",
      { a: "import { ref } from 'vue'; const n = ref('x'); export const use = () => ({ n });" },
    ],
    [
      'a reactive object',
      "import { s } from './a'; iconHref(s.n)",
      { a: "import { reactive } from 'vue'; export const s = reactive({ n: 'x' });" },
    ],
    [
      'state inside an object',
      "import { s } from './a'; iconHref(s.n.value)",
      { a: "import { ref } from 'vue'; export const s = { n: ref('x') };" },
    ],
    [
      'a signal whose setter is exported, too',
      "import { n } from './a'; iconHref(n())",
      { a: "import { createSignal } from 'solid-js'; export const [n, set] = createSignal('x');" },
    ],
  ])('%s', (_, code, files) => expect(found(code, files)).toBe('unclear'));
});

describe('comes to an end', () => {
  const lines = (first: string, line: (before: string, now: string) => string) =>
    [first, ...Array.from({ length: 60 }, (_, index) => line(`a${index}`, `a${index + 1}`))].join(
      '\n',
    );

  test.each([
    [
      'constants that double',
      lines("const a0 = 'x';", (a, b) => `const ${b} = k ? ${a} : ${a};`),
      'a60',
    ],
    [
      'lists that double',
      lines("const a0 = ['x'];", (a, b) => `const ${b} = [...${a}, ...${a}];`),
      'a60[k]',
    ],
    [
      'objects in many others',
      lines("const a0 = [{ n: 'x' }];", (a, b) => `const ${b} = [...${a}, ...a0, ...${a}];`),
      'a60[k].n',
    ],
  ])('%s', (_, code, use) => expect(found(`${code} iconHref(${use})`)).toBe('unclear'));
});
