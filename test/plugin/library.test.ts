import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build as esbuild } from 'esbuild';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { createServer, type InlineConfig, build as viteBuild } from 'vite';
import { describe, expect, test } from 'vitest';
import webpack, { type Compiler } from 'webpack';
import esbuildIcons from '../../src/plugin/adapters/esbuild.ts';
import rolldownIcons from '../../src/plugin/adapters/rolldown.ts';
import rollupIcons from '../../src/plugin/adapters/rollup.ts';
import viteIcons from '../../src/plugin/adapters/vite.ts';
import { readTree, writeTree } from '../e2e/test-build.ts';
import { newApp } from './app.ts';
import { configOf, run } from './webpack-like.ts';

const LIBRARY = `import { iconHref } from 'virtual:iconloom';
export const href = iconHref('bookmark');`;

/** An app without our plugin that uses a library built with it, by the tool named. */
async function newConsumer(build: InlineConfig['build'] = {}) {
  const root = newApp({
    'src/main.js': `import { href } from 'library';\nglobalThis.href = href;`,
    'library/src/index.js': LIBRARY,
    'library/icons/bookmark.svg': '<svg viewBox="0 0 24 24"><path d="M4 4h16v16z"/></svg>',
  });
  const library = join(root, 'library');
  const to = join(root, 'node_modules/library');
  mkdirSync(to, { recursive: true });
  writeTree(to, {
    'package.json': '{ "name": "library", "type": "module", "exports": "./index.js" }',
  });
  await viteBuild({
    ...{ root: library, configFile: false, logLevel: 'silent' },
    plugins: [viteIcons({ inputs: 'icons', dts: false })],
    build: {
      lib: { entry: 'src/index.js', formats: ['es'], fileName: 'index' },
      ...{ outDir: to, emptyOutDir: false, ...build },
    },
  });
  return root;
}

/** The icon's link in what an app was built to, as a page at the root sees it, and its file. */
function linkIn(root: string): { readonly href: string; readonly svg: string | undefined } {
  const tree = Object.entries(readTree(join(root, 'dist')));
  const [path = '', code = ''] = tree.find(([file]) => file.endsWith('.js')) ?? [];
  const page = `https://app.example/${path}`;
  const at = code.replaceAll('import.meta.url', JSON.stringify(page));
  const document = {
    baseURI: 'https://app.example/',
    currentScript: { src: page, tagName: 'SCRIPT' },
  };
  const globals: { href?: string } = {};
  new Function('globalThis', 'document', at)(globals, document);
  const { href = '' } = globals;
  const { pathname } = new URL(href, 'https://app.example/');
  return { href, svg: Object.fromEntries(tree)[decodeURI(pathname).slice(1)] };
}

