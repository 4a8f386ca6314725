import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Browser } from 'playwright-core';
import { compile } from 'svelte/compiler';
import { launchChromium } from '../browser/chromium.ts';
import { type ServedFile, type Site, serve } from '../browser/serve.ts';
import { appPage, type OpenPage, openPage, PAGE_CSS, type PageOptions } from './app-page.ts';
import type { Condition } from './bundle-app.ts';

const HERE: string = fileURLToPath(new URL('.', import.meta.url));

/** A browser, a site and scripts for its pages. */
export interface Lab {
  /** What the pages may ask for, by path with the leading slash. */
  readonly files: Map<string, ServedFile>;
  readonly origin: string;
  /**
   * Opens a page that runs the script, a module that may import `iconloom/…`.
   *
   * @param options `condition` is `production` unless said otherwise.
   */
  run<T>(
    script: string,
    use: (open: OpenPage) => Promise<T>,
    options?: PageOptions & { readonly condition?: Condition },
  ): Promise<T>;
  close(): Promise<void>;
}

export async function openLab(): Promise<Lab> {
  const files = new Map<string, ServedFile>();
  const site: Site = await serve(files);
  const browser: Browser = await launchChromium();
  const page = await browser.newPage({ colorScheme: 'light' });
  let runs = 0;
  files.set('/page.css', PAGE_CSS);
  files.set('/rtl.css', { type: 'text/css', body: '' });
  files.set('/icon.svg', {
    type: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  return {
    files,
    origin: site.origin,
    async run(script, use, { condition = 'production', ...options } = {}) {
      const body = await bundle(script, condition);
      files.set('/app.js', { type: 'text/javascript', body });
      // An address of its own, so that the browser does not know the script.
      files.set('/', appPage({ ...options, script: `/app.js?${runs++}` }));
      return use(await openPage(page, `${site.origin}/`, 'networkidle'));
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** Svelte components as an app compiles them. */
const SVELTE: Plugin = {
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => ({
      contents: compile(await readFile(path, 'utf8'), { filename: path }).js.code,
    }));
  },
};

/** A script with what it imports of the package, as one module. */
export async function bundle(
  contents: string,
  condition: Condition,
  minify = false,
  external: readonly string[] = [],
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: HERE },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: [condition],
    external: [...external],
    plugins: [SVELTE],
    minify,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
