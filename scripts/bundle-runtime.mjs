// Bundles src/runtime into dist/runtime, for browsers, servers and tests: one file for each entry, and
// few for what they share, so that bundlers still drop what an app does not use.
import { cpSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { CHECKED_COMPONENTS, COMPONENTS } from './entries.mjs';
import { splitCode } from './split-code.mjs';

const from = fileURLToPath(new URL('../src/runtime/', import.meta.url));
const to = fileURLToPath(new URL('../dist/runtime/', import.meta.url));

const entries = [
  ...COMPONENTS,
  ...CHECKED_COMPONENTS.map((name) => `development/${name}`),
  // For modules that the bundler plugin writes.
  ...['development/served-icons', 'development/inline-served'],
  // For the Svelte components, which ship as source: each app compiles them with its own version.
  ...['svelte-parts', 'development/svelte-parts'],
];

const bundle = await rolldown({
  input: Object.fromEntries(entries.map((path) => [path, `${from}${path}.ts`])),
  platform: 'neutral',
  external: /^(?![a-z]:)[^./]/i,
  tsconfig: `${from}tsconfig.json`,
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    {
      name: 'svelte-source',
      resolveId: {
        filter: { id: /\.svelte$/ },
        handler: (id) => ({ id, external: true }),
      },
    },
  ],
});
const split = await splitCode(bundle, {
  openedFile: 500,
  shippedFile: 500,
  // Checks never ship in a file that production loads.
  apart: { test: (id) => /^development[\\/]/.test(id.slice(from.length)), shippedFile: 2500 },
});
await bundle.write({
  dir: to,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'shared/[name].js',
  ...split,
});
await bundle.close();

for (const file of readdirSync(from, { recursive: true, encoding: 'utf8' }))
  if (['.css', '.svelte'].includes(extname(file))) cpSync(join(from, file), join(to, file));
