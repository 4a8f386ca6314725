import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger, createServer, type InlineConfig, type ViteDevServer } from 'vite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { IconSession } from '../../src/pipeline/session.ts';
import icons from '../../src/plugin/adapters/vite.ts';
import type { PluginOptions } from '../../src/plugin/options.ts';
import { square } from '../e2e/test-build.ts';
import { newApp } from './app.ts';
import { INDEX, SLOW, showing } from './dev.ts';
import { holdIcons } from './hold-icons.ts';

interface Started {
  readonly server: ViteDevServer;
  /** Fetches a path of the server as text. */
  readonly get: (path: string) => Promise<string>;
  /** Everything that was logged as an error. */
  readonly errors: string[];
}

async function start(
  root: string,
  { options = {}, ...config }: InlineConfig & { readonly options?: PluginOptions } = {},
): Promise<Started> {
  const errors: string[] = [];
  const server = await createServer({
    ...{ root, configFile: false },
    customLogger: { ...createLogger('silent'), error: (text) => void errors.push(text) },
    plugins: [icons({ inputs: 'icons', ...options })],
    server: { host: '127.0.0.1', port: 0 },
    ...config,
  });
  onTestFinished(() => server.close());
  if (server.httpServer) await server.listen();
  const get = async (path: string) => {
    const url = new URL(path, server.resolvedUrls?.local[0]);
    return (await fetch(url)).text();
  };
  return { server, get, errors };
}

const app = (...names: readonly string[]) =>
  newApp({ 'index.html': INDEX, 'src/main.js': showing(...names) });

const SPRITE = '/@iconloom/sprite.svg';
const NAMES = '/@id/__x00__iconloom:virtual:iconloom/href';

test('a server answers before its icons are built, and has them afterwards', async () => {
  const held = holdIcons();
  const root = app('bookmark');
  const { get } = await start(root);
  expect(await get('/')).toContain('/src/main.js');
  expect(await get('/src/main.js')).toContain('iconHref');
  const types = join(root, 'src/iconloom.d.ts');
  expect(existsSync(types)).toBe(false);
  let isAnswered = false;
  const answers = Promise.all([get(SPRITE), get('/@iconloom/icons/check.svg'), get(NAMES)]);
  void answers.finally(() => {
    isAnswered = true;
  });
  await vi.waitFor(() => expect(held.begun()).toBe(1), SLOW);
  await get('/src/main.js?again');
  expect(isAnswered).toBe(false);
  held.release();
  const [sprite, check, names] = await answers;
  expect(sprite.match(/<symbol id="[^"]+"/g)?.length).toBe(5);
  expect(sprite).toContain('<symbol id="nav-menu"');
  expect(check).toContain('<symbol id="check"');
  expect(names).toContain('"nav-menu"');
  expect(readFileSync(types, 'utf8')).toContain('"bookmark": true;');
});

test('a page with links to icons waits for them, others do not', async () => {
  const held = holdIcons();
  const link = '<svg><use href="#check"></use></svg>';
  const root = newApp({
    'index.html': INDEX,
    'linked.html': `<!doctype html><body>${link}</body>`,
  });
  const { get } = await start(root);
  const linked = get('/linked.html');
  expect(await get('/')).not.toContain('<symbol');
  held.release();
  expect(await linked).toContain('<symbol id="check"');
});

test('code that a server runs before the icons are built waits for them', async () => {
  const held = holdIcons();
  const root = newApp({
    'src/server.js': `import { iconHref } from 'virtual:iconloom';\nexport const href = iconHref('check');`,
  });
  const { server } = await start(root);
  const loaded = server.ssrLoadModule('/src/server.js');
  await vi.waitFor(() => expect(held.begun()).toBe(1), SLOW);
  held.release();
  expect((await loaded).href).toMatch(/sprite\.svg\?v=\w+#check$/);
});

test('a server without a port of its own begins with the icons at once', async () => {
  const root = app('check');
  const { server } = await start(root, { server: { middlewareMode: true, ws: false } });
  await server.close();
  expect(readFileSync(join(root, 'src/iconloom.d.ts'), 'utf8')).toContain('"check": true;');
});

test('a server that is closed during the first build ends with it', async () => {
  const held = holdIcons();
  const { server, get, errors } = await start(app('check'));
  const sprite = get(SPRITE).catch(() => 'closed');
  await vi.waitFor(() => expect(held.begun()).toBe(1), SLOW);
  const closed = server.close();
  held.release();
  await closed;
  await sprite;
  expect(errors).toEqual([]);
});

test('a server that is closed before it listens builds nothing', async () => {
  const held = holdIcons();
  const plugins = [icons({ inputs: 'icons' })];
  const server = await createServer({ root: app('check'), configFile: false, plugins });
  await server.close();
  expect(held.begun()).toBe(0);
});

test('a server that restarts during the first build has the icons afterwards', async () => {
  const held = holdIcons();
  const { server, get, errors } = await start(app('check'));
  await vi.waitFor(() => expect(held.begun()).toBe(1), SLOW);
  const restarted = server.restart();
  held.release();
  await restarted;
  expect(await get(SPRITE)).toContain('<symbol id="nav-menu"');
  expect(errors).toEqual([]);
});

test('a change during the first build is served', async () => {
  const held = holdIcons('after');
  const root = app('check');
  const { get } = await start(root);
  await vi.waitFor(() => expect(held.begun()).toBe(1), SLOW);
  writeFileSync(join(root, 'icons/check.svg'), square(9));
  held.release();
  await vi.waitFor(async () => {
    expect(await get('/@iconloom/icons/check.svg')).toContain('h9v9');
  }, SLOW);
});

test('wrong options fail the start, before anything listens', async () => {
  const options = { inputs: 'icons', precision: -1 };
  await expect(start(app('check'), { options })).rejects.toThrow(/precision/);
});

test('problems of the first build are logged, and unknown names of code that was read before', async () => {
  const held = holdIcons();
  const root = app('chekc');
  writeFileSync(join(root, 'icons/broken.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><path');
  const { get, errors } = await start(root);
  await get('/src/main.js');
  expect(errors).toEqual([]);
  held.release();
  await get(SPRITE);
  await vi.waitFor(() => expect(errors.join()).toContain('icon-unknown'), SLOW);
  expect(errors.length).toBe(1);
  expect(errors.join()).toContain('icons/broken.svg:1:');
  expect(errors.join()).toContain("src/main.js:6:24 error icon-unknown  There is no icon 'chekc'.");
});

test('a first build that cannot run is logged, and tried again after a change', async () => {
  const spy = vi.spyOn(IconSession.prototype, 'icons');
  onTestFinished(() => spy.mockRestore());
  spy.mockRejectedValueOnce(new Error('a thread ended'));
  const root = app('check');
  const { get, errors } = await start(root);
  await vi.waitFor(() => expect(errors.join()).toContain('a thread ended'), SLOW);
  expect(await get(SPRITE)).not.toContain('<symbol');
  writeFileSync(join(root, 'icons/check.svg'), square(9));
  await vi.waitFor(async () => expect(await get(SPRITE)).toContain('h9v9'), SLOW);
});
