import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import type { PluginOption } from 'vite';
import { describe, expect, test } from 'vitest';
import { buildApp, newApp } from './app.ts';

/** What a build reports of the file `src/App.<extension>`, as lines, and the lines of words in it. */
async function linesOf(extension: string, text: string, plugins: PluginOption[], words: string[]) {
  const root = newApp({
    'src/main.js': `import App from './App.${extension}';\nglobalThis.app = App;`,
    [`src/App.${extension}`]: text,
  });
  const building = buildApp('vite', root, { vite: { plugins } });
  const told = await building.then(
    (app) => app.told,
    (error) => String(error),
  );
  const reported = [...told.matchAll(/src\/App\.\w+:(\d+):\d+/g)].map(([, line]) => Number(line));
  const lines = text.split('\n');
  const right = words.map((word) => lines.findIndex((line) => line.includes(word)) + 1);
  return { reported, right };
}

const TYPES = `interface A {\n  a: string;\n  b: string;\n}\n\ntype B = A;\n`;

const VUE = (lang: string, setup: string) => `<!-- The app -->
<script setup${lang}>
${lang ? TYPES : ''}
import { Icon } from 'iconloom/vue'

defineProps(['which'])
</script>

<template>
  <ul>
    <li v-for="x in 3" :key="x"><Icon name="${setup}-a" /></li>
    <Icon
      :size="24"
      :name="which ? '${setup}-b' : 'check'"
    />
  </ul>
</template>

<style>
ul { color: red; }
</style>
`;

describe('without source maps, unknown names have the lines of the file in', () => {
  test.each([
    ['JavaScript', ''],
    ['TypeScript', ' lang="ts"'],
  ])('a component of Vue with %s', async (_, lang) => {
    const words = ['typo-a', 'typo-b'];
    const { reported, right } = await linesOf('vue', VUE(lang, 'typo'), [vue()], words);
    expect(reported).toEqual(right);
  });

  test('a component of Vue without setup', async () => {
    const text = `<template>\n\n\n  <Icon name="typo-a" />\n</template>\n
<script>
import { Icon } from 'iconloom/vue';
export default { components: { Icon } };
</script>\n`;
    // Such components take any name, and their names are known at run time.
    const { reported, right } = await linesOf('vue', text, [vue()], ['components:']);
    expect(reported).toEqual(right);
  });

  test('a component of Svelte', async () => {
    const text = `<script lang="ts">\n${TYPES}import { Icon } from 'iconloom/svelte';
let { on } = $props();\n</script>\n\n<p>\n  <Icon\n    name={on ? 'typo-a' : 'check'}\n  />\n</p>\n`;
    const plugin = svelte({ configFile: false });
    const { reported, right } = await linesOf('svelte', text, [plugin], ['typo-a']);
    expect(reported).toEqual(right);
  });

  test('a file of a compiler that makes no maps', async () => {
    const text = `---\ntitle: Page\n---\n\n<p>\n  <Icon name="typo-a" />\n\n  <Icon name="typo-b" />
  <Icon name="typo-a" />\n</p>\n`;
    const names = [...text.matchAll(/name="([^"]+)"/g)].map(([, name]) => `iconHref('${name}')`);
    const plugin = {
      name: 'page',
      transform: (_: string, id: string) =>
        id.endsWith('.page')
          ? {
              code: `${'\n'.repeat(30)}import { iconHref } from 'virtual:iconloom';\nexport default [${names}];`,
              map: null,
            }
          : null,
    };
    const { reported } = await linesOf('page', text, [plugin], []);
    expect(reported).toEqual([6, 8, 9]);
  });
});

test('without source maps, uses that keep all icons have the lines of the file', async () => {
  const text = VUE('', 'check')
    .replace('"check-a"', '"check"')
    .replace(/'check-b' : 'check'/, "which : 'check'");
  const { reported, right } = await linesOf('vue', text, [vue()], ['<Icon\n'.trim()]);
  const last = text.split('\n').findIndex((line) => line.includes(':name=')) + 1;
  expect(reported.length).toBe(1);
  expect(reported[0]).toBeGreaterThanOrEqual(right[0] ?? 0);
  expect(reported[0]).toBeLessThanOrEqual(last);
});
