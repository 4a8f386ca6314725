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

const PACKAGES: string = fileURLToPath(new URL('../../node_modules', import.meta.url));
const APPS: string = fileURLToPath(new URL('apps/', import.meta.url));

/** The apps of `apps/`. */
export type App = 'react.tsx' | 'vue.ts' | 'svelte.ts' | 'solid.jsx' | 'element.ts';

/** Each with the plugin of its framework. */
const PLUGINS: Readonly<Record<App, () => PluginOption>> = {
  'react.tsx': () => react(),
  'vue.ts': () => vue(),
  'svelte.ts': () => svelte({ configFile: false }),
  'solid.jsx': () => solid({ ssr: true }),
  'element.ts': () => [],
};

/** Which files of the package an app gets. */
export type Condition = 'production' | 'development';

/** What an app is bundled with. */
export interface AppParts {
  /** Path of the `icons.js` of its set. */
  readonly icons: string;
  /** The `node_modules` that React is taken from, where it is not the repository's. */
  readonly react?: string;
}

function configOf(app: App, { icons, react }: AppParts, condition: Condition): InlineConfig {
  // Vite and the plugins of the frameworks ask this, and the runner has its own answer.
  process.env.NODE_ENV = condition;
  const of18 = react && { react: join(react, 'react'), 'react-dom': join(react, 'react-dom') };
  return {
    root: APPS,
    configFile: false,
    logLevel: 'error',
    mode: condition,
    plugins: [PLUGINS[app]()],
    resolve: { alias: { app: join(APPS, app), 'app-icons': icons, ...of18 } },
    publicDir: false,
  };
}

function conditionsOf(defaults: readonly string[], condition: Condition): string[] {
  return [...defaults.filter((each) => each !== 'development|production'), condition];
}

/** The client of an app, as the text of one module. */
export async function bundleClient(
  app: App,
  parts: AppParts,
  condition: Condition,
): Promise<string> {
  const config = configOf(app, parts, condition);
  const built = await build({
    ...config,
    resolve: { ...config.resolve, conditions: conditionsOf(defaultClientConditions, condition) },
    build: { write: false, minify: false, rolldownOptions: { input: join(APPS, 'client.ts') } },
  });
  if (!('output' in built)) throw new Error('Vite gave more than one bundle.');
  return built.output[0].code;
}

/** What an app renders on the server. */
export async function renderOnServer(app: App, parts: AppParts): Promise<string> {
  const config = configOf(app, parts, 'production');
  const folder = mkdtempSync(join(tmpdir(), 'iconloom-app-'));
  try {
    symlinkSync(PACKAGES, join(folder, 'node_modules'), 'junction');
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
    rmSync(folder, { recursive: true, force: true });
  }
}
