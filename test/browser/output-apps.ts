import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { build, type InlineConfig } from 'vite';
import solid from 'vite-plugin-solid';

const ROOT: string = fileURLToPath(new URL('../../', import.meta.url));

/** Server rendering of components: code with `render(component)`, and how Vite compiles it. */
interface Renderer {
  readonly code: string;
  readonly config: InlineConfig;
}

/** Renderers by the folder of their components. */
export const RENDERERS: Readonly<Record<string, Renderer>> = {
  react: {
    code: `import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
export const render = (component, props) => renderToStaticMarkup(createElement(component, props));`,
    config: { oxc: { jsx: { runtime: 'automatic' } } },
  },
  preact: {
    code: `import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
export const render = (component, props) => renderToString(h(component, props));`,
    config: { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } },
  },
  vue: {
    code: `import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
export const render = (component, props) => renderToString(createSSRApp(component, props));`,
    config: { plugins: [vue()] },
  },
  svelte: {
    code: `import { render as renderComponent } from 'svelte/server';
export const render = (component, props) => renderComponent(component, { props }).body;`,
    config: { plugins: [svelte({ configFile: false })] },
  },
  solid: {
    code: `import { createComponent, renderToString } from 'solid-js/web';
export const render = (component, props) => renderToString(() => createComponent(component, props));`,
    config: { plugins: [solid({ ssr: true })] },
  },
};

/**
 * Compiles the components of a framework and renders them.
 *
 * @returns markup by name of the component
 */
export async function renderComponents(
  framework: string,
  files: ReadonlyMap<string, string>,
  props: object,
): Promise<ReadonlyMap<string, string>> {
  const { code, config } = RENDERERS[framework] as Renderer;
  // Inside the project, so that the frameworks are found.
  const cache = join(ROOT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const root = mkdtempSync(join(cache, 'components-'));
  try {
    for (const [path, contents] of files) {
      if (!path.startsWith(`${framework}/`)) continue;
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), contents);
    }
    writeFileSync(
      join(root, 'main.js'),
      `import * as icons from './${framework}/index.ts';\n${code}\nexport { icons };\n`,
    );
    await build({
      ...{ root, configFile: false, logLevel: 'error' },
      ...config,
      build: { ssr: 'main.js', outDir: 'out', minify: false },
    });
    const { icons, render } = await import(pathToFileURL(join(root, 'out/main.js')).href);
    const rendered = Object.entries(icons).map(async ([name, component]) => {
      return [name, String(await render(component, props))] as const;
    });
    return new Map(await Promise.all(rendered));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
