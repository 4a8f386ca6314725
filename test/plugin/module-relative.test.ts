import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { build as viteBuild } from 'vite';
import { describe, expect, test } from 'vitest';
import esbuildIcons from '../../src/plugin/adapters/esbuild.ts';
import rolldownIcons from '../../src/plugin/adapters/rolldown.ts';
import rollupIcons from '../../src/plugin/adapters/rollup.ts';
import viteIcons from '../../src/plugin/adapters/vite.ts';
import { readTree } from '../e2e/test-build.ts';
import { newApp } from './app.ts';

const APP = {
  'src/main.js': `import { iconHref } from 'virtual:iconloom';\nglobalThis.href = iconHref('bookmark');`,
  'icons/bookmark.svg': '<svg viewBox="0 0 24 24"><path d="M4 4h16v16z"/></svg>',
};

/** Public paths that the option has to override. */
const BUILDS: Readonly<
  Record<string, (root: string, options: object, isServer: boolean) => Promise<unknown>>
> = {
  vite: (root, options, isServer) =>
    viteBuild({
      ...{ root, configFile: false, logLevel: 'silent', base: '/public/' },
      plugins: [viteIcons(options)],
      build: {
        ...(isServer && { ssr: 'src/main.js' }),
        rollupOptions: { input: join(root, 'src/main.js') },
      },
    }),
  rollup: async (root, options) => {
    const bundle = await rollup({
      input: join(root, 'src/main.js'),
      plugins: [rollupIcons(options) as never],
    });
    await bundle.write({ dir: join(root, 'dist/assets'), format: 'es' });
  },
  rolldown: async (root, options) => {
    const bundle = await rolldown({
      input: join(root, 'src/main.js'),
      plugins: [rolldownIcons(options) as never],
    });
    await bundle.write({ dir: join(root, 'dist/assets'), format: 'es' });
  },
  esbuild: (root, options, isServer) =>
    esbuild({
      ...{ absWorkingDir: root, entryPoints: ['src/main.js'], outdir: 'dist/assets' },
      ...{ bundle: true, format: 'esm', publicPath: '/public/', logLevel: 'silent' },
      platform: isServer ? 'node' : 'browser',
      plugins: [esbuildIcons(options)],
    }),
};

describe("base: 'import.meta.url'", () => {
  test.each(Object.keys(BUILDS))('links to the sprite next to the module: %s', async (bundler) => {
    const root = newApp(APP);
    const options = { inputs: join(root, 'icons'), dts: false, base: 'import.meta.url' };
    await BUILDS[bundler]?.(root, options, false);
    const tree = readTree(join(root, 'dist'));
    const [path = '', code = ''] =
      Object.entries(tree).find(([file]) => file.endsWith('.js')) ?? [];
    const globals: { href?: string } = {};
    const here = JSON.stringify(`https://cdn.example/${path}`);
    new Function('globalThis', code.replaceAll('import.meta.url', here))(globals);
    const { origin, pathname, hash } = new URL(globals.href ?? '');
    expect({ origin, hash }).toEqual({ origin: 'https://cdn.example', hash: '#bookmark' });
    expect(tree[pathname.slice(1)]).toContain('<symbol id="bookmark"');
  });

  test.each(['vite', 'esbuild'])('is refused on a server: %s', async (bundler) => {
    const root = newApp(APP);
    const options = { inputs: join(root, 'icons'), dts: false, base: 'import.meta.url' };
    await BUILDS[bundler]?.(root, options, false);
    await expect(BUILDS[bundler]?.(root, options, true)).rejects.toThrow(/server-base-unknown/);
  });
});
