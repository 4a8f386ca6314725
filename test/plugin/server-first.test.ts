import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { square, writeTree } from '../e2e/test-build.ts';
import { newApp } from './app.ts';

const VITE: string = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));

const hrefs = (...names: readonly string[]) =>
  `import { iconHref } from 'virtual:iconloom';
export const hrefs = [${names.map((name) => `iconHref('${name}')`).join(', ')}];
globalThis.hrefs = hrefs;
`;

/** An app whose server and client are built by a process each. */
function newSides(options = `fileName: 'icons.svg'`, files: Readonly<Record<string, string>> = {}) {
  const root = newApp({
    'src/client.js': hrefs('bookmark'),
    'src/server.js': hrefs('camera'),
    'vite.config.js': `import icons from 'iconloom/vite';
export default { plugins: [icons({ inputs: 'icons', dts: false, ${options} })] };`,
    ...files,
  });
  const build = (...more: readonly string[]) => {
    const given = [VITE, 'build', ...more];
    const { status, stdout, stderr } = spawnSync('node', given, { cwd: root, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  };
  const input = join(root, 'src/client.js');
  writeTree(root, {
    'index.html': `<script type="module" src="${input.slice(root.length)}"></script>`,
  });
  return {
    root,
    server: () => build('--outDir', 'dist/server', '--ssr', 'src/server.js'),
    client: () => build('--outDir', 'dist/client'),
    idsIn: (file = 'icons.svg') =>
      [...readFileSync(join(root, 'dist/client', file), 'utf8').matchAll(/<symbol id="([^"]+)"/g)]
        .map(([, id]) => id)
        .sort(),
  };
}

describe('a server build before the client build, in a process of its own', () => {
  test('has its icons in the sprite, also when icons come and go', () => {
    const { root, server, client, idsIn } = newSides();
    expect([server().status, client().status]).toEqual([0, 0]);
    expect(idsIn()).toEqual(['bookmark', 'camera']);
    writeTree(root, { 'src/server.js': hrefs('check') });
    const second = server();
    expect(second.status).toBe(0);
    expect(second.output).toContain('lacks icons that the server uses: check.');
    expect(client().status).toBe(0);
    expect(idsIn()).toEqual(['bookmark', 'check']);
    expect(server().output).not.toContain('lacks icons');
  });

  test('is reported if the client puts the sprite into the page, and right the next time', () => {
    const { root, server, client } = newSides(undefined, {
      'src/client.js': `import 'virtual:iconloom/inline';\n${hrefs('bookmark')}`,
    });
    expect(server().status).toBe(0);
    expect(client().output).toContain('client-build-later');
    expect([server().status, client().status]).toEqual([0, 0]);
    expect(readFileSync(join(root, 'dist/server/server.js'), 'utf8')).not.toContain('icons.svg');
  });

  test('is reported if an icon of it is gone', () => {
    const { root, server, client } = newSides();
    server();
    rmSync(join(root, 'icons/camera.svg'));
    const { status, output } = client();
    expect(status).toBe(0);
    expect(output).toContain('server build links to icons that no longer exist: camera.');
  });

  test('is reported if the sprites are split elsewhere', () => {
    const { server, client } = newSides(`fileName: '[name].svg', split: 1`, {
      'src/server.js': hrefs('check', 'nav-menu'),
    });
    expect(server().status).toBe(0);
    const { status, output } = client();
    expect(status).not.toBe(0);
    expect(output).toContain('client-build-later');
  });

  test('shares sprites of folders', () => {
    const { server, client, idsIn } = newSides(`fileName: '[name].svg', split: 'folder'`, {
      'src/server.js': hrefs('camera', 'nav-menu'),
    });
    expect([server().status, client().status]).toEqual([0, 0]);
    expect(idsIn('nav.svg')).toEqual(['nav-menu']);
  });
});

test('a server that writes assets in a process of its own has its sprite served by the client', () => {
  const { root, server, client, idsIn } = newSides('', {
    'src/server.js': hrefs('bookmark', 'camera'),
    'vite.config.js': `import icons from 'iconloom/vite';
export default {
  build: { ssrEmitAssets: true },
  plugins: [icons({ inputs: 'icons', dts: false })],
};`,
  });
  expect([server().status, client().status]).toEqual([0, 0]);
  const [, file = ''] =
    /"\/(assets\/sprite\.\w+\.svg)#?"/.exec(
      readFileSync(join(root, 'dist/server/server.js'), 'utf8'),
    ) ?? [];
  expect(idsIn(file)).toEqual(['bookmark', 'camera']);
});

test('a client build before the server build does not keep what servers of before used', () => {
  const { root, server, client, idsIn } = newSides(undefined, {
    'src/server.js': hrefs('bookmark'),
  });
  expect([client().status, server().status]).toEqual([0, 0]);
  writeTree(root, { 'src/server.js': hrefs('camera'), 'icons/camera.svg': square(3) });
  const { status, output } = server();
  expect(status).not.toBe(0);
  expect(output).toContain('client-build-lacks');
  client();
  expect(idsIn()).toEqual(['bookmark']);
});
