import { describe, expect, test } from 'vitest';
import { square } from '../e2e/test-build.ts';
import { BUNDLERS, buildApp, newApp } from './app.ts';

const using = (...names: readonly string[]) =>
  `import { iconHref } from 'virtual:iconloom';\nconsole.log(${names.map((name) => `iconHref('${name}')`).join(', ')});`;

describe.each(BUNDLERS)('the sprite of a build with %s', (bundler) => {
  test('has a name that follows its contents, and so has the chunk that links to it', async () => {
    const root = newApp({ 'src/main.js': using('bookmark') });
    const output = { entryFileNames: '[name].[hash].js' };
    const vite = { build: { rollupOptions: { output } } };
    const before = await buildApp(bundler, root, { vite, output });
    const same = await buildApp(bundler, root, { vite, output });
    expect([...same.files]).toEqual([...before.files]);
    const other = newApp({ 'src/main.js': using('bookmark'), 'icons/bookmark.svg': square(3) });
    const after = await buildApp(bundler, other, { vite, output });
    const names = ({ files }: typeof after) => [...files.keys()];
    expect(names(after).length).toBe(2);
    for (const name of names(after)) expect(names(before)).not.toContain(name);
  });

  test('is called as fileName says, and linked below the base of the options', async () => {
    const root = newApp({ 'src/main.js': using('bookmark') });
    const base = 'https://cdn.example/app';
    const options = { fileName: 'static/[name]-[hash].svg', base };
    const app = await buildApp(bundler, root, { options });
    expect(app.sprites[0]).toMatch(/^static\/sprite-[0-9a-f]{8}\.svg$/);
    expect(app.code).toContain(`"${base}/${app.sprites[0]}`);
  });

  test('is one for each folder, and none for folders without used icons', async () => {
    const root = newApp({
      'src/main.js': using('menu'),
      'icons/menu.svg': square(5),
      'icons/other/unused.svg': square(5),
      'src/two.js': '',
    });
    const options = { split: 'folder' } as const;
    const both = newApp({ 'src/main.js': using('nav-menu', 'bookmark') });
    const one = await buildApp(bundler, root, { options });
    expect(one.sprites.map((file) => file.split('.')[0])).toEqual(['assets/sprite']);
    const two = await buildApp(bundler, both, { options });
    expect(two.sprites.map((file) => file.split('.')[0])).toEqual(['assets/nav', 'assets/sprite']);
    expect(two.code).toMatch(/__proto__: ?null,\s*"?bookmark"?: ?1\s*}/);
  });

  test('is not written where no icon is used', async () => {
    const app = await buildApp(bundler, newApp({ 'src/main.js': 'console.log(1);' }));
    expect([...app.files.keys()].filter((file) => file.endsWith('.svg'))).toEqual([]);
  });

  test('is no file, and links have no URL, where it is put into the page', async () => {
    const root = newApp({
      'src/main.js': `import 'virtual:iconloom/inline';\n${using('bookmark')}`,
    });
    const app = await buildApp(bundler, root);
    expect(app.sprites).toEqual([]);
    expect(app.code).toContain('<symbol id=\\"bookmark\\"');
    expect(app.code).not.toContain('camera');
    expect(app.code).not.toContain('.svg"');
  });
});

describe.each(BUNDLERS)('%s with names made at run time', (bundler) => {
  const dynamic = `import { iconHref, icon } from 'virtual:iconloom';
import { items } from './items.js';
console.log(items.map((item) => iconHref(item)), icon.check);`;

  test('keeps all without a safelist, and says where the names are made', async () => {
    const root = newApp({
      'src/main.js': dynamic,
      'src/items.js': `export const items = globalThis.items ?? ['camera'];`,
    });
    const app = await buildApp(bundler, root);
    expect(app.ids).toEqual(['bookmark', 'camera', 'check', 'nav-menu']);
    expect(app.told).toContain('iconloom: all 4 icons are kept');
    expect(app.told).toContain('src/main.js:3:33  iconHref(item)');
    expect(app.told).toContain('safelist');
  });

  test('keeps what is found, the safelist, and names that stand in the code as strings', async () => {
    const root = newApp({
      'src/main.js': dynamic,
      'src/items.js': `export const items = globalThis.items ?? ['camera'];\nexport const unused = ['bookmark'];`,
      'icons/flag/fr.svg': square(9),
    });
    const app = await buildApp(bundler, root, { options: { safelist: ['flag-*'] } });
    expect(app.ids).toEqual(['camera', 'check', 'flag-fr']);
    expect(app.told).toContain('3 of 5 icons used');
  });

  test('finds aliases at run time', async () => {
    const root = newApp({
      'src/main.js': dynamic,
      'src/items.js': `export const items = globalThis.items ?? ['hamburger'];`,
    });
    const app = await buildApp(bundler, root, { options: { safelist: [] } });
    expect(app.ids).toEqual(['check', 'nav-menu']);
    expect(app.code).toMatch(/"?hamburger"?: ?"nav-menu"/);
  });
});

describe.each(BUNDLERS)('%s refuses', (bundler) => {
  test('unknown names, all at once, with their places and what may be meant', async () => {
    const root = newApp({
      'src/main.js': `import { icon, iconHref } from 'virtual:iconloom';
import chekc from 'iconloom:chekc';
console.log(icon.bokmark, iconHref('camrea'), chekc);`,
    });
    const building = buildApp(bundler, root);
    await expect(building).rejects.toThrow(
      "src/main.js:3:13 error icon-unknown  There is no icon 'bokmark'. Did you mean 'bookmark'?",
    );
    await expect(building).rejects.toThrow(
      "src/main.js:3:36 error icon-unknown  There is no icon 'camrea'",
    );
    await expect(building).rejects.toThrow(
      "src/main.js:2:19 error icon-unknown  There is no icon 'chekc'",
    );
  });

  test('drawings with errors', async () => {
    const root = newApp({ 'src/main.js': using('bookmark'), 'icons/bad.svg': 'no drawing' });
    await expect(buildApp(bundler, root)).rejects.toThrow('icons/bad.svg:1:1 error parse-error');
  });

  test('options that are not there', async () => {
    const root = newApp({ 'src/main.js': using('bookmark') });
    const options = { safelsit: [] } as never;
    await expect(buildApp(bundler, root, { options })).rejects.toThrow("Did you mean 'safelist'?");
  });
});
