import { once } from 'node:events';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';
import { startPreview } from '../../src/preview/server.ts';
import { readTree, square } from '../e2e/test-build.ts';
import { type Started, start } from './start.ts';

const ICONS = { 'icons/box.svg': square(8), 'icons/nav/cup.svg': square(6) };

interface Told {
  readonly event: string;
  readonly data: {
    readonly version: string;
    readonly changed?: string[];
    readonly gone?: string[];
  };
}

/** What the server tells a page, as it comes. */
async function listen({ port, token }: Started) {
  const headers = { authorization: `Bearer ${token}` };
  const sent = request({ host: '127.0.0.1', port, path: '/api/events', headers });
  sent.end();
  const [response] = await once(sent, 'response');
  onTestFinished(() => void sent.destroy());
  response.setEncoding('utf8');
  let text = '';
  return async function next(): Promise<Told> {
    for (;;) {
      const [, event, data] = /event: (.*)\ndata: (.*)\n\n/.exec(text) ?? [];
      if (event !== undefined && data !== undefined) {
        text = text.slice(text.indexOf(data) + data.length + 2);
        return { event, data: JSON.parse(data) };
      }
      const [part] = await once(response, 'data');
      text += part;
    }
  };
}

test('shows the icons out of memory, and writes nothing', async () => {
  const studio = await start(ICONS);
  const data = (await studio.get('/api/catalog')).json();
  expect(data).toMatchObject({ mode: 'live', icons: [{ name: 'box' }, { name: 'nav-cup' }] });
  const sprite = await studio.get(`/${data.sprites[0].url}`);
  expect(sprite.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
  expect(sprite.text).toContain('<symbol id="nav-cup"');
  expect(
    Object.keys(readTree(studio.cwd)).filter((file) => !file.startsWith('node_modules')),
  ).toEqual(['icons/box.svg', 'icons/nav/cup.svg', 'package.json']);
});

test('shows an icon before and after', async () => {
  const { get } = await start({ 'icons/box.svg': `<!-- by me -->\n${square(8)}` });
  expect((await get('/api/icon/box/before')).text).toContain('<!-- by me -->');
  const after = await get('/api/icon/box/after');
  expect(after.text).toMatch(/^<svg xmlns=\S+ width="24" height="24" viewBox="0 0 24 24"><path/);
  expect((await get('/api/icon/bax/after')).status).toBe(404);
  expect((await get('/api/icon/..%2f..%2fpackage.json/before')).status).toBe(404);
});

test('tells of changes on the disk', async () => {
  const studio = await start(ICONS);
  const next = await listen(studio);
  const hello = await next();
  expect(hello).toMatchObject({ event: 'hello' });
  writeFileSync(studio.path('icons/box.svg'), square(9));
  const changed = await next();
  expect(changed).toMatchObject({ event: 'change', data: { changed: ['box'], gone: [] } });
  expect(changed.data.version).not.toBe(hello.data.version);
  renameSync(studio.path('icons/box.svg'), studio.path('icons/lid.svg'));
  expect((await next()).data).toMatchObject({ changed: ['lid'], gone: ['box'] });
  const data = (await studio.get('/api/catalog')).json();
  expect(data.icons.map(({ name }: { name: string }) => name)).toEqual(['lid', 'nav-cup']);
});

test('tells a page that knows a version what is different since, and any other page all', async () => {
  const studio = await start(ICONS, { lint: { preset: 'none' } });
  const next = await listen(studio);
  await next();
  const first = (await studio.get('/api/catalog')).json();
  const since = async (version: string) =>
    (await studio.get(`/api/changes?since=${version}`)).json();
  expect(await since(first.live.version)).toMatchObject({ icons: [], gone: [], symbols: {} });

  writeFileSync(studio.path('icons/box.svg'), square(7));
  const { version } = (await next()).data;
  const changes = await since(first.live.version);
  expect(changes).toMatchObject({ icons: [{ name: 'box' }], gone: [], live: { version } });
  expect(Object.keys(changes.symbols)).toEqual(['box']);

  renameSync(studio.path('icons/box.svg'), studio.path('icons/lid.svg'));
  await next();
  expect(await since(first.live.version)).toMatchObject({
    icons: [{ name: 'lid' }],
    gone: ['box'],
  });
  expect((await since('of-old')).icons).toHaveLength(2);
});

test('lets a browser keep a sprite under the address of its version alone', async () => {
  const studio = await start(ICONS);
  const next = await listen(studio);
  await next();
  const urlOf = async () => (await studio.get('/api/catalog')).json().sprites[0].url;
  const before = await urlOf();
  writeFileSync(studio.path('icons/box.svg'), square(7));
  await next();
  const kept = async (url: string) => (await studio.get(`/${url}`)).headers['cache-control'];
  expect(await kept(await urlOf())).toContain('immutable');
  expect(await kept(before)).toBe('no-store');
});

test('tells of a drawing that is broken, keeps its last good one, and of its mending', async () => {
  const studio = await start(ICONS);
  const next = await listen(studio);
  await next();
  writeFileSync(studio.path('icons/box.svg'), '<svg');
  await next();
  const [box] = (await studio.get('/api/catalog')).json().icons;
  expect(box.problems.map(({ code }: { code: string }) => code)).toContain('parse-error');
  writeFileSync(studio.path('icons/box.svg'), square(5));
  expect((await next()).data.changed).toEqual(['box']);
  expect((await studio.get('/api/catalog')).json().icons[0].problems).toEqual([]);
});

test('starts without icons, and shows the first that comes', async () => {
  const studio = await start({ 'icons/readme.txt': '' });
  expect((await studio.get('/api/catalog')).json()).toMatchObject({
    icons: [],
    problems: [{ code: 'input-empty' }],
  });
  const next = await listen(studio);
  await next();
  writeFileSync(studio.path('icons/box.svg'), square(5));
  expect((await next()).data.changed).toEqual(['box']);
});

test('stops though pages listen and keep their connections', async () => {
  const studio = await start(ICONS);
  const next = await listen(studio);
  await next();
  await studio.preview.close();
  await expect(studio.get('/api/catalog')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  rmSync(studio.path('icons/box.svg'));
});

test('says that a port is taken', async () => {
  const { port, cwd } = await start(ICONS);
  const config = resolveConfig({}, { cwd, configFile: 'configuration' });
  await expect(startPreview(config, { port })).rejects.toMatchObject({
    diagnostics: [{ code: 'port-unusable', message: expect.stringContaining(`port ${port}`) }],
  });
});
