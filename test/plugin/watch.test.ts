import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rspack } from '@rspack/core';
import { context } from 'esbuild';
import { type OutputOptions, watch as watchRolldown } from 'rolldown';
import { type RollupWatcherEvent, watch as watchRollup } from 'rollup';
import { createLogger, build as viteBuild } from 'vite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import webpack, { type Compiler } from 'webpack';
import esbuildIcons from '../../src/plugin/adapters/esbuild.ts';
import rolldownIcons from '../../src/plugin/adapters/rolldown.ts';
import rollupIcons from '../../src/plugin/adapters/rollup.ts';
import rspackIcons from '../../src/plugin/adapters/rspack.ts';
import viteIcons from '../../src/plugin/adapters/vite.ts';
import webpackIcons from '../../src/plugin/adapters/webpack.ts';
import { square } from '../e2e/test-build.ts';
import { newApp } from './app.ts';
import { configOf } from './webpack-like.ts';

/** Builds an app again and again; what goes wrong is told to `onTold`. Ends with the test. */
type Watch = (
  root: string,
  onTold: (text: string) => void,
  side?: 'client' | 'server',
) => void | Promise<void>;

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

interface WatchOfRollup {
  on(event: 'event', listener: (event: RollupWatcherEvent) => void): unknown;
  close(): unknown;
}

function tellEvents(watcher: WatchOfRollup, warnings: string[], onTold: (text: string) => void) {
  watcher.on('event', (event) => {
    if (event.code === 'BUNDLE_END' || event.code === 'ERROR') void event.result?.close();
    if (event.code === 'BUNDLE_END') onTold(warnings.splice(0).join('\n'));
    if (event.code === 'ERROR') onTold(event.error.message);
  });
  onTestFinished(() => void watcher.close());
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
  tellEvents(watcher, warnings, onTold);
}

const WATCHES: Readonly<Record<string, Watch>> = {
  webpack: (root, onTold) =>
    watchLikeWebpack(webpack(configOf(root, webpackIcons(OPTIONS), [])) as Compiler, onTold),
  rspack: (root, onTold, side) => {
    const config = configOf(root, rspackIcons(OPTIONS), [], {
      target: side === 'server' ? 'node' : 'web',
      output: { publicPath: '/', ...(side && { path: join(root, 'dist', side) }) },
    });
    watchLikeWebpack(rspack(config as never) as never, onTold);
  },
  esbuild: async (root, onTold, side) => {
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
      ...(side && { outdir: `dist/${side}`, publicPath: '/' }),
      ...(side === 'server' && { platform: 'node' }),
    });
    onTestFinished(() => build.dispose());
    await build.watch();
  },
  vite: async (root, onTold) => {
    const warnings: string[] = [];
    const watcher = await viteBuild({
      ...{ root, configFile: false, plugins: [viteIcons(OPTIONS)] },
      customLogger: { ...createLogger('silent'), warn: (text) => void warnings.push(text) },
      build: {
        ...{ watch: {}, emptyOutDir: false },
        rollupOptions: { input: join(root, 'src/main.js'), output: { entryFileNames: 'main.js' } },
      },
    });
    tellEvents(watcher as WatchOfRollup, warnings, onTold);
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

/** What the script links to: the contents of its sprite. */
function linked(root: string): string {
  const script = readFileSync(join(root, 'dist/main.js'), 'utf8');
  const file = /assets\/sprite\.[0-9a-f]{8}\.svg/.exec(script)?.[0] ?? '';
  return readFileSync(join(root, 'dist', file), 'utf8');
}

/**
 * Changes something until it is noticed: a watch may have told of a build before it looks at the
 * files again. The machine may be busy.
 */
async function change(how: () => void, isNoticed: () => void): Promise<void> {
  const end = Date.now() + 120_000;
  for (;;) {
    how();
    try {
      return await vi.waitFor(isNoticed, { timeout: 1500, interval: 20 });
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

describe.each(Object.entries(WATCHES))('a watch of %s', (_, watch) => {
  test('follows icons that are edited, missing, added, broken and removed', async () => {
    const root = newApp({ 'src/main.js': MAIN('bookmark') });
    let told = 'nothing yet';
    await watch(root, (text) => {
      told = text;
    });
    const tells = (text: string) => () => expect(told).toContain(text);
    const shows = (side: number) => () => {
      expect(told.trim()).toBe('');
      expect(linked(root)).toContain(`M0 0h${side}v${side}H0z`);
    };
    const write = (file: string, text: string) => () => writeFileSync(join(root, file), text);
    await change(() => {}, shows(2));
    await change(write('icons/bookmark.svg', square(10)), shows(10));
    await change(write('src/main.js', MAIN('bookmark', 'late')), tells("There is no icon 'late'"));
    await change(write('icons/late.svg', square(11)), shows(11));
    await change(write('icons/bookmark.svg', '<svg'), tells('bookmark.svg:1:4 error parse-error'));
    expect(linked(root)).toContain('M0 0h10v10H0z');
    await change(write('icons/bookmark.svg', square(12)), shows(12));
    const remove = () => rmSync(join(root, 'icons/late.svg'), { force: true });
    await change(remove, tells("There is no icon 'late'"));
  });
});

test.each(Object.entries(WATCHES))(
  'a watch of %s follows names in other modules',
  async (_, watch) => {
    const names = (name: string) => `export const names = { a: '${name}' };\n`;
    const root = newApp({
      'src/main.js': `import { iconHref } from 'virtual:iconloom';
import { names } from './names.js';
console.log(iconHref(names[location.hash]));`,
      'src/names.js': names('bookmark'),
    });
    await watch(root, () => {});
    const shows = (side: number) => () => expect(linked(root)).toContain(`M0 0h${side}v${side}H0z`);
    await change(() => {}, shows(2));
    await change(() => writeFileSync(join(root, 'src/names.js'), names('camera')), shows(4));
  },
);

test.each(['rspack', 'esbuild'])('a watch of a server with %s follows the client', async (name) => {
  const root = newApp({ 'src/main.js': MAIN('bookmark') });
  const watch = WATCHES[name] as Watch;
  let told = '';
  const note = (text: string) => {
    told += text;
  };
  await Promise.all([watch(root, note, 'client'), watch(root, note, 'server')]);
  const linkIn = (side: string) =>
    /assets\/sprite\.\w+\.svg/.exec(readFileSync(join(root, 'dist', side, 'main.js'), 'utf8'))?.[0];
  const isAlike = () => {
    expect(linkIn('server')).toBe(linkIn('client'));
    return linkIn('server');
  };
  let before: string | undefined = '';
  await change(
    () => {},
    () => {
      before = isAlike();
      expect(before).toBeDefined();
    },
  );
  await change(
    () => writeFileSync(join(root, 'icons/bookmark.svg'), square(10)),
    () => expect(isAlike()).not.toBe(before),
  );
  expect(told).toBe('');
});
