import { join } from 'node:path';
import { rspack } from '@rspack/core';
import { build as esbuild } from 'esbuild';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { describe, expect, test } from 'vitest';
import webpack, { type Compiler, type Configuration } from 'webpack';
import esbuildIcons from '../../src/plugin/adapters/esbuild.ts';
import rolldownIcons from '../../src/plugin/adapters/rolldown.ts';
import rollupIcons from '../../src/plugin/adapters/rollup.ts';
import rspackIcons from '../../src/plugin/adapters/rspack.ts';
import webpackIcons from '../../src/plugin/adapters/webpack.ts';
import type { PluginOptions } from '../../src/plugin/options.ts';
import { readTree } from '../e2e/test-build.ts';
import { newApp } from './app.ts';
import { configOf, run } from './webpack-like.ts';

/** What differs between the sides of an app. */
interface Side {
  readonly is: 'client' | 'server';
  /** Public path. */
  readonly base?: string;
  readonly options?: PluginOptions;
  readonly isDevelopment?: boolean;
}

type Build = (root: string, side: Side) => Promise<unknown>;

const entryOf = ({ is }: Side) => `src/${is}.js`;
const iconsOf = ({ options }: Side) => ({ inputs: 'icons', dts: false as const, ...options });

function configFor(root: string, side: Side, plugin: object): Configuration {
  const { is, base, isDevelopment = false } = side;
  return configOf(root, plugin, [], {
    ...{ entry: `./${entryOf(side)}`, target: is === 'server' ? 'node20' : 'web' },
    ...{ mode: isDevelopment ? 'development' : 'production', experiments: { outputModule: true } },
    output: {
      ...{ path: join(root, 'dist', is), filename: `${is}.js`, module: true },
      ...{ library: { type: 'module' } },
      ...(base !== undefined && { publicPath: base }),
    },
  });
}

const BUILDS: Readonly<Record<string, Build>> = {
  webpack: (root, side) =>
    run(webpack(configFor(root, side, webpackIcons(iconsOf(side)))) as Compiler, []),
  rspack: (root, side) =>
    run(rspack(configFor(root, side, rspackIcons(iconsOf(side))) as never) as never, []),
  esbuild: (root, side) =>
    esbuild({
      ...{ absWorkingDir: root, entryPoints: [entryOf(side)], outdir: `dist/${side.is}` },
      ...{ bundle: true, format: 'esm', platform: side.is === 'server' ? 'node' : 'browser' },
      ...{ logLevel: 'silent', plugins: [esbuildIcons(iconsOf(side))] },
      ...(side.base !== undefined && { publicPath: side.base }),
      ...(side.isDevelopment && { conditions: ['development'] }),
    }),
};

const newSides = (
  server = `export const hrefs = [iconHref('bookmark'), iconHref(icon.navMenu)];`,
) =>
  newApp({
    'src/client.js': `import { iconHref } from 'virtual:iconloom';
export const hrefs = [iconHref('bookmark'), iconHref('hamburger')];`,
    'src/server.js': `import { icon, iconHref } from 'virtual:iconloom';\n${server}`,
  });

const spritesIn = (root: string) =>
  Object.keys(readTree(join(root, 'dist'))).filter((file) => file.endsWith('.svg'));

async function hrefsOf(root: string): Promise<readonly string[]> {
  return (await import(join(root, 'dist/server/server.js'))).hrefs;
}

const CLIENT = { is: 'client', base: '/files/' } as const;
const SERVER = { is: 'server' } as const;

