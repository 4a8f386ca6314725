import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rspack } from '@rspack/core';
import { context } from 'esbuild';
import { type OutputOptions, watch as watchRolldown } from 'rolldown';
import { watch as watchRollup } from 'rollup';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import webpack, { type Compiler } from 'webpack';
import esbuildIcons from '../../src/plugin/edges/esbuild.ts';
import rolldownIcons from '../../src/plugin/edges/rolldown.ts';
import rollupIcons from '../../src/plugin/edges/rollup.ts';
import rspackIcons from '../../src/plugin/edges/rspack.ts';
import webpackIcons from '../../src/plugin/edges/webpack.ts';
import { square } from '../e2e/test-build.ts';
import { newApp } from './app.ts';
import { configOf } from './webpack-like.ts';

/** Builds an app again and again; what goes wrong is told to `onTold`. Ends with the test. */
type Watch = (root: string, onTold: (text: string) => void) => void | Promise<void>;

const OPTIONS = { inputs: 'icons', dts: false } as const;

function watchLikeWebpack(compiler: Compiler, onTold: (text: string) => void): void {
  const watching = compiler.watch({ aggregateTimeout: 5 }, (error, stats) => {
    const { errors = [], warnings = [] } =
      stats?.toJson({ all: false, errors: true, warnings: true }) ?? {};
    const messages = [...errors, ...warnings].map(({ message }) => message);
    onTold([...messages, error?.message ?? ''].join('\n'));
  });
  onTestFinished(
    () => new Promise<void>((resolve) => watching?.close(() => compiler.close(() => resolve()))),
  );
}

/** Rollup's kind find the project in the folder of the process. */
function watchLikeRollup(
  watch: typeof watchRollup,
  root: string,
  plugins: object,
  onTold: (text: string) => void,
): void {
  const output: OutputOptions = { dir: join(root, 'dist') };
  const warnings: string[] = [];
  const onLog = (level: string, { message }: { message: string }) =>
    void (level === 'warn' && warnings.push(message));
  const watcher = watch({ input: join(root, 'src/main.js'), output, plugins, onLog } as never);
  watcher.on('event', (event) => {
    if (event.code === 'BUNDLE_END' || event.code === 'ERROR') void event.result?.close();
    if (event.code === 'BUNDLE_END') onTold(warnings.splice(0).join('\n'));
    if (event.code === 'ERROR') onTold(event.error.message);
  });
  onTestFinished(() => watcher.close());
}

const WATCHES: Readonly<Record<string, Watch>> = {
  webpack: (root, onTold) =>
    watchLikeWebpack(webpack(configOf(root, webpackIcons(OPTIONS), [])) as Compiler, onTold),
  rspack: (root, onTold) => {
    const config = configOf(root, rspackIcons(OPTIONS), []);
    watchLikeWebpack(rspack(config as never) as never, onTold);
  },
  esbuild: async (root, onTold) => {
    const told = {
      name: 'told',
      setup: ({ onEnd }: import('esbuild').PluginBuild) =>
        onEnd(({ errors, warnings }) =>
          onTold([...errors, ...warnings].map(({ text }) => text).join('\n')),
        ),
    };
    const build = await context({
      ...{ absWorkingDir: root, entryPoints: ['src/main.js'], outdir: 'dist', bundle: true },
      ...{ format: 'esm', logLevel: 'silent', plugins: [told, esbuildIcons(OPTIONS)] },
    });
    onTestFinished(() => build.dispose());
    await build.watch();
  },
  rollup: (root, onTold) => {
    const plugins = rollupIcons({ ...OPTIONS, inputs: join(root, 'icons') });
    watchLikeRollup(watchRollup, root, plugins, onTold);
  },
  rolldown: (root, onTold) => {
    const plugins = rolldownIcons({ ...OPTIONS, inputs: join(root, 'icons') });
    watchLikeRollup(watchRolldown as never, root, plugins, onTold);
  },
};

const MAIN = (...names: readonly string[]) =>
  `import { iconHref } from 'virtual:iconloom';\nconsole.log(${names.map((name) => `iconHref('${name}')`).join(', ')});\n`;

/** The machine may be busy. */
const SLOW = { timeout: 20_000, interval: 20 };

/** What the script links to: the contents of its sprite. */
function linked(root: string): string {
  const script = readFileSync(join(root, 'dist/main.js'), 'utf8');
  const file = /assets\/sprite\.[0-9a-f]{8}\.svg/.exec(script)?.[0] ?? '';
  return readFileSync(join(root, 'dist', file), 'utf8');
}

describe.each(Object.entries(WATCHES))('a watch of %s', (_, watch) => {
  test('follows icons that are edited, missing, added, broken and removed', async () => {
    const root = newApp({ 'src/main.js': MAIN('bookmark') });
    let told = 'nothing yet';
    await watch(root, (text) => {
      told = text;
    });
    const tells = (text: string) => vi.waitFor(() => expect(told).toContain(text), SLOW);
    const shows = (side: number) =>
      vi.waitFor(() => {
        expect(told.trim()).toBe('');
        expect(linked(root)).toContain(`M0 0h${side}v${side}H0z`);
      }, SLOW);
    const bookmark = join(root, 'icons/bookmark.svg');
    const late = join(root, 'icons/late.svg');
    await shows(2);
    writeFileSync(bookmark, square(10));
    await shows(10);
    writeFileSync(join(root, 'src/main.js'), MAIN('bookmark', 'late'));
    await tells("There is no icon 'late'");
    writeFileSync(late, square(11));
    await shows(11);
    writeFileSync(bookmark, '<svg');
    await tells('icons/bookmark.svg:1:5 error parse-error');
    expect(linked(root)).toContain('M0 0h10v10H0z');
    writeFileSync(bookmark, square(12));
    await shows(12);
    rmSync(late);
    await tells("There is no icon 'late'");
  });
});
