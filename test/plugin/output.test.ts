import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { createServer, build as viteBuild } from 'vite';
import { describe, expect, test, vi } from 'vitest';
import type { Icon } from '../../src/core/types.ts';
import rollupIcons from '../../src/plugin/adapters/rollup.ts';
import viteIcons from '../../src/plugin/adapters/vite.ts';
import { createCatalog } from '../../src/plugin/catalog.ts';
import { createCore } from '../../src/plugin/core.ts';
import {
  acquireClientBuildLock,
  waitForClientBuilds,
} from '../../src/plugin/output/client-build-lock.ts';
import { render } from '../../src/plugin/output/render.ts';
import { urlsBeside } from '../../src/plugin/output/url.ts';
import { collectUsage, findUsedIcons } from '../../src/plugin/output/used-icons.ts';
import { placeholder } from '../../src/plugin/placeholder.ts';
import { openProject } from '../../src/plugin/project.ts';
import { VIRTUAL_PREFIX } from '../../src/plugin/virtual-modules.ts';
import { square } from '../e2e/test-build.ts';
import { newApp } from './app.ts';

const icon = (name: string) => ({ name, aliases: [] }) as unknown as Icon;
const catalog = createCatalog(['camera', 'стрелка', 'café', 'check'].map(icon));

describe('names at run time are found', () => {
  const found = (code: string) => {
    const codes = [placeholder('names'), code];
    const { icons } = findUsedIcons(collectUsage(codes), codes, catalog, {
      safelist: [],
      critical: [],
    });
    return icons.map(({ name }) => name);
  };

  test.each([
    ['in strings', `["camera",'check']`, ['camera', 'check']],
    ['in strings side by side', '"camera"check"', ['camera', 'check']],
    [
      'where a minifier wrote letters by number',
      String.raw`"\u0441\u0442\u0440\u0435\u043b\u043a\u0430"`,
      ['стрелка'],
    ],
    [
      'in other ways to do so',
      String.raw`["caf\xe9","\u{441}\u0442\u0440\u0435\u043B\u043a\u0430"]`,
      ['café', 'стрелка'],
    ],
    [
      'where code stands in a string',
      String.raw`eval("f(\"camera\",\"caf\\xe9\")")`,
      ['café', 'camera'],
    ],
  ])('%s', (_, code, names) => expect([...found(code)].sort()).toEqual([...names].sort()));

  test('and not in what is none', () => {
    expect(found('camera check "camera check" `camera/check`')).toEqual([]);
  });
});

test('files beside a script are linked whatever they are called', () => {
  const code = urlsBeside('es', 'js/main.js')('a #1/50%.svg').replace('import.meta.url', 'at');
  const url = new Function('at', `return ${code}`)('https://site.example/x/js/main.js');
  expect(url).toBe('https://site.example/x/a%20%231/50%25.svg');
});

test('code that names an icon which is gone is refused, with what may be meant', async () => {
  const root = newApp({});
  const project = await openProject({ inputs: 'icons', dts: false }, root);
  const rendering = () =>
    render(project, [placeholder('name', 'camra')], { pattern: () => 'a.svg' });
  expect(rendering).toThrow("There is no icon 'camra'. Did you mean 'camera'?");
});

test('code that was kept may call an icon by what is now its alias', async () => {
  const root = newApp({});
  const project = await openProject({ inputs: 'icons', dts: false }, root);
  const code = placeholder('name', 'hamburger');
  const rendering = render(project, [code], { pattern: () => 'a.svg' });
  expect(rendering.replace(code, () => '')?.code).toBe('"nav-menu"');
});

test('several sprites must have several names', async () => {
  const open = (fileName: string) =>
    openProject({ inputs: 'icons', dts: false, split: 'folder', fileName }, newApp({}));
  await expect(open('icons.svg')).rejects.toThrow("'[name]' or '[hash]'");
  await expect(open('[name].svg')).resolves.toBeDefined();
});

test('icons that are critical may be called by an alias', async () => {
  const options = { inputs: 'icons', dts: false, critical: ['hamburger'] } as const;
  const core = createCore(options, { emitsPlaceholders: () => true, hasPage: true });
  await core.start(newApp({}));
  const code = await core.load(`${VIRTUAL_PREFIX}virtual:iconloom/href`);
  expect(code).toContain('["nav-menu"].includes(name)');
});

test('what was wrong when a bundler began may be mended', async () => {
  const root = newApp({ 'iconloom.config.json': '{' });
  const core = createCore({ inputs: 'icons', dts: false }, { emitsPlaceholders: () => true });
  await expect(core.start(root)).rejects.toThrow('iconloom.config.json');
  writeFileSync(join(root, 'iconloom.config.json'), '{}');
  expect((await core.start(root)).catalog().icons.length).toBe(4);
});

test('a server build waits for the client builds of its project, and for no others', async () => {
  const done: string[] = [];
  const [own, other] = [acquireClientBuildLock(), acquireClientBuildLock()];
  const waiting = waitForClientBuilds('own').then(() => done.push('waited'));
  other.setManifestFile('other');
  own.setManifestFile('own');
  await new Promise(setImmediate);
  done.push('written');
  own.release();
  await waiting;
  expect(done).toEqual(['written', 'waited']);
  other.release();
});

test('two plugins in one configuration of Rollup are refused', async () => {
  const root = newApp({ 'src/main.js': '' });
  const one = () => rollupIcons({ inputs: join(root, 'icons'), dts: false });
  const plugins = [one(), one()] as never;
  const building = rollup({ input: join(root, 'src/main.js'), plugins });
  await expect(building).rejects.toThrow('two-plugins');
});

test('a build with the plugins of a server that is not closed yet is a build', async () => {
  const root = newApp({
    'src/main.js': `import { iconHref } from 'virtual:iconloom';\nconsole.log(iconHref('check'));`,
  });
  const plugins = viteIcons({ inputs: 'icons', dts: false });
  const shared = { root, configFile: false, logLevel: 'silent', plugins } as const;
  const server = await createServer({ ...shared, server: { middlewareMode: true, ws: false } });
  const built = await viteBuild({
    ...shared,
    build: { write: false, rollupOptions: { input: join(root, 'src/main.js') } },
  });
  const { output } = built as { output: { fileName: string }[] };
  expect(output.map(({ fileName }) => fileName)).toEqual([
    expect.stringMatching(/^assets\/main-.*\.js$/),
    expect.stringMatching(/^assets\/sprite\.[0-9a-f]{8}\.svg$/),
  ]);
  await server.close();
});

test('a server that starts anew with the same plugins follows the drawings', async () => {
  const root = newApp({});
  const plugins = viteIcons({ inputs: 'icons', dts: false });
  const server = await createServer({
    ...{ root, configFile: false, logLevel: 'silent', plugins },
    server: { middlewareMode: true, ws: false },
  });
  await server.restart();
  writeFileSync(join(root, 'icons/late.svg'), square(9));
  await vi.waitFor(
    async () => {
      const answer = await server.environments.client.transformRequest('virtual:iconloom/href');
      expect(answer?.code).toContain('"late"');
    },
    { timeout: 60_000 },
  );
  await server.close();
});
