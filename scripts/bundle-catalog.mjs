// Bundles src/catalog, the page in the browser, into dist/catalog: once for catalogs as files, once
// for the page of `iconloom preview`, which has more features.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createJiti } from 'jiti';

const sourcePath = (path) => fileURLToPath(new URL(`../src/catalog/${path}`, import.meta.url));
const outdir = fileURLToPath(new URL('../dist/catalog/', import.meta.url));
const { TOKENS_STYLE } = await createJiti(import.meta.url).import('../src/design/tokens.ts');
/** Resolves `@import "design:tokens"`: the design tokens that all pages share. */
const designTokens = {
  name: 'design-tokens',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^design:tokens$/ }, ({ path }) => ({ path, namespace: 'design' }));
    onLoad({ filter: /./, namespace: 'design' }, () => ({ contents: TOKENS_STYLE, loader: 'css' }));
  },
};
const options = {
  outdir,
  bundle: true,
  minify: true,
  format: 'iife',
  // The page is UTF-8. Escapes would triple the size of words in other scripts.
  charset: 'utf8',
  target: ['chrome111', 'firefox113', 'safari16.4'],
  legalComments: 'none',
  logLevel: 'warning',
};

await build({
  ...options,
  entryPoints: { catalog: sourcePath('main.ts') },
  define: { LIVE: 'false' },
});
await build({
  ...options,
  entryPoints: { 'catalog-live': sourcePath('main.ts') },
  define: { LIVE: 'true' },
});
await build({
  ...options,
  plugins: [designTokens],
  entryPoints: {
    catalog: sourcePath('catalog.css'),
    ...(existsSync(sourcePath('live/live.css')) && { 'catalog-live': sourcePath('live/live.css') }),
  },
});
