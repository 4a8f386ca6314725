import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExternalItem } from 'webpack';
import { square } from '../e2e/test-build.ts';
import { type Bundler, buildApp, newApp } from './app.ts';

const USING = (...names: readonly string[]) =>
  `import { iconHref } from 'virtual:iconloom';\nconsole.log(${names.map((name) => `iconHref('${name}')`).join(', ')});\n`;

const outside = (request: string) => (/iconloom/.test(request) ? request : undefined);

/** What a script tells the console. */
function toldBy(code: string, globals: Readonly<Record<string, unknown>> = {}): unknown[] {
  const told: unknown[] = [];
  const all = { console: { log: (...words: unknown[]) => told.push(...words) }, ...globals };
  new Function(...Object.keys(all), code)(...Object.values(all));
  return told;
}

describe.each(['webpack', 'rspack'] as const)('with %s', (bundler) => {
  test('links follow the script where the public path is worked out', async () => {
    const root = newApp({ 'src/main.js': USING('bookmark') });
    const output = { publicPath: 'auto', filename: 'js/[name].js' };
    const app = await buildApp(bundler, root, { webpack: { output } });
    const script = { tagName: 'SCRIPT', src: 'https://cdn.example/app/js/main.js' };
    const document = { currentScript: script };
    const global = { document };
    const [href] = toldBy(app.code, { document, globalThis: global, self: global });
    expect(new URL(String(href)).href).toBe(`https://cdn.example/app/${app.sprites[0]}#bookmark`);
  });

  test.each([
    ['a pattern', /iconloom/],
    ['a function', ({ request = '' }, done) => done(undefined, outside(request))],
    ['a promise', async ({ request = '' }) => outside(request)],
  ] as [string, ExternalItem][])(
    'names stay inside, whatever %s leaves outside',
    async (_, item) => {
      const root = newApp({
        'src/main.js': `import { iconHtml } from 'iconloom/html';\n${USING('bookmark')}console.log(iconHtml('check'));`,
      });
      const { code } = await buildApp(bundler, root, {
        webpack: { externals: [item], externalsType: 'commonjs' },
      });
      const required = [...code.matchAll(/require\("([^"]+)"\)/g)].map(([, source]) => source);
      expect(required).toEqual(['iconloom/html']);
    },
  );

  test('names of all chunks follow the sprite', async () => {
    const app = (late: string) =>
      newApp({
        'src/main.js': `${USING('bookmark')}import('./late.js');`,
        'src/late.js': USING(late),
      });
    const output = { filename: '[name].[contenthash].js', chunkFilename: '[contenthash].js' };
    const before = await buildApp(bundler, app('camera'), { webpack: { output } });
    const after = await buildApp(bundler, app('check'), { webpack: { output } });
    expect(after.files.size).toBe(3);
    for (const [name, text] of after.files) expect(before.files.get(name) ?? text).toBe(text);
  });

  test('scripts may be called anything', async () => {
    const root = newApp({ 'src/main.js': USING('bookmark') });
    const app = await buildApp(bundler, root, { webpack: { output: { filename: 'main.txt' } } });
    expect(app.files.get('main.txt')).toContain(app.sprites[0]);
  });

  test('kept modules tell what they told, and follow the drawings', async () => {
    const root = newApp({
      'src/main.js': `import { iconHref } from 'virtual:iconloom';\nconsole.log(iconHref(location.hash));`,
    });
    const cache =
      bundler === 'webpack'
        ? { cache: { type: 'filesystem', cacheDirectory: join(root, 'kept') } }
        : {
            cache: {
              type: 'persistent',
              storage: { type: 'filesystem', directory: join(root, 'kept') },
            },
          };
    const build = () => buildApp(bundler, root, { webpack: cache as never });
    const first = await build();
    expect(first.told).toContain('src/main.js:2:13  iconHref(location.hash)');
    const second = await build();
    expect([...second.files]).toEqual([...first.files]);
    expect(second.told).toBe(first.told);
    writeFileSync(join(root, 'icons/late.svg'), square(20));
    expect((await build()).ids).toContain('late');
  });
});

describe.each(['webpack', 'rspack', 'esbuild'] as const)('while developing with %s', (bundler) => {
  test('each folder has its sprite, and links lead there', async () => {
    const root = newApp({ 'src/main.js': USING('nav-menu', 'bookmark') });
    const app = await buildApp(bundler as Bundler, root, {
      options: { split: 'folder' },
      webpack: { mode: 'development', output: { publicPath: '/' } },
      esbuild: { conditions: ['development'], publicPath: '/', format: 'iife' },
    });
    const hrefs = toldBy(app.code).map(String);
    expect(hrefs.map((href) => href.split('#')[1])).toEqual(['nav-menu', 'bookmark']);
    for (const href of hrefs) {
      const [file = '', id] = href.slice(1).split('#');
      expect(app.files.get(file)).toContain(`<symbol id="${id}"`);
    }
    expect(app.sprites.length).toBe(2);
  });
});

test.each(['webpack', 'rspack'] as const)(
  'a loader that gives an empty source map is no problem, in %s',
  async (bundler) => {
    const root = newApp({
      'src/main.js': USING('bookmark'),
      'loader.cjs': 'module.exports = function (code) { this.callback(null, code, ""); };\n',
    });
    const rules = [{ test: /main\.js$/, loader: join(root, 'loader.cjs') }];
    const app = await buildApp(bundler, root, { webpack: { module: { rules } } });
    expect(app.ids).toEqual(['bookmark']);
  },
);
