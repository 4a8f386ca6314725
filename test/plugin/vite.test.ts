import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, createBuilder, type InlineConfig } from 'vite';
import { describe, expect, test } from 'vitest';
import icons from '../../src/plugin/adapters/vite.ts';
import type { PluginOptions } from '../../src/plugin/options.ts';
import { readTree, square } from '../e2e/test-build.ts';
import { buildApp, newApp } from './app.ts';

const USING = `import { iconHref } from 'virtual:iconloom';
console.log(iconHref('bookmark'));`;

describe('with Vite the sprite', () => {
  test.each(['/', '/app/', 'https://cdn.example/'])('is linked below the base %s', async (base) => {
    const app = await buildApp('vite', newApp({ 'src/main.js': USING }), { vite: { base } });
    expect(app.code).toContain(`"${base}${app.sprites[0]}`);
  });

  test('is linked relative to the chunk with a relative base', async () => {
    const root = newApp({ 'src/main.js': USING });
    const app = await buildApp('vite', root, { vite: { base: './' } });
    const file = app.sprites[0]?.split('/').at(-1);
    expect(app.code).toMatch(new RegExp(`new URL\\("${file}", ?import.meta.url\\).href`));
  });

  test('is linked as renderBuiltUrl says', async () => {
    const experimental = { renderBuiltUrl: (file: string) => `https://files.example/${file}` };
    const root = newApp({ 'src/main.js': USING });
    const app = await buildApp('vite', root, { vite: { experimental } });
    expect(app.code).toContain(`"https://files.example/${app.sprites[0]}"`);
  });

  test('is linked relative to a script that is no module, if renderBuiltUrl says so', async () => {
    const root = newApp({ 'src/main.js': USING });
    const experimental = { renderBuiltUrl: () => ({ relative: true }) };
    const build = { rollupOptions: { output: { format: 'iife' as const, name: 'app' } } };
    const app = await buildApp('vite', root, { vite: { experimental, build } });
    expect(app.code).toMatch(/new URL\("sprite\.\w{8}\.svg", ?document\.currentScript/);
  });

  test('goes to assetsDir, and is a file however large inlined files may be', async () => {
    const root = newApp({ 'src/main.js': USING });
    const vite = { build: { assetsDir: 'static', assetsInlineLimit: 1e9 } };
    const app = await buildApp('vite', root, { vite });
    expect(app.sprites[0]).toMatch(/^static\/sprite\.[0-9a-f]{8}\.svg$/);
    expect(app.code).not.toContain('data:');
  });

  test.each(['oxc', 'esbuild', 'terser'] as const)(
    'is linked in code minified by %s',
    async (minify) => {
      const root = newApp({
        'src/main.js': `import { iconHref, icon } from 'virtual:iconloom';
const name = Math.random() > 2 ? 'check' : 'bookmark';
console.log(iconHref(name), \`\${icon.camera}!\`, icon.camera === 'camera' ? 'same' : 'other');`,
      });
      const building = buildApp('vite', root, { vite: { build: { minify } } });
      if (minify === 'terser') return void (await building.catch(() => {}));
      const app = await building;
      expect(app.code).not.toContain('__ICONLOOM__');
      expect(app.ids).toEqual(['bookmark', 'camera', 'check']);
      const told: unknown[] = [];
      new Function('console', app.code)({ log: (...all: unknown[]) => told.push(...all) });
      expect(told).toEqual([`/${app.sprites[0]}#bookmark`, 'camera!', 'same']);
    },
  );

  test('is linked relative to the file in a library', async () => {
    const root = newApp({ 'src/main.js': USING });
    const lib = { entry: 'src/main.js', formats: ['es', 'cjs'] as ('es' | 'cjs')[] };
    const app = await buildApp('vite', root, { vite: { build: { lib, rollupOptions: {} } } });
    expect(app.code).toMatch(
      /new URL\("assets\/sprite\.[0-9a-f]{8}\.svg\?no-inline", ?import\.meta\.url\)/,
    );
    expect(app.code).toMatch(/pathToFileURL\(__filename\)/);
  });
});

test('icons that are critical are in the page, without style and text, and linked there', async () => {
  const root = newApp({
    'index.html': '<!doctype html><body><script type="module" src="/src/main.js"></script></body>',
    'src/main.js': `import { iconHref } from 'virtual:iconloom';
console.log(iconHref('bookmark'), iconHref('check'));`,
  });
  const options = { critical: ['bookmark'] };
  const input = join(root, 'index.html');
  const app = await buildApp('vite', root, {
    options,
    vite: { build: { rollupOptions: { input } } },
  });
  const html = app.files.get('index.html') ?? '';
  expect(html).toContain('<symbol id="bookmark"');
  expect(html).not.toMatch(/<svg[^>]*style=/);
  expect(html.match(/<svg/g)?.length).toBe(1);
  expect(app.ids).toEqual(['check']);
});

test('two plugins are refused', async () => {
  const root = newApp({ 'src/main.js': USING });
  const vite: InlineConfig = { plugins: [icons({ inputs: 'icons', dts: false })] };
  await expect(buildApp('vite', root, { vite })).rejects.toThrow('two-plugins');
});

const APP = `import { iconHref, icon } from 'virtual:iconloom';
export const render = () => [iconHref('bookmark'), iconHref(icon.navMenu), iconHref('hamburger')];`;

interface SsrCase {
  readonly options?: PluginOptions;
  readonly files?: Readonly<Record<string, string>>;
}

function ssrApp({ options = {}, files = {} }: SsrCase = {}) {
  const root = newApp({
    'src/app.js': APP,
    'src/main.js': `import { render } from './app.js';\nglobalThis.hrefs = render();`,
    'src/server.js': `export { render } from './app.js';`,
    ...files,
  });
  const shared: InlineConfig = {
    ...{ root, configFile: false, logLevel: 'silent' },
    plugins: [icons({ inputs: 'icons', dts: false, ...options })],
  };
  const client = () =>
    build({
      ...shared,
      build: { outDir: 'dist/client', rollupOptions: { input: join(root, 'src/main.js') } },
    });
  const server = (more: InlineConfig['build'] = {}) =>
    build({ ...shared, build: { outDir: 'dist/server', ssr: 'src/server.js', ...more } });
  const hrefs = async () => {
    const { render } = await import(join(root, 'dist/server/server.js'));
    return render() as string[];
  };
  return { root, shared, client, server, hrefs };
}

function environmentsOf(root: string, shared: InlineConfig): InlineConfig {
  const build = (outDir: string, file: string) => ({
    build: { outDir, rollupOptions: { input: join(root, file) } },
  });
  return {
    ...shared,
    environments: {
      client: build('dist/client', 'src/main.js'),
      ssr: build('dist/server', 'src/server.js'),
    },
    builder: {},
  };
}

describe('a server build', () => {
  test('links as the client build does, and writes no sprite', async () => {
    const { root, client, server, hrefs } = ssrApp();
    await client();
    await server();
    const files = Object.keys(readTree(join(root, 'dist')));
    const sprites = files.filter((file) => file.endsWith('.svg'));
    expect(sprites.length).toBe(1);
    const url = sprites[0]?.replace('client', '');
    expect(await hrefs()).toEqual([`${url}#bookmark`, `${url}#nav-menu`, `${url}#nav-menu`]);
    const tree = readTree(join(root, 'dist/client'));
    expect(Object.values(tree).join()).toContain(url);
  });

  test('does so as an environment of one build, too', async () => {
    const { root, shared, hrefs } = ssrApp();
    const builder = await createBuilder(environmentsOf(root, shared));
    await builder.buildApp();
    const sprites = Object.keys(readTree(join(root, 'dist'))).filter((file) =>
      file.endsWith('.svg'),
    );
    expect(sprites.length).toBe(1);
    expect((await hrefs())[0]).toBe(`${sprites[0]?.replace('client', '')}#bookmark`);
  });

  test.each([
    ['client', 'ssr'],
    ['ssr', 'client'],
  ])('waits for a client build of the same process: %s, %s', async (...names) => {
    const { root, shared, hrefs } = ssrApp();
    const builder = await createBuilder(environmentsOf(root, shared));
    await Promise.all(names.map((name) => builder.build(builder.environments[name] as never)));
    const sprites = Object.keys(readTree(join(root, 'dist'))).filter((file) =>
      file.endsWith('.svg'),
    );
    expect(sprites.length).toBe(1);
    expect((await hrefs())[0]).toBe(`${sprites[0]?.replace('client', '')}#bookmark`);
  });

  test('does not wait for a client build that has failed', async () => {
    const { root, shared } = ssrApp({ files: { 'src/main.js': 'const;' } });
    const builder = await createBuilder(environmentsOf(root, shared));
    const builds = Object.values(builder.environments).map((each) => builder.build(each));
    const results = await Promise.allSettled(builds);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(String((results[1] as PromiseRejectedResult).reason)).toContain('client-build-missing');
  });

  test('says that there was no client build', async () => {
    await expect(ssrApp().server()).rejects.toThrow('client-build-missing');
  });

  test('says which icons the client build lacks', async () => {
    const { client, server } = ssrApp({
      files: {
        'src/server.js': `import { iconHref } from 'virtual:iconloom';
export const render = () => iconHref('camera');`,
      },
    });
    await client();
    await expect(server()).rejects.toThrow(/client-build-lacks.*'camera'/);
  });

  test('that comes first knows the name of a sprite that is not called after its contents', async () => {
    const { root, client, server, hrefs } = ssrApp({
      options: { fileName: 'icons.svg' },
      files: {
        'src/server.js': `import { iconHref } from 'virtual:iconloom';
export const render = () => [iconHref('camera')];`,
      },
    });
    await server();
    await client();
    expect(await hrefs()).toEqual(['/icons.svg#camera']);
    expect(readFileSync(join(root, 'dist/client/icons.svg'), 'utf8')).toContain('id="camera"');
  });

  test('that writes assets brings its own sprite where there was no client build', async () => {
    const { root, server, hrefs } = ssrApp();
    await server({ ssrEmitAssets: true });
    const [sprite] = Object.keys(readTree(join(root, 'dist/server'))).filter((file) =>
      file.endsWith('.svg'),
    );
    expect((await hrefs())[0]).toBe(`/${sprite}#bookmark`);
  });

  test('before a client build that writes another sprite is told of', async () => {
    const { root, client, server } = ssrApp();
    await client();
    const cache = join(root, 'node_modules/.cache/iconloom');
    const record = readdirSync(cache).find((file) => file.startsWith('client-')) ?? '';
    const { pid, ...rest } = JSON.parse(readFileSync(join(cache, record), 'utf8'));
    writeFileSync(join(cache, record), JSON.stringify({ ...rest, pid: pid + 1 }));
    await server();
    writeFileSync(join(root, 'icons/bookmark.svg'), square(20));
    await expect(client()).rejects.toThrow('client-build-later');
  });

  test('and a client build may go on by turns', async () => {
    const { root, client, server, hrefs } = ssrApp();
    await client();
    await server();
    writeFileSync(join(root, 'icons/bookmark.svg'), square(20));
    await client();
    await server();
    const tree = Object.keys(readTree(join(root, 'dist/client')));
    const sprite = tree.find((file) => file.endsWith('.svg'));
    expect((await hrefs())[0]).toBe(`/${sprite}#bookmark`);
  });
});
