import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildApp, newApp } from './app.ts';

const TWELVE = [
  ...['outlineHome', 'outlineUser', 'outlineSettings', 'outlineBell', 'outlineSearch'],
  ...['outlineHeart', 'outlineStar', 'outlineTrash', 'filledHeart', 'filledStar'],
  ...['outlineX', 'outlineCheck'],
];

test('of 6,287 icons a sprite holds the 12 that are used; a name made at run time keeps all', async () => {
  const root = newApp({
    'src/main.js': `import { icon, iconHref } from 'virtual:iconloom';
console.log(${TWELVE.map((name) => `iconHref(icon.${name})`).join(', ')});`,
    'src/dynamic.js': `import { iconHref } from 'virtual:iconloom';
globalThis.show = (name) => iconHref(name);`,
  });
  // Held against their drawings elsewhere; here it is the number that counts.
  const options = {
    inputs: 'node_modules/@tabler/icons/icons',
    verify: false,
    threads: 1,
  } as const;
  const twelve = await buildApp('vite', root, { options });
  expect(twelve.ids.length).toBe(12);
  expect(twelve.told).toContain('iconloom: 12 of 6287 icons used → assets/sprite.');
  const input = [join(root, 'src/main.js'), join(root, 'src/dynamic.js')];
  const all = await buildApp('vite', root, {
    options,
    vite: { build: { rollupOptions: { input } } },
  });
  expect(all.ids.length).toBe(6287);
  expect(all.told).toContain('all 6287 icons are kept');
  expect(all.told).toContain('src/dynamic.js:2:29  iconHref(name)');
});
