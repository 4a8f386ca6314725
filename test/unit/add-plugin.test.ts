import { describe, expect, test } from 'vitest';
import { addPlugin, type PluginEntry } from '../../src/edit/add-plugin.ts';
import { parseModule } from '../../src/edit/parse.ts';

const VITE: PluginEntry = { from: 'iconloom/vite', path: ['plugins'] };
const IN_VITE: PluginEntry = { from: 'iconloom/vite', path: ['vite', 'plugins'] };
const ESBUILD: PluginEntry = { from: 'iconloom/esbuild', path: ['plugins'], isScript: true };

/**
 * Adds the plugin to a text from which the pieces in `«»` were taken out: what comes back must be
 * the text with them, byte by byte.
 */
async function expectAdded(marked: string, line: PluginEntry = VITE): Promise<void> {
  const before = marked.replace(/«[^»]*»/g, '');
  const edited = await addPlugin(before, line);
  expect(edited).toEqual({ status: 'edited', text: marked.replace(/[«»]/g, '') });
  expect(await parseModule(marked.replace(/[«»]/g, ''))).toBeDefined();
}

async function reasonFor(text: string, line: PluginEntry = VITE): Promise<string> {
  const edited = await addPlugin(text, line);
  return edited.status === 'left' ? edited.reason : edited.status;
}

describe('the list of plugins', () => {
  test.each([
    ['export default { plugins: [a()«, icons()»] };'],
    ['export default { plugins: [ a()«, icons()» ] };'],
    ['export default { plugins: [a(),« icons(),»] };'],
    ['export default { plugins: [«icons()»] };'],
    ['export default { plugins: [a() /* , */«»] };'.replace('a()', 'a()«, icons()»')],
    ['export default { plugins: [...more«, icons()»], };'],
    ['export default {« plugins: [icons()] »};'],
    ["export default { base: '/'«, plugins: [icons()]» };"],
    ['export default {\n  plugins: [\n    a(),«\n    icons(),»\n  ],\n};'],
    ['export default {\n  plugins: [\n    a()«,\n    icons()»\n  ],\n};'],
    ['export default {\n\tplugins: [\n\t\ta()«,» // why«\n\t\ticons()»\n\t]\n};'],
    ['export default {\n  plugins: [\n    a(), /* why\n so */«\n    icons(),»\n  ],\n};'],
    ['export default {\n  plugins: [a({\n    b: 1,\n  })«, icons()»],\n};'],
    ['export default {\n  plugins: [«\n    icons(),»\n    // none yet\n  ],\n};'],
    ['export default {\n  base: 1«,\n  plugins: [icons()]»\n};'],
    ['export default {\r\n  base: 1,«\r\n  plugins: [icons()],»\r\n};'],
    ["export default { 'plugins': [a()«, icons()»] };"],
    ['export default { plugins: [a()«, icons()»].filter(Boolean) };'],
    ['export default { plugins: [[a()], b()«, icons()»].flat() };'],
    ['export default { test: { plugins: [b()] }, plugins: [a()«, icons()»] };'],
    ['export default { ...base, plugins: [a()«, icons()»] };'],
    ['const plugins = [a()«, icons()»];\nexport default { plugins };'],
  ])('%j', async (text) => {
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    await expectAdded(`«import icons from 'iconloom/vite';${eol}${eol}»${text}`);
  });
});

describe('what wraps the configuration', () => {
  test.each([
    ['export default defineConfig({ plugins: [a()«, icons()»] });'],
    ['export default defineConfig(({ mode }) => ({ plugins: [a()«, icons()»] }));'],
    [
      'export default defineConfig(async () => {\n  const x = await y();\n  return { plugins: [x«, icons()»] };\n});',
    ],
    ['export default function () { return { plugins: [a()«, icons()»] }; };'],
    ['const config = { plugins: [a()«, icons()»] };\nexport default defineConfig(config);'],
    [
      'const config: UserConfig = { plugins: [a<string>()«, icons()»] as Plugin[] };\nexport default config;',
    ],
    ['export default { plugins: [a()«, icons()»] } satisfies UserConfig;'],
    [
      'enum E { A }\nexport default defineConfig(({ mode }: { mode: string }): UserConfig => ({ plugins: [a(E.A)!«, icons()»] }));',
    ],
  ])('%j', async (text) => {
    await expectAdded(`«import icons from 'iconloom/vite';\n\n»${text}`);
  });

  test('a folder of keys', async () => {
    const start = "import { defineConfig } from 'x';«\nimport icons from 'iconloom/vite';»\n";
    for (const text of [
      'export default defineConfig({ vite: { plugins: [a()«, icons()»] } });',
      'export default defineConfig({ vite: {« plugins: [icons()] »} });',
      'export default defineConfig({« vite: { plugins: [icons()] } »});',
    ]) {
      await expectAdded(start + text, IN_VITE);
    }
  });

  test('the call of esbuild', async () => {
    await expectAdded(
      "import * as esbuild from 'esbuild';«\nimport icons from 'iconloom/esbuild';»\nawait esbuild.build({\n  bundle: true,«\n  plugins: [icons()],»\n});\n",
      ESBUILD,
    );
    await expectAdded(
      "const { build } = require('esbuild');«\nconst { default: icons } = require('iconloom/esbuild');»\nconst options = { bundle: true«, plugins: [icons()]» };\nbuild(options).catch(fail);\n",
      ESBUILD,
    );
  });
});

