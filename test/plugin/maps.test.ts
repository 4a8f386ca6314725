import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { rspack } from '@rspack/core';
import { build as esbuild } from 'esbuild';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { build } from 'vite';
import { expect, test } from 'vitest';
import webpack, { type Compiler } from 'webpack';
import esbuildIcons from '../../src/plugin/adapters/esbuild.ts';
import rolldownIcons from '../../src/plugin/adapters/rolldown.ts';
import rollupIcons from '../../src/plugin/adapters/rollup.ts';
import rspackIcons from '../../src/plugin/adapters/rspack.ts';
import viteIcons from '../../src/plugin/adapters/vite.ts';
import webpackIcons from '../../src/plugin/adapters/webpack.ts';
import { newApp } from './app.ts';
import { configOf, outputsIn, run } from './webpack-like.ts';

const MAIN = `import { iconHref, icon } from 'virtual:iconloom';
export const first = iconHref('bookmark'); export const second = 'AFTER ONE';
export const third = [icon.check, 'AFTER TWO'];
console.log(first, second, third);
`;

/** Where a text of the output stands in the source. */
function placeOf(text: string, code: string, map: unknown): readonly (number | undefined)[] {
  const before = code.slice(0, code.indexOf(text));
  const line = before.split('\n').length - 1;
  const column = before.length - before.lastIndexOf('\n') - 1;
  const entry = new SourceMap(map as never).findEntry(line, column);
  return 'originalLine' in entry ? [entry.originalLine + 1, entry.originalColumn] : [];
}

interface Chunk {
  readonly type: string;
  readonly code?: string;
  readonly map?: unknown;
}

function check(output: readonly unknown[]): void {
  const chunk = (output as Chunk[]).find(({ type }) => type === 'chunk');
  const { code = '', map } = chunk ?? {};
  const lines = MAIN.split('\n');
  for (const text of ['AFTER ONE', 'AFTER TWO']) {
    const line = lines.findIndex((each) => each.includes(text));
    // The literal begins with its quote.
    const quoted = code.slice(code.indexOf(text) - 1, code.indexOf(text)) + text;
    expect(placeOf(quoted, code, map)).toEqual([line + 1, (lines[line] ?? '').indexOf(text) - 1]);
  }
}

test('source maps of Rollup lead to the source', async () => {
  const root = newApp({ 'src/main.js': MAIN });
  const plugins = rollupIcons({ inputs: join(root, 'icons'), dts: false });
  const bundle = await rollup({ input: join(root, 'src/main.js'), plugins: plugins as never });
  check((await bundle.generate({ sourcemap: true })).output);
});

test('source maps of Rolldown lead to the source', async () => {
  const root = newApp({ 'src/main.js': MAIN });
  const plugins = rolldownIcons({ inputs: join(root, 'icons'), dts: false });
  const bundle = await rolldown({ input: join(root, 'src/main.js'), plugins: plugins as never });
  check((await bundle.generate({ sourcemap: true })).output);
});

test.each([false, true])('source maps of Vite lead to the source, minify: %s', async (minify) => {
  const root = newApp({ 'src/main.js': MAIN });
  const built = await build({
    ...{ root, configFile: false, logLevel: 'silent' },
    plugins: [viteIcons({ inputs: 'icons', dts: false })],
    build: {
      ...{ write: false, sourcemap: true, minify },
      rollupOptions: { input: join(root, 'src/main.js'), preserveEntrySignatures: 'strict' },
    },
  });
  check((built as { output: unknown[] }).output);
});

/** What was written to a folder, with the map that lies beside the script or in it. */
function written(folder: string) {
  const files = outputsIn(folder);
  const script = files.find(({ type }) => type === 'chunk');
  const beside = files.find(({ fileName }) => fileName.endsWith('.map'))?.source;
  const inside = /sourceMappingURL=data:[^,]+,(.+)/.exec(script?.code ?? '')?.[1] ?? '';
  const map = JSON.parse(beside ?? Buffer.from(inside, 'base64').toString());
  return [{ type: 'chunk', code: script?.code ?? '', map }];
}

test.each([
  ['webpack', 'source-map', true],
  ['webpack', 'inline-source-map', false],
  ['rspack', 'source-map', true],
  ['rspack', 'inline-source-map', false],
] as const)('source maps of %s lead to the source: %s, minimize: %s', async (...given) => {
  const [bundler, devtool, minimize] = given;
  const root = newApp({ 'src/main.js': MAIN });
  const options = { inputs: 'icons', dts: false } as const;
  const plugin = bundler === 'webpack' ? webpackIcons(options) : rspackIcons(options);
  const config = configOf(root, plugin, [], { devtool, optimization: { minimize } });
  await run((bundler === 'webpack' ? webpack(config) : rspack(config as never)) as Compiler, []);
  check(written(join(root, 'dist')));
});

test.each([
  [true, true],
  ['inline', false],
] as const)('source maps of esbuild lead to the source: %s, minify: %s', async (...given) => {
  const [sourcemap, minify] = given;
  const root = newApp({ 'src/main.js': MAIN });
  await esbuild({
    ...{ absWorkingDir: root, entryPoints: ['src/main.js'], outdir: 'dist', bundle: true },
    ...{ sourcemap, minify, logLevel: 'silent', format: 'esm' },
    plugins: [esbuildIcons({ inputs: 'icons', dts: false })],
  });
  check(written(join(root, 'dist')));
});
