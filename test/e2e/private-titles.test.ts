import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addIcons } from '../../src/add/add-icons.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { readTree, temporaryFolder, testBuild, writeTree } from './test-build.ts';

const drawing = (title: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>${title}</title><path d="M0 0h8v8z"/></svg>`;

const PRIVATE = ['/Users/anna/Desktop/x.svg', 'C:\\Users\\anna\\x', 'anna/Gruppe 3/x', 'Frame 77'];

test.for(PRIVATE)('the title %s reaches no output', async (title) => {
  for (const names of ['js', 'ts'] as const) {
    const { tree } = await testBuild({
      files: { 'icons/home-door.svg': drawing(title) },
      config: { names, catalog: 'folder', layouts: ['css', 'view', 'defs', 'stack'] },
    });
    for (const [path, text] of Object.entries(tree)) {
      expect(text.replaceAll('\\\\', '\\'), path).not.toContain(title);
      if (path !== 'catalog/catalog.js') expect(text, path).not.toMatch(/anna|Frame 77/);
    }
    expect(JSON.parse(tree['manifest.json'] ?? '').icons['home-door'].title).toBe('Home door');
  }
});

test.for(PRIVATE)('the title %s is not added to the metadata', async (title) => {
  const cwd = temporaryFolder();
  writeTree(cwd, { 'icons/a.svg': drawing('A'), 'new.svg': drawing(title) });
  const config = resolveConfig({}, { cwd, configFile: 'x' });
  await addIcons(['new.svg'], config);
  expect(JSON.parse(readFileSync(join(cwd, 'icons/new.meta.json'), 'utf8'))).not.toHaveProperty(
    'title',
  );
  expect(Object.values(readTree(join(cwd, 'icons'))).join()).not.toMatch(/anna|Frame 77/);
});

test('a title that the metadata gives stays, whatever it is', async () => {
  const { tree } = await testBuild({
    files: { 'icons/a.svg': drawing('Layer 1'), 'icons/a.meta.json': '{"title":"Layer 1"}' },
  });
  expect(JSON.parse(tree['manifest.json'] ?? '').icons.a.title).toBe('Layer 1');
});