describe('the import', () => {
  const REST = 'export default { plugins: [a()«, icons()»] };\n';

  test('follows the last one, in its quotes, with or without semicolons', async () => {
    await expectAdded(
      `import a from "a"\nimport b from "b" // why«\nimport icons from "iconloom/vite"»\n\n${REST.replace(';', '')}`,
    );
    await expectAdded(`import a from 'a';«\nimport icons from 'iconloom/vite';»\n\n${REST}`);
  });

  test('stands first where there is none, behind what speaks to tools', async () => {
    const line = "«import icons from 'iconloom/vite';\n\n»";
    await expectAdded(`#!/usr/bin/env node\n// @ts-check\n${line}/** @type {X} */\n${REST}`);
    await expectAdded(`\ufeff${line}// about\n${REST}`);
  });

  test('is a require in a CommonJS module', async () => {
    const rest = 'module.exports = { plugins: [new A()«, icons()»] };\n';
    const line = "const { default: icons } = require('iconloom/webpack');";
    const webpack = { ...VITE, from: 'iconloom/webpack' };
    await expectAdded(`'use strict';\nconst A = require('a');«\n${line}»\n\n${rest}`, webpack);
    await expectAdded(`'use strict';\n«${line}\n\n»${rest}`, webpack);
  });

  test('takes a name that is free', async () => {
    await expectAdded(
      "import icons from './icons.js';«\nimport iconloom from 'iconloom/vite';»\nexport default { plugins: [icons«, iconloom()»] };",
    );
  });
});

test('a file that has the plugin is left as it is', async () => {
  for (const text of [
    'import i from "iconloom/vite";\nexport default { plugins: [i()] };',
    "const { default: i } = require('iconloom/vite');\nmodule.exports = merge(a, i);",
    "export default async () => ({ plugins: [(await import('iconloom/vite')).default()] });",
  ]) {
    expect(await addPlugin(text, VITE)).toEqual({ status: 'there' });
  }
});

test.each([
  ['export default {', 'has a syntax error'],
  ['const x = 1;', 'has no default export with a configuration'],
  ['export default { ...base };', 'spreads the properties of another object'],
  [
    'export default x ? { plugins: [] } : {};',
    'exports a conditional expression instead of an object literal',
  ],
  ['export default [{ plugins: [] }];', 'exports an array instead of an object literal'],
  ['export default mergeConfig(a, { plugins: [] });', 'gets it from a call of mergeConfig'],
  [
    'export default { plugins: x ? [a()] : [] };',
    "sets 'plugins' to something other than an array literal",
  ],
  ['export default { plugins: [a()].concat(b) };', 'gets it from a call of a function'],
  ['export default { plugins() { return []; } };', "has 'plugins' as a function"],
  ['let plugins = [];\nexport default { plugins };', "does not set 'plugins' as one constant"],
  [
    'const plugins = [];\nexport default () => { const { plugins } = x; return { plugins }; };',
    "does not set 'plugins' as one constant",
  ],
  ['const a = b, b = a;\nexport default a;', 'contains a circular reference'],
  ['export default function f() { return f; }', 'contains a circular reference'],
  [
    'import plugins from "./p.js";\nexport default { plugins };',
    "takes 'plugins' from a parameter or another module",
  ],
  [
    'const plugins = [];\nexport default ({ plugins }) => ({ plugins });',
    "takes 'plugins' from a parameter or another module",
  ],
  ['export default (x) => { if (x) return { plugins: [] }; return {}; };', 'returns it in several'],
  ['export default (x) => { if (x) { return { plugins: [] }; } };', 'returns it in several'],
  ['const icons = 1, iconloom = 2, iconloomPlugin = 3;\nexport default {};', 'uses the names'],
])('what is not sure to be right is left: %j', async (text, reason) => {
  expect(await reasonFor(text)).toContain(reason);
});

test('scripts that do not call esbuild once are left', async () => {
  const twice = "import { build } from 'esbuild';\nbuild({});\nbuild({});";
  expect(await reasonFor(twice, ESBUILD)).toBe('calls esbuild 2 times');
  expect(await reasonFor("import 'esbuild';", ESBUILD)).toBe('calls esbuild 0 times');
});
