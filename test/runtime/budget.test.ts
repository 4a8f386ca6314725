import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundle } from './lab.ts';

/** What each entry may cost in bytes, minified and compressed, its framework not counted. */
const BUDGETS: readonly (readonly [entry: string, exports: string, most: number])[] = [
  ['react', 'createIcon', 600],
  ['vue', 'createIcon', 450],
  ['solid', 'createIcon', 650],
  ['svelte', 'createIcon', 800],
  ['element', 'defineIconElement', 1250],
  ['html', 'createIconHtml', 650],
  ['inline', 'inlineSprite', 2150],
  ['cross-origin', 'loadSprite, localSet', 2450],
];

const FRAMEWORKS = ['react', 'vue', 'solid-js', 'svelte'];

test.each(BUDGETS)('iconloom/%s costs no more than it may', async (entry, exports, most) => {
  const script = `export { ${exports} } from 'iconloom/${entry}'`;
  const code = await bundle(script, 'production', true, FRAMEWORKS);
  const bytes = brotliCompressSync(code).length;
  console.log(`iconloom/${entry}: ${code.length} B minified, ${bytes} B brotli, of ${most} B`);
  expect(bytes).toBeLessThanOrEqual(most);
});

test.each(BUDGETS)('iconloom/%s holds no check in production', async (entry, exports) => {
  const script = `export { ${exports} } from 'iconloom/${entry}'`;
  const code = await bundle(script, 'production', false, FRAMEWORKS);
  expect(code).not.toMatch(/console|process|Did you mean|development/);
});

test.each(['react', 'vue', 'solid', 'svelte', 'html', 'inline', 'cross-origin'])(
  'an unused import of iconloom/%s leaves nothing',
  async (entry) => {
    const script = `import * as all from 'iconloom/${entry}'`;
    const code = await bundle(script, 'production', true, FRAMEWORKS);
    expect(code.replace(/import"[^"]*";?/g, '').trim()).toBe('');
  },
);
