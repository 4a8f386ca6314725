import { describe, expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';
import { applyPlan } from '../../src/rename/apply.ts';
import type { RenamePlan } from '../../src/rename/model.ts';
import { planRename } from '../../src/rename/plan-rename.ts';
import { readTree, square, type Tree, temporaryFolder, writeTree } from './test-build.ts';

const OUT = { out: 'src/icons' };

interface Renamed {
  readonly plan: RenamePlan;
  readonly tree: Tree;
}

/** Renames `menu-open` to `nav-burger`, in the code below `src`, too. */
async function renameIn(files: Tree, config: object = OUT): Promise<Renamed> {
  const cwd = temporaryFolder();
  writeTree(cwd, { 'icons/menu-open.svg': square(8), ...files });
  const resolved = resolveConfig(config, { cwd, configFile: 'x' });
  const plan = await planRename(resolved, 'menu-open', 'nav-burger', { source: ['src'] });
  applyPlan(plan);
  return { plan, tree: readTree(cwd) };
}

/** What becomes of one file. A line of its own for each doubt: `line: reason`. */
async function codeOf(name: string, code: string, others: Tree = {}): Promise<string> {
  const { plan, tree } = await renameIn({ [`src/${name}`]: code, ...others });
  const doubts = plan.unsure
    .filter(({ file }) => file === `src/${name}`)
    .map(({ where, reason }) => `${where.line}: ${reason}`);
  return [tree[`src/${name}`], ...doubts].join('\n');
}

const SAME_WORD = 'it is the same word, but may mean something else';

describe('in TypeScript and JavaScript', () => {
  const names = "import { icon, iconHref, icons, type IconName } from './icons/icons.js';\n";

  test.each([
    ['a name in a call', "iconHref('menu-open', base);", "iconHref('nav-burger', base);"],
    [
      'in any quotes',
      'iconHref("menu-open"); iconHref(`menu-open`);',
      'iconHref("nav-burger"); iconHref(`nav-burger`);',
    ],
    ['one of two', "iconHref(open ? 'menu-open' : 'x');", "iconHref(open ? 'nav-burger' : 'x');"],
    ['a fallback', "iconHref(name ?? 'menu-open');", "iconHref(name ?? 'nav-burger');"],
    ['a constant', 'use(icon.menuOpen);', 'use(icon.navBurger);'],
    ['a constant by key', "use(icon['menuOpen']);", "use(icon['navBurger']);"],
    ['a constant taken out', 'const { menuOpen } = icon;', 'const { navBurger: menuOpen } = icon;'],
    ['a key', "icons['menu-open'].width;", "icons['nav-burger'].width;"],
    ['a typed constant', "const a: IconName = 'menu-open';", "const a: IconName = 'nav-burger';"],
    [
      'typed lists',
      "const a: readonly IconName[] = ['menu-open'];",
      "const a: readonly IconName[] = ['nav-burger'];",
    ],
    [
      'typed records',
      "const a: Record<string, IconName> = { x: 'menu-open' };",
      "const a: Record<string, IconName> = { x: 'nav-burger' };",
    ],
    [
      'a default',
      "function f(a: IconName = 'menu-open') {}",
      "function f(a: IconName = 'nav-burger') {}",
    ],
    ['satisfies', "use('menu-open' satisfies IconName);", "use('nav-burger' satisfies IconName);"],
    [
      'a constant used once',
      "const a = x ? 'menu-open' : 'b';\niconHref(a);",
      "const a = x ? 'nav-burger' : 'b';\niconHref(a);",
    ],
    [
      'a link',
      "use.href = '/static/sprite.svg#menu-open';",
      "use.href = '/static/sprite.svg#nav-burger';",
    ],
    [
      'a link in a template',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
      'const a = `${base}/sprite.svg?v=1#menu-open`;',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
      'const a = `${base}/sprite.svg?v=1#nav-burger`;',
    ],
  ])('%s', async (_, before, after) => {
    expect(await codeOf('app.ts', names + before)).toBe(names + after);
  });

  test.each([
    [
      'a constant used twice',
      "const a = 'menu-open';\niconHref(a); other(a);",
      '2: it is a constant that may be used elsewhere',
    ],
    ['the same word', "track('menu-open');", `2: ${SAME_WORD}`],
    [
      'a shadowed name',
      "{ const iconHref = (x) => x;\niconHref('menu-open'); }",
      `3: ${SAME_WORD}`,
    ],
    [
      'a parameter property',
      'class A { constructor(private icon: B) {\nicon.menuOpen; } }',
      "3: it is unknown what 'icon' is",
    ],
    [
      'a link into the page',
      "a.href = '#menu-open';",
      '2: it may link to any element with that id in the page',
    ],
    [
      'a link elsewhere',
      "a.href = 'https://example.com/sprite.svg#menu-open';",
      '2: it links to another file',
    ],
  ])('%s is left and told', async (_, code, doubt) => {
    expect(await codeOf('app.ts', names + code)).toBe(`${names + code}\n${doubt}`);
  });

  test('strings of files that have nothing to do with icons are nobody’s business', async () => {
    const code = "track('menu-open'); const state = { 'menu-open': 1 };";
    expect(await codeOf('app.js', code)).toBe(code);
  });

  test('but a property called icon is told', async () => {
    const code = "export const items = [{ icon: 'menu-open' }];";
    expect(await codeOf('app.js', code)).toBe(`${code}\n1: it belongs to 'icon', which is unknown`);
  });

  test.each([
    ["import a from 'iconloom:menu-open';", "import a from 'iconloom:nav-burger';"],
    ["const a = import('iconloom:menu-open');", "const a = import('iconloom:nav-burger');"],
    [
      "export { default } from 'iconloom:menu-open';",
      "export { default } from 'iconloom:nav-burger';",
    ],
    [
      "import { iconHref as h } from 'virtual:iconloom';\nh('menu-open');",
      "import { iconHref as h } from 'virtual:iconloom';\nh('nav-burger');",
    ],
    [
      "import { iconHtml } from 'iconloom/html';\niconHtml('menu-open');",
      "import { iconHtml } from 'iconloom/html';\niconHtml('nav-burger');",
    ],
    [
      "import * as set from './icons/icons';\nset.icon.menuOpen;",
      "import * as set from './icons/icons';\nset.icon.navBurger;",
    ],
    [
      "import icons from 'iconloom/vite';\nicons({ safelist: ['menu-open'], aliases: { a: 'menu-open' } });",
      "import icons from 'iconloom/vite';\nicons({ safelist: ['nav-burger'], aliases: { a: 'nav-burger' } });",
    ],
  ])('%s', async (before, after) => {
    expect(await codeOf('app.ts', before)).toBe(after);
  });

  test('names that other modules hand on', async () => {
    const others = {
      'src/ui/icon.ts':
        "import { createIcon } from 'iconloom/react';\nexport const AppIcon = createIcon({});",
      'src/ui/index.ts':
        "export * from './icon.js';\nexport { iconHref as href } from '../icons/icons.js';",
      'tsconfig.json': '{ // ours\n "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
    };
    const code = (name: string) =>
      `import { AppIcon, href } from '@/ui';\nhref('${name}');\nexport const a = <AppIcon name="${name}" />;\n`;
    expect(await codeOf('app.tsx', code('menu-open'), others)).toBe(code('nav-burger'));
  });

  test('code that cannot be read is told', async () => {
    expect(await codeOf('app.ts', "let let = 'menu-open'")).toContain(
      '1: the code cannot be parsed',
    );
  });
});

describe('in JSX', () => {
  const imported = "import { Icon } from 'iconloom/react';\n";

  test.each([
    ['<Icon size={24} name="menu-open" />', '<Icon size={24} name="nav-burger" />'],
    ["<Icon name={a ? 'menu-open' : 'x'} />", "<Icon name={a ? 'nav-burger' : 'x'} />"],
    ["h(Icon, { name: 'menu-open' })", "h(Icon, { name: 'nav-burger' })"],
    ['<iconloom-icon name="menu-open" />', '<iconloom-icon name="nav-burger" />'],
    ['<use href="/a/sprite.svg#menu-open" />', '<use href="/a/sprite.svg#nav-burger" />'],
  ])('%s', async (before, after) => {
    expect(await codeOf('app.jsx', `${imported}a = ${before}`)).toBe(`${imported}a = ${after}`);
  });

  test('other components are left and told', async () => {
    const code = `${imported}a = <Button icon="menu-open" />`;
    expect(await codeOf('app.tsx', code)).toBe(
      `${code}\n2: <Button> is not known to take icon names`,
    );
  });

  test('a component of the same name from elsewhere is another', async () => {
    const code = 'import { Icon } from \'their-icons\';\na = <Icon name="menu-open" />';
    expect(await codeOf('app.tsx', code)).toBe(
      `${code}\n2: <Icon> is not known to take icon names`,
    );
  });
});

test('in Vue: templates by what their scripts import', async () => {
  const file = (name: string, key: string) => `<script setup lang="ts">
import { Icon as AppIcon } from 'iconloom/vue'
import { icon, iconHref, type IconName } from './icons/icons.js'
const first: IconName = '${name}'
</script>
<template>
  <!-- <AppIcon name="menu-open" /> -->
  <app-icon name="${name}" />
  <AppIcon :name="open ? '${name}' : icon.${key}" />
  <svg><use :href="iconHref('${name}')" /><use href="./sprite.svg#${name}" /></svg>
  <p v-for="each in ['menu-open']">{{ iconHref('${name}') }} menu-open</p>
</template>
<style>.menu-open { color: red }</style>
`;
  expect(await codeOf('App.vue', file('menu-open', 'menuOpen'))).toBe(
    `${file('nav-burger', 'navBurger')}\n11: ${SAME_WORD}`,
  );
});

test('in Vue: names that a loop gives are not ours', async () => {
  const file = `<script>
import { icon } from './icons/icons.js'
</script>
<template><b v-for="icon in them">{{ icon.menuOpen }}</b></template>
`;
  expect(await codeOf('App.vue', file)).toBe(`${file}\n4: it is unknown what 'icon' is`);
});

test('in Vue: components that are registered by another name', async () => {
  const file = (name: string) => `<script>
import { Icon } from 'iconloom/vue'
export default { components: { Glyph: Icon } }
</script>
<template><Glyph name="${name}" /></template>
`;
  expect(await codeOf('App.vue', file('menu-open'))).toBe(file('nav-burger'));
});

describe('in Vue: components that all templates know', () => {
  const main = (more = '') =>
    `import { createApp } from 'vue';\nimport { Icon } from 'iconloom/vue';\ncreateApp(App).component('AppIcon', Icon)${more};\n`;
  const template = (name: string) =>
    `<template><app-icon name="${name}" /><AppIcon :name="'${name}'" /></template>\n`;

  test('are found where they are registered', async () => {
    const after = await codeOf('App.vue', template('menu-open'), { 'src/main.ts': main() });
    expect(after).toBe(template('nav-burger'));
  });

  test.each([
    ['that also stand for something else', '', ".component('AppIcon', Other)"],
    [
      'whose name the file gives to another',
      "<script setup>\nimport AppIcon from './own.vue'\n</script>\n",
      '',
    ],
  ])('but not those %s', async (_, script, more) => {
    const file = script + template('menu-open');
    const after = await codeOf('App.vue', file, { 'src/main.ts': main(more) });
    expect(after.startsWith(file)).toBe(true);
  });
});

test('in Svelte: markup and blocks', async () => {
  const file = (name: string, key: string) => `<script lang="ts">
  import { Icon } from 'iconloom/svelte';
  import { icon, iconHref } from './icons/icons.js';
  let { open = true } = $props();
</script>
{#if open}<Icon name="${name}" />{:else}<Icon name={'${name}'} size={{ a: "}" }.a} />{/if}
{#each [icon.${key}] as each}<Icon name={each} />{/each}
<img src={iconHref('${name}')} alt="menu-open">
{@html iconHref('${name}')}
`;
  expect(await codeOf('App.svelte', file('menu-open', 'menuOpen'))).toBe(
    file('nav-burger', 'navBurger'),
  );
});

test('in Astro: front matter, markup, and markup in code', async () => {
  const file = (name: string, key: string) => `---
import { Icon } from 'iconloom/react';
import { icon } from './icons/icons.js';
const list = [icon.${key}];
---
<!doctype html>
<br>
<Icon name="${name}" />
{list.map((each) => <li><Icon name="${name}" title={icon.${key}} /></li>)}
{them.map((icon) => <li>{icon.menuOpen}</li>)}
`;
  expect(await codeOf('page.astro', file('menu-open', 'menuOpen'))).toBe(
    `${file('nav-burger', 'navBurger')}\n10: it is unknown what 'icon' is`,
  );
});

test('in HTML: elements, links and scripts', async () => {
  const file = (name: string) => `<!doctype html>
<title>menu-open</title>
<iconloom-icon name=${name}></iconloom-icon>
<svg><use xlink:href='../sprite.svg#${name}'/></svg>
<input name="menu-open" id="menu-open">
<script type="module">import { iconHref } from './icons/icons.js'; iconHref('${name}');</script>
<script type="application/json">{"icon":"menu-open"}</script>
`;
  const [before, after] = [file('menu-open'), file('nav-burger')];
  expect(await codeOf('index.html', before)).toBe(
    `${after}\n5: <input> is not known to take icon names`,
  );
});

test('places and code are told as they stand', async () => {
  const code = "import { iconHref } from './icons/icons.js';\r\n\r\n  iconHref('menu-open');\r\n";
  const { plan, tree } = await renameIn({ 'src/a.ts': code });
  expect(plan.uses).toEqual([
    {
      ...{ file: 'src/a.ts', where: { line: 3, column: 13 } },
      ...{ before: "iconHref('menu-open')", after: "iconHref('nav-burger')" },
    },
  ]);
  expect(tree['src/a.ts']).toBe(code.replace('menu-open', 'nav-burger'));
});

test('sprites are known by the configuration: prefix and folders', async () => {
  const code = (id: string) => `<use href="nav.svg#${id}"/><use href="x.svg#${id}"/>`;
  const { plan, tree } = await renameIn(
    { 'src/a.html': code('i-menu-open'), 'icons/nav/x.svg': square(2) },
    { ...OUT, prefix: 'i-', split: 'folder' },
  );
  expect(tree['src/a.html']).toBe(
    '<use href="nav.svg#i-nav-burger"/><use href="x.svg#i-menu-open"/>',
  );
  expect(plan.unsure.map(({ reason }) => reason)).toEqual(['it may link to another file']);
});

test('what was built, packages and bytes that are no text are left', async () => {
  const files = {
    'src/icons/icons.js': "export const icon = { menuOpen: 'menu-open' };",
    'src/node_modules/a/a.js': "import 'iconloom:menu-open'",
    'src/latin.js': Buffer.from("import 'iconloom:menu-open' // \xe9", 'latin1') as never,
  };
  const { plan } = await renameIn(files);
  expect(plan.uses).toEqual([]);
  expect(plan.unsure.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
    'src/latin.js it is not UTF-8',
  ]);
});

test('what require gives is left and told', async () => {
  const file = "const { iconHref } = require('./icons/icons.js');\na = iconHref('menu-open');\n";
  const after = await codeOf('app.cjs', file);
  expect(after.startsWith(file)).toBe(true);
  expect(after).toMatch(/\n2: /);
});
