import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import {
  build,
  defaultClientConditions,
  defaultServerConditions,
  type InlineConfig,
  type PluginOption,
} from 'vite';
import solid from 'vite-plugin-solid';

const ROOT: string = fileURLToPath(new URL('../../', import.meta.url));
const APPS: string = fileURLToPath(new URL('apps/', import.meta.url));

/** The apps of `apps/`, each with the plugin of its framework. */
const PLUGINS = {
  'react.tsx': () => react(),
  'vue.ts': () => vue(),
  'svelte.ts': () => svelte({ configFile: false }),
  'solid.jsx': () => solid({ ssr: true }),
  'element.ts': () => [],
} satisfies Record<string, () => PluginOption>;

export type App = keyof typeof PLUGINS;

/** Which files of the package an app gets. */
export type Condition = 'production' | 'development';

/** A folder for what is bundled, from which packages can be found. */
function workplace(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'iconloom-app-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function configOf(app: App, icons: string, condition: Condition): InlineConfig {
  // Vite and the plugins of the frameworks ask this, and the runner has its own answer.
  process.env.NODE_ENV = condition;
  return {
    root: APPS,
    configFile: false,
    logLevel: 'error',
    mode: condition,
    plugins: [PLUGINS[app]()],
    resolve: { alias: { app: join(APPS, app), 'app-icons': icons } },
    publicDir: false,
  };
}

function conditionsOf(defaults: readonly string[], condition: Condition): string[] {
  return [...defaults.filter((each) => each !== 'development|production'), condition];
}

/** The client of an app, as the text of one module. */
export async function bundleClient(app: App, icons: string, condition: Condition): Promise<string> {
  const config = configOf(app, icons, condition);
  const built = await build({
    ...config,
    resolve: { ...config.resolve, conditions: conditionsOf(defaultClientConditions, condition) },
    build: { write: false, minify: false, rolldownOptions: { input: join(APPS, 'client.ts') } },
  });
  if (!('output' in built)) throw new Error('Vite gave more than one bundle.');
  return built.output[0].code;
}

/** What an app renders on the server. */
export async function renderOnServer(app: App, icons: string): Promise<string> {
  const config = configOf(app, icons, 'production');
  const { folder, remove } = workplace();
  try {
    await build({
      ...config,
      resolve: {
        ...config.resolve,
        conditions: conditionsOf(defaultServerConditions, 'production'),
      },
      ssr: { noExternal: ['iconloom'] },
      build: {
        ssr: join(APPS, app),
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: 'server.mjs' } },
      },
    });
    const { render } = await import(pathToFileURL(join(folder, 'server.mjs')).href);
    return await render();
  } finally {
    remove();
  }
}
