import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rspack } from '@rspack/core';
import { type BuildOptions, build as esbuild } from 'esbuild';
import { type Plugin, rolldown } from 'rolldown';
import { type Plugin as RollupPlugin, rollup } from 'rollup';
import { type InlineConfig, build as viteBuild } from 'vite';
import { vi } from 'vitest';
import webpack, { type Configuration } from 'webpack';
import esbuildIcons from '../../src/plugin/adapters/esbuild.ts';
import rolldownIcons from '../../src/plugin/adapters/rolldown.ts';
import rollupIcons from '../../src/plugin/adapters/rollup.ts';
import rspackIcons from '../../src/plugin/adapters/rspack.ts';
import viteIcons from '../../src/plugin/adapters/vite.ts';
import webpackIcons from '../../src/plugin/adapters/webpack.ts';
import type { PluginOptions } from '../../src/plugin/options.ts';
import { square, temporaryFolder, writeTree } from '../e2e/test-build.ts';
import { configOf, outputsIn, run } from './webpack-like.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the tests call the bundlers. */
export type Bundler = 'vite' | 'rollup' | 'rolldown' | 'webpack' | 'rspack' | 'esbuild';
export const BUNDLERS: readonly Bundler[] = [
  'vite',
  'rollup',
  'rolldown',
  'webpack',
  'rspack',
  'esbuild',
];

/** An app in a folder of its own that finds our package and its dependencies. */
export function newApp(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'node_modules'));
  for (const name of [
    'react',
    'react-dom',
    'vue',
    '@vue',
    'svelte',
    'solid-js',
    '@tabler',
    'esm-env',
    'clsx',
    'scheduler',
    'terser',
    'esbuild',
  ]) {
    symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
  }
  symlinkSync(ROOT, join(root, 'node_modules', 'iconloom'));
  writeTree(root, {
    'package.json': '{ "type": "module" }',
    'icons/bookmark.svg': square(2),
    'icons/camera.svg': square(4),
    'icons/check.svg': square(6),
    'icons/nav/menu.svg': square(8),
    'icons/nav/menu.meta.json': '{ "aliases": ["hamburger"] }',
    ...files,
  });
  return root;
}

export interface BuildCase {
  readonly options?: PluginOptions;
  /** For Vite. */
  readonly vite?: InlineConfig;
  /** For Rollup and Rolldown. */
  readonly output?: Readonly<Record<string, unknown>>;
  /** For webpack and Rspack. */
  readonly webpack?: Configuration;
  readonly esbuild?: BuildOptions;
}

export interface BuiltApp {
  /** Contents by path below the output folder. */
  readonly files: ReadonlyMap<string, string>;
  /** The code of all chunks. */
  readonly code: string;
  /** The sprites. */
  readonly sprites: readonly string[];
  /** Ids in the sprites, sorted. */
  readonly ids: readonly string[];
  /** What was told. */
  readonly told: string;
}

/** Builds `src/main.js` of an app, in memory. */
export async function buildApp(
  bundler: Bundler,
  root: string,
  {
    options = {},
    vite = {},
    output = {},
    webpack: config = {},
    esbuild: build = {},
  }: BuildCase = {},
): Promise<BuiltApp> {
  const told: string[] = [];
  const all = { inputs: join(root, 'icons'), dts: false as const, ...options };
  const input = join(root, 'src/main.js');
  const onLog = (_: string, { message }: { message: string }) => void told.push(message);
  const cwd = process.cwd();
  const mode = process.env.NODE_ENV;
  // As it is where a build is run from the command line.
  process.env.NODE_ENV = 'production';
  const outputs = await (async () => {
    if (bundler === 'vite') {
      const logger = {
        ...{ hasWarned: false, clearScreen() {}, hasErrorLogged: () => false },
        ...{ error() {}, warnOnce() {} },
        info: (message: string) => void told.push(message),
        warn: (message: string) => void told.push(message),
      };
      const { plugins = [], build = {}, ...rest } = vite;
      const built = await viteBuild({
        ...{ root, configFile: false, customLogger: logger, mode: 'production', ...rest },
        plugins: [...plugins, viteIcons({ ...all, inputs: options.inputs ?? 'icons' })],
        build: {
          ...{ write: false, minify: false, ...build },
          rollupOptions: { input, ...build.rollupOptions },
        },
      });
      return [built].flat().flatMap((each) => ('output' in each ? each.output : []));
    }
    if (bundler === 'webpack' || bundler === 'rspack') {
      const icons = bundler === 'webpack' ? webpackIcons : rspackIcons;
      const named = output.entryFileNames ? { filename: '[name].[contenthash].js' } : {};
      const all = { ...config, output: { ...named, ...config.output } };
      const given = configOf(root, icons({ inputs: 'icons', dts: false, ...options }), told, all);
      await run(bundler === 'webpack' ? webpack(given) : (rspack(given as never) as never), told);
      return outputsIn(join(root, 'dist'));
    }
    if (bundler === 'esbuild') {
      const icons = esbuildIcons({ inputs: 'icons', dts: false, ...options });
      const info = vi.spyOn(console, 'info').mockImplementation((text) => void told.push(text));
      const { warnings } = await esbuild({
        ...{ absWorkingDir: root, entryPoints: ['src/main.js'], outdir: 'dist', bundle: true },
        ...{ format: 'esm', ...build },
        ...(output.entryFileNames !== undefined && { entryNames: '[name].[hash]' }),
        plugins: [...(build.plugins ?? []), icons],
      }).finally(() => info.mockRestore());
      told.push(...warnings.map(({ text }) => text));
      return outputsIn(join(root, 'dist'));
    }
    process.chdir(root);
    if (bundler === 'rollup') {
      const plugins = [nodeModules(root) as never, rollupIcons(all) as RollupPlugin[]];
      const bundle = await rollup({ input, plugins, onLog });
      return (await bundle.generate(output)).output;
    }
    const plugins = [rolldownIcons(all) as Plugin[]];
    const bundle = await rolldown({ input, plugins, onLog: onLog as never, cwd: root });
    return (await bundle.generate(output)).output;
  })().finally(() => {
    process.chdir(cwd);
    process.env.NODE_ENV = mode;
  });
  const files = new Map(
    outputs.map((file): [string, string] => [
      file.fileName,
      String(file.type === 'chunk' ? file.code : file.source),
    ]),
  );
  const sprites = [...files].filter(([path]) => path.endsWith('.svg'));
  return {
    files,
    code: outputs.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n'),
    sprites: sprites.map(([path]) => path),
    ids: sprites
      .flatMap(([, text]) => [...text.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id ?? ''))
      .sort(),
    told: told.join('\n'),
  };
}

/** Rollup itself finds no packages. */
function nodeModules(root: string) {
  return {
    name: 'node-modules',
    resolveId: (source: string) =>
      /^(react|vue)(\/|$)/.test(source) ? { id: source, external: true } : undefined,
    root,
  };
}
