import { svelte } from '@sveltejs/vite-plugin-svelte';
import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import type { PluginOption } from 'vite';
import solid from 'vite-plugin-solid';
import { describe, expect, test } from 'vitest';
import { type BuiltApp, buildApp, newApp } from './app.ts';

interface Framework {
  readonly plugin: () => PluginOption;
  readonly extension: string;
  /** A component file around a template, with `on` at hand. */
  readonly file: (template: string) => string;
  /** `<Icon>` with a name. */
  readonly icon: (name: string) => string;
  readonly named: (name: string) => string;
  /** A template for each `item` of a list. */
  readonly each: (list: string, template: string) => string;
}

const LISTS = `import { kinds } from './kinds.ts';
const items = [{ icon: 'bookmark' }, { icon: icon.camera }];`;

const KINDS = `interface Kind { readonly icon: string; readonly label: string }
export enum Names { Check = 'check' }
export const kinds: readonly Kind[] = [{ icon: Names.Check, label: 'Check' }];`;

const jsx = {
  icon: (expression: string) => `<Icon name={${expression}} />`,
  named: (name: string) => `<Icon name="${name}" size={24} />`,
};

const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  react: {
    plugin: () => react(),
    extension: 'jsx',
    file: (template) => `import { Icon } from 'iconloom/react';
import { icon } from 'virtual:iconloom';
${LISTS}
export default function App({ on, which, rest }) { return <p>${template}</p>; }`,
    ...jsx,
    each: (list, template) => `{${list}.map((item) => <i key={item.icon}>${template}</i>)}`,
  },
  vue: {
    plugin: () => vue(),
    extension: 'vue',
    file: (template) => `<script setup>
import { Icon } from 'iconloom/vue';
import { icon } from 'virtual:iconloom';
defineProps(['on', 'which', 'rest']);
${LISTS}
</script>
<template><p>${template}</p></template>`,
    icon: (expression) => `<Icon :name="${expression}" />`,
    named: (name) => `<Icon name="${name}" :size="24" />`,
    each: (list, template) => `<i v-for="item in ${list}" :key="item.icon">${template}</i>`,
  },
  svelte: {
    plugin: () => svelte({ configFile: false }),
    extension: 'svelte',
    file: (template) => `<script>
import { Icon } from 'iconloom/svelte';
import { icon } from 'virtual:iconloom';
let { on, which, rest } = $props();
${LISTS}
</script>
<p>${template}</p>`,
    ...jsx,
    each: (list, template) => `{#each ${list} as item}<i>${template}</i>{/each}`,
  },
  solid: {
    plugin: () => solid(),
    extension: 'jsx',
    file: (template) => `import { Icon } from 'iconloom/solid';
import { icon } from 'virtual:iconloom';
import { For } from 'solid-js';
${LISTS}
export default function App(props) {
  const { on, which, rest } = props;
  return <p>${template}</p>;
}`,
    ...jsx,
    each: (list, template) => `<For each={${list}}>{(item) => <i>${template}</i>}</For>`,
  },
};

async function buildWith(framework: Framework, template: string): Promise<BuiltApp> {
  const { plugin, extension, file } = framework;
  const root = newApp({
    'src/main.js': `import App from './App.${extension}';\nglobalThis.app = App;`,
    [`src/App.${extension}`]: file(template),
    'src/kinds.ts': KINDS,
  });
  return buildApp('vite', root, { vite: { plugins: [plugin()] } });
}

describe.each(Object.entries(FRAMEWORKS))('a component of %s', (_, framework) => {
  const { icon, named } = framework;

  test('keeps the icons that it names, also by alias', async () => {
    const app = await buildWith(framework, `${named('bookmark')}${named('hamburger')}`);
    expect(app.ids).toEqual(['bookmark', 'nav-menu']);
    expect(app.code).not.toContain('hamburger');
    expect(app.code).not.toContain('__ICONLOOM__');
  });

  test('keeps both of two names, and the icon of a constant', async () => {
    const names = `${icon(`on ? 'bookmark' : 'check'`)}${icon('icon.camera')}`;
    const app = await buildWith(framework, names);
    expect(app.ids).toEqual(['bookmark', 'camera', 'check']);
  });

  test('keeps the icons of the lists that it draws, of its own and of others', async () => {
    const own = framework.each('items', icon('item.icon'));
    const app = await buildWith(framework, own + framework.each('kinds', icon('item.icon')));
    expect(app.ids).toEqual(['bookmark', 'camera', 'check']);
    expect(app.code).not.toContain('__ICONLOOM__');
  });

  test('keeps all for a name made at run time, or where what is spread may hold one', async () => {
    const spread = framework.extension === 'vue' ? 'v-bind="rest"' : '{...rest}';
    const spreading = `<Icon name="bookmark" ${spread} />`;
    const app = await buildWith(framework, `${icon('which')}${spreading}`);
    expect(app.ids).toEqual(['bookmark', 'camera', 'check', 'nav-menu']);
    expect(app.told).toContain('all 4 icons are kept');
    expect(app.told.match(/src\/App\.\w+:\d+:\d+/g)?.length).toBe(2);
  });
});

test('a component of React made without JSX keeps the icon that it names', async () => {
  const root = newApp({
    'src/main.js': `import { createElement } from 'react';
import { Icon } from 'iconloom/react';
globalThis.app = createElement(Icon, { name: 'check' });`,
  });
  expect((await buildApp('vite', root)).ids).toEqual(['check']);
});

test('a template keeps the icon that it names', async () => {
  const root = newApp({
    'src/main.js': `import { iconHtml } from 'iconloom/html';
globalThis.app = iconHtml('check', { size: 20 });`,
  });
  expect((await buildApp('vite', root)).ids).toEqual(['check']);
});

test('a custom element takes any name', async () => {
  const root = newApp({
    'src/main.js': `import { defineIconElement } from 'iconloom/element';\ndefineIconElement();`,
  });
  const app = await buildApp('vite', root);
  expect(app.ids.length).toBe(4);
  expect(app.told).toContain('src/main.js:2:1  defineIconElement()');
});
