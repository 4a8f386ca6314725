import { join } from 'node:path';
import { rollup } from 'rollup';
import { expect, test } from 'vitest';
import icons from '../../src/plugin/adapters/rollup.ts';
import { buildApp, newApp } from './app.ts';

const MAIN = `import { iconHref } from 'virtual:iconloom';
export const href = iconHref('bookmark');`;

/** What a build of a format links to, in Node. */
async function linked(format: string): Promise<unknown> {
  const root = newApp({ 'src/main.js': MAIN });
  const app = await buildApp('rollup', root, { output: { format, name: 'app' } });
  const file = app.sprites[0] ?? '';
  const told: { href?: string } = {};
  const document = { currentScript: { src: 'https://site.example/js/app.js' }, baseURI: 'no:base' };
  const require = (name: string) =>
    name === 'url' ? { pathToFileURL: (path: string) => `file://${path}` } : {};
  if (format === 'iife')
    new Function('document', 'out', `${app.code};out.href = app.href`)(document, told);
  if (format === 'cjs') {
    new Function('require', '__filename', 'exports', app.code)(require, '/srv/main.js', told);
  }
  return told.href?.replace(file, 'SPRITE');
}

test('a script links beside itself', async () => {
  expect(await linked('iife')).toBe('https://site.example/js/SPRITE#bookmark');
});

test('a CommonJS module links beside its file', async () => {
  expect(await linked('cjs')).toBe('file:///srv/SPRITE#bookmark');
});

test('several outputs of one bundle each have their sprite', async () => {
  const root = newApp({ 'src/main.js': MAIN });
  const plugins = icons({ inputs: join(root, 'icons'), dts: false }) as never;
  const bundle = await rollup({ input: join(root, 'src/main.js'), plugins, onLog: () => {} });
  const outputs = await Promise.all([
    bundle.generate({ format: 'es' }),
    bundle.generate({ format: 'cjs' }),
  ]);
  for (const { output } of outputs) {
    expect(output.map(({ fileName }) => fileName).sort()).toEqual([
      expect.stringMatching(/^assets\/sprite\.[0-9a-f]{8}\.svg$/),
      'main.js',
    ]);
  }
});
