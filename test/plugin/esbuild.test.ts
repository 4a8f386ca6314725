import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type BuildOptions, build, context } from 'esbuild';
import { expect, test } from 'vitest';
import icons from '../../src/plugin/adapters/esbuild.ts';
import { readTree, square } from '../e2e/test-build.ts';
import { newApp } from './app.ts';

const USING = (name: string) =>
  `import { iconHref } from 'virtual:iconloom';\nconsole.log(iconHref('${name}'));\n`;

const optionsFor = (root: string): BuildOptions => ({
  ...{ absWorkingDir: root, entryPoints: ['src/main.js'], outdir: 'dist', bundle: true },
  ...{ format: 'esm', logLevel: 'silent', plugins: [icons({ inputs: 'icons', dts: false })] },
});

test.each(['.js', '.min.js'])(
  'names ending in %s follow the sprite, and links the names',
  async (ending) => {
    const app = (late: string) =>
      newApp({
        'src/main.js': `${USING('bookmark')}import('./late.js');\nimport('./same.js');`,
        'src/late.js': `${USING(late)}import { shared } from './shared.js';\nconsole.log(shared);`,
        'src/same.js': USING('bookmark'),
        'src/other.js': `import { shared } from './shared.js';\nconsole.log(shared);`,
        'src/shared.js': `export const shared = ['no icon'];`,
      });
    const buildIn = async (root: string) => {
      const { outputFiles = [], metafile } = await build({
        ...{ ...optionsFor(root), entryPoints: ['src/main.js', 'src/other.js'] },
        ...{ splitting: true, write: false, metafile: true, outExtension: { '.js': ending } },
      });
      const files = new Map(outputFiles.map(({ path, text }) => [relative(root, path), text]));
      expect(Object.keys(metafile?.outputs ?? {}).sort()).toEqual([...files.keys()].sort());
      return files;
    };
    const before = await buildIn(app('check'));
    const after = await buildIn(app('camera'));
    const hashed = [...after.keys()].filter((name) => /-[A-Z2-7]{8}\./.test(name));
    expect(hashed.length).toBeGreaterThan(2);
    for (const name of hashed) expect(before.get(name) ?? after.get(name)).toBe(after.get(name));
    // The chunk without icons is called as before.
    expect(hashed.filter((name) => before.has(name)).length).toBeGreaterThan(0);
    for (const text of after.values()) {
      for (const [, link = ''] of text.matchAll(/["']\.\/([\w-]+\.[\w.]+)["']/g)) {
        expect([...after.keys()].map((name) => basename(name))).toContain(link);
      }
    }
  },
);

test('a source is not written over', async () => {
  const root = newApp({ 'src/main.js': USING('bookmark') });
  const building = build({ ...optionsFor(root), outdir: 'src' });
  await expect(building).rejects.toThrow('Refusing to overwrite input file "src/main.js"');
  expect(readFileSync(join(root, 'src/main.js'), 'utf8')).toBe(USING('bookmark'));
});

test('what the build before wrote, and this one does not, is gone', async () => {
  const root = newApp({ 'src/main.js': USING('bookmark') });
  const again = await context(optionsFor(root));
  await again.rebuild();
  const [before] = Object.keys(readTree(join(root, 'dist/assets')));
  writeFileSync(join(root, 'icons/bookmark.svg'), square(20));
  await again.rebuild();
  await again.dispose();
  const after = Object.keys(readTree(join(root, 'dist/assets')));
  expect(after.length).toBe(1);
  expect(after).not.toContain(before);
});

test('a build without an output folder has nowhere to put the sprite', async () => {
  const root = newApp({ 'src/main.js': USING('bookmark') });
  const { outdir, ...options } = optionsFor(root);
  await expect(build(options)).rejects.toThrow('no-output-folder');
});

test('a mistake in the code is told as esbuild tells it', async () => {
  const root = newApp({ 'src/main.ts': `${USING('bookmark')}const x: = 1;` });
  const building = build({ ...optionsFor(root), entryPoints: ['src/main.ts'] });
  await expect(building).rejects.toThrow('src/main.ts:3:9: ERROR: Unexpected "="');
});
