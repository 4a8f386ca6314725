import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildEnvironment, build, createBuilder, type InlineConfig } from 'vite';
import { describe, expect, test } from 'vitest';
import icons from '../../src/plugin/adapters/vite.ts';
import type { PluginOptions } from '../../src/plugin/options.ts';
import { writeTree } from '../e2e/test-build.ts';
import { newApp } from './app.ts';

const hrefs = (...names: readonly string[]) =>
  `import { iconHref } from 'virtual:iconloom';
export const hrefs = { ${names.map((name) => `'${name}': iconHref('${name}')`).join(', ')} };
`;

interface SidesCase {
  readonly client: readonly string[];
  readonly server: readonly string[];
  readonly options?: PluginOptions;
}

/** An app whose framework serves the assets of both sides, each built with a plugin of its own. */
function newSides({ client, server, options = {} }: SidesCase) {
  const root = newApp({ 'src/client.js': hrefs(...client), 'src/server.js': hrefs(...server) });
  let builds = 0;
  let messages = '';
  const run = (side: 'client' | 'server', name: string, more: InlineConfig['build']) => {
    const log = (message: string) => {
      messages += `${message}\n`;
    };
    const logger = { hasWarned: false, clearScreen() {}, hasErrorLogged: () => false, error() {} };
    return build({
      ...{ root, configFile: false, base: '/app/' },
      customLogger: { ...logger, info: log, warn: log, warnOnce: log },
      plugins: [icons({ inputs: 'icons', dts: false, ...options })],
      build: {
        ...{ outDir: `dist/${name}`, minify: true, emptyOutDir: true, ...more },
        rollupOptions: {
          input: join(root, `src/${side}.js`),
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: `${side}.js` },
        },
      },
    });
  };
  const spritesOf = (name: string) =>
    readdirSync(join(root, 'dist', name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.svg'))
      .map((file) => file.replaceAll('\\', '/'));
  const idsIn = (file: string) =>
    [...readFileSync(join(root, 'dist', file), 'utf8').matchAll(/<symbol id="([^"]+)"/g)]
      .map(([, id]) => id)
      .sort();
  const hrefsOf = async (side: 'client' | 'server', name: string = side) => {
    builds += 1;
    const module = await import(`${join(root, 'dist', name, `${side}.js`)}?${builds}`);
    return module.hrefs as Readonly<Record<string, string>>;
  };
  return {
    ...{ root, spritesOf, idsIn, hrefsOf },
    server: (name = 'server') =>
      run('server', name, { ssr: true, ssrEmitAssets: true, manifest: 'manifest.json' }),
    serverWithoutAssets: () => run('server', 'server', { ssr: true }),
    client: () => run('client', 'client', { ssrManifest: true }),
    messages: () => messages,
    /** Names whose link leads to no symbol below the folder of the client. */
    async blank(side: 'client' | 'server', name: string = side, served = ['client']) {
      return Object.entries(await hrefsOf(side, name)).flatMap(([icon, href]) => {
        const [file = '', id = ''] = href.replace('/app/', '').split('#');
        const holds = served.some(
          (folder) => spritesOf(folder).includes(file) && idsIn(`${folder}/${file}`).includes(id),
        );
        return holds ? [] : [icon];
      });
    },
  };
}

describe('a client build after a server build that writes assets', () => {
  test('links to the sprite of the server if that holds all of its icons', async () => {
    const app = newSides({ client: ['bookmark'], server: ['bookmark', 'camera'] });
    await app.server();
    await app.client();
    expect(app.spritesOf('client')).toEqual(app.spritesOf('server'));
    expect((await app.hrefsOf('client')).bookmark).toBe((await app.hrefsOf('server')).bookmark);
    expect([await app.blank('client'), await app.blank('server')]).toEqual([[], []]);
  });

  test('writes only what the server does not show into a sprite of its own', async () => {
    const app = newSides({ client: ['bookmark', 'check'], server: ['bookmark', 'camera'] });
    await app.server();
    await app.client();
    const [shared = ''] = app.spritesOf('server');
    const own = app.spritesOf('client').filter((file) => file !== shared);
    expect(own).toEqual([expect.stringMatching(/^assets\/sprite-client\.\w{8}\.svg$/)]);
    expect(app.idsIn(`client/${own[0]}`)).toEqual(['check']);
    expect((await app.hrefsOf('client')).bookmark).toBe((await app.hrefsOf('server')).bookmark);
    expect([await app.blank('client'), await app.blank('server')]).toEqual([[], []]);
  });

  test('writes all that it shows if code reads the URL of the sprite', async () => {
    const options = { safelist: ['check'] };
    const app = newSides({ client: ['bookmark'], server: ['bookmark'], options });
    writeTree(app.root, {
      'src/client.js': `import { iconHref, spriteUrl } from 'virtual:iconloom';
export const hrefs = { bookmark: iconHref('bookmark'), camera: spriteUrl + '#camera' };
export const word = 'camera';`,
    });
    await app.server();
    await app.client();
    expect([await app.blank('client'), await app.blank('server')]).toEqual([[], []]);
  });

  test('shares sprites of folders', async () => {
    const app = newSides({
      ...{ client: ['bookmark', 'nav-menu', 'check'], server: ['bookmark', 'nav-menu'] },
      options: { split: 'folder' },
    });
    await app.server();
    await app.client();
    expect(app.spritesOf('client')).toHaveLength(3);
    expect([await app.blank('client'), await app.blank('server')]).toEqual([[], []]);
  });

  test('holds the icons of the server in a sprite of a fixed name', async () => {
    const options = { fileName: 'icons.svg' };
    const app = newSides({ client: ['bookmark'], server: ['camera'], options });
    await app.server();
    await app.client();
    expect(app.spritesOf('client')).toEqual(['icons.svg']);
    expect([await app.blank('client'), await app.blank('server')]).toEqual([[], []]);
  });

  test('holds the sprites of several servers', async () => {
    const app = newSides({ client: ['bookmark'], server: ['camera'] });
    await app.server('pages');
    writeTree(app.root, { 'src/server.js': hrefs('check', 'bookmark') });
    await app.server('server');
    await app.client();
    expect(await app.blank('server', 'pages')).toEqual([]);
    expect([await app.blank('client'), await app.blank('server')]).toEqual([[], []]);
  });

  test('does so again in the same process, without what is no longer shown', async () => {
    const app = newSides({ client: ['bookmark', 'camera'], server: ['bookmark', 'camera'] });
    await app.server();
    await app.client();
    rmSync(join(app.root, 'dist'), { recursive: true });
    writeTree(app.root, {
      'src/server.js': hrefs('bookmark', 'check'),
      'src/client.js': hrefs('bookmark'),
    });
    await app.server();
    await app.client();
    expect(app.spritesOf('client')).toEqual(app.spritesOf('server'));
    expect(app.spritesOf('client').flatMap((file) => app.idsIn(`client/${file}`))).toEqual([
      'bookmark',
      'check',
    ]);
    expect([await app.blank('client'), await app.blank('server')]).toEqual([[], []]);
  });
});

describe('a server build after the client build of the same process', () => {
  test('writes the icons that the client does not show, if it writes assets', async () => {
    const app = newSides({ client: ['bookmark'], server: ['bookmark', 'camera'] });
    await app.client();
    await app.server();
    expect((await app.hrefsOf('server')).bookmark).toBe((await app.hrefsOf('client')).bookmark);
    expect(app.spritesOf('server').flatMap((file) => app.idsIn(`server/${file}`))).toEqual([
      'camera',
    ]);
    expect(await app.blank('server', 'server', ['client', 'server'])).toEqual([]);
    // By this, frameworks know which files of the server they are to serve.
    const manifest = JSON.parse(readFileSync(join(app.root, 'dist/server/manifest.json'), 'utf8'));
    expect(manifest['src/server.js'].assets).toEqual(app.spritesOf('server'));
  });

  test('writes no sprite if the client shows all of its icons', async () => {
    const app = newSides({ client: ['bookmark', 'camera'], server: ['camera'] });
    await app.client();
    await app.server();
    expect(app.spritesOf('server')).toEqual([]);
    expect(await app.blank('server')).toEqual([]);
  });

  test('names file and line of icons that it cannot write', async () => {
    const app = newSides({ client: ['bookmark'], server: ['bookmark', 'camera'] });
    await app.client();
    await expect(app.serverWithoutAssets()).rejects.toThrow(
      /src\/server\.js:2:\d+ error client-build-lacks {2}.*camera/,
    );
  });
});

test('a server environment of any name has the entries of the package in its code', async () => {
  const root = newApp({
    'src/client.js': hrefs('bookmark'),
    'src/pages.js': `import { iconHtml } from 'iconloom/html';
export const html = iconHtml('bookmark');`,
  });
  const inputOf = (file: string) => ({ rollupOptions: { input: join(root, file) } });
  const builder = await createBuilder({
    ...{ root, configFile: false, logLevel: 'silent' },
    plugins: [icons({ inputs: 'icons', dts: false })],
    environments: {
      client: { build: { outDir: 'dist/client', ...inputOf('src/client.js') } },
      pages: { consumer: 'server', build: { outDir: 'dist/pages', ...inputOf('src/pages.js') } },
    },
    builder: {},
  });
  // A package in its own node_modules is external otherwise, and finds no icons.
  const { noExternal } = (builder.environments.pages as BuildEnvironment).config.resolve;
  const isBundled = (id: string) =>
    [noExternal].flat().some((each) => each instanceof RegExp && each.test(id));
  expect(['iconloom', 'iconloom/html', 'iconloom-other'].map(isBundled)).toEqual([
    true,
    true,
    false,
  ]);
  for (const name of ['client', 'pages']) {
    await builder.build(builder.environments[name] as BuildEnvironment);
  }
  const { html } = await import(join(root, 'dist/pages/pages.js'));
  expect(html).toMatch(/<use href="\/assets\/sprite\.\w+\.svg#bookmark"/);
});
