import { once } from 'node:events';
import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { square } from '../e2e/test-build.ts';
import { type Asked, start } from './start.ts';

const ICONS = { 'icons/box.svg': square(8) };

test('answers nothing to whoever does not know the key', async () => {
  const { ask, port, token } = await start(ICONS);
  const cookie = (value: string) => ({ cookie: `iconloom-preview-${port}=${value}` });
  for (const path of ['/', '/api/catalog', '/api/events', '/live.js', '/sprites/sprite.svg']) {
    expect((await ask(path)).status, path).toBe(403);
    expect((await ask(path, { headers: cookie(`${token}x`) })).status, path).toBe(403);
  }
  expect((await ask('/?token=guess')).status).toBe(403);
  expect((await ask(`/api/catalog?token=${token}`)).status).toBe(403);
});

test('gives the key that the address holds to the browser alone', async () => {
  const { ask, token, port } = await start(ICONS);
  const { status, headers } = await ask(`/?token=${token}`);
  expect(status).toBe(200);
  expect(headers['set-cookie']).toEqual([
    `iconloom-preview-${port}=${token}; Path=/; HttpOnly; SameSite=Strict`,
  ]);
  const [cookie = ''] = headers['set-cookie'] ?? [];
  const again = await ask('/api/catalog', { headers: { cookie: cookie.split(';')[0] as string } });
  expect(again.status).toBe(200);
  const authorization = `Bearer ${token}`;
  expect((await ask('/api/catalog', { headers: { authorization } })).status).toBe(200);
});

test('opens the page once by an address for once', async () => {
  const { ask, preview } = await start(ICONS);
  const { search } = new URL(preview.singleUseUrl());
  expect((await ask(`/${search}`)).status).toBe(200);
  expect((await ask(`/${search}`)).status).toBe(403);
});

test.each([
  ['another name for this address', { host: 'icons.example' }],
  ['another port', { host: '127.0.0.1:1' }],
  ['a name that only begins so', { host: '127.0.0.1.example' }],
  ['another origin', { origin: 'https://example.com' }],
  ['an origin that is none', { origin: 'null' }],
  ['another program of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ['a page of another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
])('refuses %s, though it has the key', async (_, headers) => {
  const { ask, port, token } = await start(ICONS);
  const own = { cookie: `iconloom-preview-${port}=${token}` };
  expect((await ask('/api/catalog', { headers: own })).status).toBe(200);
  const { status, text } = await ask('/api/catalog', { headers: { ...own, ...headers } });
  expect(status).toBe(403);
  expect(text).toMatch(/^(This server answers|Requests from other pages)/);
});

test('changes nothing for a form, or for a request without an origin', async () => {
  const { ask, port, token, preview } = await start(ICONS);
  const cookie = `iconloom-preview-${port}=${token}`;
  const { origin } = new URL(preview.url);
  const body = JSON.stringify({ name: 'cup', svg: square(3) });
  const send = (headers: Asked['headers']) =>
    ask('/api/save', { method: 'POST', body, headers: { cookie, ...headers } });
  expect((await send({ 'content-type': 'application/json' })).status).toBe(403);
  expect((await send({ origin, 'content-type': 'text/plain' })).status).toBe(415);
  const put = { method: 'PUT', headers: { cookie, origin }, body };
  expect((await ask('/api/save', put)).status).toBe(405);
  expect((await ask('/api/catalog', { method: 'OPTIONS', headers: { origin } })).status).toBe(405);
});

test('lets no other page read, frame or guess at what it answers', async () => {
  const { get } = await start(ICONS);
  for (const path of ['/', '/api/catalog', '/sprites/sprite.svg', '/api/icon/box/before']) {
    const { headers, status } = await get(path);
    expect(status, path).toBe(200);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toMatch(/^default-src '(self|none)';/);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
  const page = (await get('/')).headers['content-security-policy'];
  expect(page).not.toMatch(/unsafe|https?:|\*/);
  const drawing = (await get('/api/icon/box/before')).headers['content-security-policy'];
  expect(drawing).toMatch(/^default-src 'none'.*; sandbox$/);
});

test('listens to this machine alone', async () => {
  const { port } = await start(ICONS);
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others) {
    const socket = createConnection({ host: address, port });
    const [error] = await once(socket, 'error');
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  }
});