describe.each(Object.entries(BUILDS))('a server build with %s', (_, build) => {
  test('links below the public path of the client build, and writes no sprite', async () => {
    const root = newSides();
    // Both at the same time, as configurations of several builds run.
    await Promise.all([build(root, CLIENT), build(root, SERVER)]);
    const [sprite = '', ...others] = spritesIn(root);
    expect(sprite).toMatch(/^client\/assets\/sprite\.[0-9a-f]{8}\.svg$/);
    expect(others).toEqual([]);
    const url = sprite.replace('client', '/files');
    expect(await hrefsOf(root)).toEqual([`${url}#bookmark`, `${url}#nav-menu`]);
  });

  test('says that there was no client build, unless it has none', async () => {
    const root = newSides();
    await expect(build(root, SERVER)).rejects.toThrow('client-build-missing');
    await build(root, { ...SERVER, base: '/own/', options: { server: false } });
    const [sprite = ''] = spritesIn(root);
    expect((await hrefsOf(root))[0]).toBe(`${sprite.replace('server', '/own')}#bookmark`);
  });

  test('says which icons the client build lacks', async () => {
    const root = newSides(`export const hrefs = [iconHref('camera')];`);
    await build(root, CLIENT);
    await expect(build(root, SERVER)).rejects.toThrow(
      /src\/server\.js:2:\d+ error client-build-lacks .*'camera'/,
    );
  });

  test('says that only the browser knows the URL', async () => {
    const root = newSides();
    await build(root, { is: 'client' });
    await expect(build(root, SERVER)).rejects.toThrow('server-base-unknown');
    await build(root, { ...SERVER, base: '/there/' });
    expect((await hrefsOf(root))[0]).toMatch(/^\/there\/assets\/sprite\.\w+\.svg#bookmark$/);
  });
});

describe.each(['webpack', 'rspack'] as const)('a server build with %s', (bundler) => {
  const build = BUILDS[bundler] as Build;

  test('links as the client build does while developing, whichever is first', async () => {
    const root = newSides();
    const isDevelopment = true;
    await build(root, { ...SERVER, isDevelopment, base: '/files/' });
    await build(root, { ...CLIENT, isDevelopment });
    const [sprite = '', ...others] = spritesIn(root);
    expect(others).toEqual([]);
    expect((await hrefsOf(root))[0]).toBe(`${sprite.replace('client', '/files')}#bookmark`);
  });
});

test.each(['rollup', 'rolldown'] as const)('%s is told by the option server', async (bundler) => {
  const root = newSides();
  const build = async (side: Side) => {
    const options = { ...iconsOf(side), inputs: join(root, 'icons'), base: '/files/' };
    const input = join(root, entryOf(side));
    const cwd = process.cwd();
    // The record is that of the project.
    process.chdir(root);
    const bundle =
      bundler === 'rollup'
        ? await rollup({ input, plugins: rollupIcons(options) as never, onLog: () => {} })
        : await rolldown({ input, plugins: rolldownIcons(options) as never, onLog: () => {} });
    await bundle.write({ dir: join(root, 'dist', side.is) });
    process.chdir(cwd);
  };
  await build({ is: 'client' });
  await build({ is: 'server', options: { server: true } });
  const [sprite = '', ...others] = spritesIn(root);
  expect(others).toEqual([]);
  expect((await hrefsOf(root))[0]).toBe(`${sprite.replace('client', '/files')}#bookmark`);
});

test.each(['rollup', 'rolldown'] as const)(
  '%s does not wait for a client put aside',
  async (each) => {
    const root = newSides();
    const cwd = process.cwd();
    process.chdir(root);
    const open = async (side: Side) => {
      const options = { ...iconsOf(side), inputs: join(root, 'icons'), base: '/files/' };
      const input = join(root, entryOf(side));
      return each === 'rollup'
        ? rollup({ input, plugins: rollupIcons(options) as never, onLog: () => {} })
        : rolldown({ input, plugins: rolldownIcons(options) as never, onLog: () => {} });
    };
    const client = await open({ is: 'client' });
    const server = await open({ is: 'server', options: { server: true } });
    await expect(server.generate({})).rejects.toThrow('client-build-missing');
    await client.generate({});
    await expect(server.generate({})).resolves.toBeDefined();
    process.chdir(cwd);
  },
);