describe('a library with a small sprite is', () => {
  test.each([
    ['', {}],
    [' whose base is relative', { base: './' }],
    [' that inlines all it can', { build: { assetsInlineLimit: 1e9 } }],
  ] as const)('a file for an app of Vite%s', async (_, vite) => {
    const root = await newConsumer();
    await viteBuild({
      ...{ root, configFile: false, logLevel: 'silent', ...vite },
      build: {
        ...('build' in vite && vite.build),
        rollupOptions: { input: join(root, 'src/main.js') },
      },
    });
    const { href, svg } = linkIn(root);
    expect(href).toMatch(/^[^?]*\/assets\/sprite[^?]*\.svg#bookmark$/);
    expect(svg).toContain('<symbol id="bookmark"');
  });

  test('a file for an app of Vite that is a library, too', async () => {
    const root = await newConsumer();
    await viteBuild({
      ...{ root, configFile: false, logLevel: 'silent' },
      build: { lib: { entry: 'src/main.js', formats: ['es'] } },
    });
    expect(linkIn(root).svg).toContain('<symbol id="bookmark"');
  });

  test('a file for a server of Vite', async () => {
    const root = await newConsumer();
    const server = await createServer({
      ...{ root, configFile: false, logLevel: 'silent' },
      server: { middlewareMode: true, ws: false },
    });
    const answer = await server.environments.client.transformRequest(
      '/node_modules/library/index.js',
    );
    expect(answer?.code).not.toContain('data:');
    await server.close();
  });

  test('a file for an app of webpack', async () => {
    const root = await newConsumer();
    const config = configOf(root, { apply() {} }, [], { output: { publicPath: '/' } });
    await run(webpack(config) as Compiler, []);
    expect(linkIn(root).svg).toContain('<symbol id="bookmark"');
  });

  test('a file beside the script, without bundler', async () => {
    const root = await newConsumer({ outDir: undefined as never });
    const code = Object.entries(readTree(join(root, 'library')));
    expect(code.some(([file]) => /dist\/assets\/sprite.*svg$/.test(file))).toBe(true);
  });

  test.each([
    ['', {}],
    [' in a folder', { entryNames: 'js/[name]' }],
    [' below a public path', { publicPath: '/files/', outdir: 'dist/files' }],
    [' in a classic script', { format: 'iife' }],
    [' while developing', { conditions: ['development'] }],
  ] as readonly (readonly [string, BuildOptions])[])(
    'a file for an app of esbuild%s',
    async (_, options) => {
      const root = await newConsumer();
      await esbuild({
        ...{ absWorkingDir: root, entryPoints: ['src/main.js'], outdir: 'dist', bundle: true },
        ...{ format: 'esm', logLevel: 'silent', ...options },
        plugins: [esbuildIcons({ inputs: 'icons', dts: false })],
      });
      expect(linkIn(root).svg).toContain('<symbol id="bookmark"');
    },
  );

  test.each(['rollup', 'rolldown'] as const)('left as it is by %s', async (bundler) => {
    const root = await newConsumer();
    const input = { input: join(root, 'node_modules/library/index.js') };
    const bundle = bundler === 'rollup' ? await rollup(input) : await rolldown(input);
    const { output } = await bundle.generate({});
    expect(output[0]?.code).toContain('import.meta.url');
  });
});

describe('a library that leaves the package outside', () => {
  const newLibrary = () =>
    newApp({
      'src/index.js': `import { iconHtml } from 'iconloom/html';
import { iconHref } from 'virtual:iconloom';
export const text = iconHtml('bookmark') + iconHref('bookmark');`,
      'icons/bookmark.svg': '<svg viewBox="0 0 24 24"><path d="M4 4h16v16z"/></svg>',
    });
  const outside = [/iconloom/, 'iconloom/html', (id: string) => id.includes('iconloom')];

  test.each(outside)('by %s has its own icons with Vite', async (external) => {
    const root = newLibrary();
    await viteBuild({
      ...{ root, configFile: false, logLevel: 'silent' },
      plugins: [viteIcons({ inputs: 'icons', dts: false })],
      build: {
        ...{ lib: { entry: 'src/index.js', formats: ['es'], fileName: 'index' }, minify: false },
        rollupOptions: { external },
      },
    });
    expect(importsIn(readTree(join(root, 'dist'))['index.js'])).toEqual(['iconloom/html']);
  });

  test.each(['rollup', 'rolldown'] as const)('has its own icons with %s', async (bundler) => {
    const root = newLibrary();
    const options = { dts: false as const, inputs: join(root, 'icons') };
    const input = join(root, 'src/index.js');
    const external = [/^iconloom/g, /^virtual:/];
    const bundle =
      bundler === 'rollup'
        ? await rollup({ input, external, plugins: [rollupIcons(options)] })
        : await rolldown({ input, external, plugins: [rolldownIcons(options) as never] });
    const { output } = await bundle.generate({});
    expect(importsIn(output[0]?.code)).toEqual(['iconloom/html']);
  });

  const importsIn = (code = '') =>
    [...code.matchAll(/from\s*['"]([^'"]+)['"]/g)].map(([, source]) => source);
});

describe('a built sprite of a package that an app imports is', () => {
  const newUser = (source: string) =>
    newApp({
      'src/main.js': `import url from '${source}';\nglobalThis.href = url + '#bookmark';`,
      'drawings/sprite.svg': '<svg><symbol id="bookmark"><path d="M4 4h16v16z"/></symbol></svg>',
      'drawings/with-symbol.svg':
        '<svg viewBox="0 0 2 2"><symbol id="a"><path d="M0 0h2v2z"/></symbol><use href="#a"/></svg>',
      'drawings/logo.svg': '<svg viewBox="0 0 2 2"><path d="M0 0h2v2z"/></svg>',
    });
  const build = (root: string, build: InlineConfig['build'] = {}) =>
    viteBuild({
      ...{ root, configFile: false, logLevel: 'silent' },
      plugins: [viteIcons({ inputs: 'icons', dts: false })],
      build: { rollupOptions: { input: join(root, 'src/main.js') }, ...build },
    });

  test.each([
    ['../drawings/sprite.svg?url', {}],
    ['../drawings/sprite.svg', {}],
    ['../drawings/sprite.svg?url', { lib: { entry: 'src/main.js', formats: ['es'] } }],
  ] as [string, InlineConfig['build']][])('a file: %s', async (source, options) => {
    const root = newUser(source);
    await build(root, options);
    expect(linkIn(root).svg).toContain('<symbol id="bookmark"');
  });

  test('a file while developing', async () => {
    const root = newUser('../drawings/sprite.svg?url');
    const server = await createServer({
      ...{ root, configFile: false, logLevel: 'silent' },
      plugins: [viteIcons({ inputs: 'icons', dts: false })],
      server: { middlewareMode: true, ws: false },
    });
    const main = await server.environments.client.transformRequest('/src/main.js');
    const [, url = ''] = /from "([^"]+sprite[^"]+)"/.exec(main?.code ?? '') ?? [];
    const answer = await server.environments.client.transformRequest(url);
    expect(answer?.code).toContain('sprite.svg');
    expect(answer?.code).not.toContain('data:');
    await server.close();
  });

  test.each([
    '../drawings/logo.svg?url',
    '../drawings/with-symbol.svg',
    '../drawings/sprite.svg?inline',
  ])('not: %s, which is a picture', async (source) => {
    const root = newUser(source);
    await build(root);
    expect(linkIn(root).href).toContain('data:image/svg+xml');
  });
});
