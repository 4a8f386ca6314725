// Empties dist and bundles src into it: one file for each entry of the package, the command line and
// its threads, and chunks for shared and lazy code. Fewer files start faster. The first step of
// `npm run build`.
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { ADAPTERS } from './entries.mjs';
import { splitCode } from './split-code.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const entry = (path) => [path, `${root}src/${path}.ts`];

const bundle = await rolldown({
  input: Object.fromEntries([
    entry('index'),
    // For configurations, which need no other code.
    entry('config/define'),
    entry('cli/bin'),
    // For processes that run the command line repeatedly, such as tests.
    ...['cli/program', 'cli/exit', 'cli/report/crash'].map(entry),
    // For the script that records the code.
    entry('node/cache/code'),
    ...ADAPTERS.map((name) => entry(`plugin/adapters/${name}`)),
    ['threads/verifier-thread', `${root}src/node/verifier-thread.ts`],
    ['threads/render-child', `${root}src/icon/verify/render-child.ts`],
    ['threads/pool-thread', `${root}src/node/pool-thread.ts`],
  ]),
  platform: 'node',
  external: /^(?![a-z]:)[^./]/i,
  tsconfig: `${root}tsconfig.json`,
  preserveEntrySignatures: 'allow-extension',
});
const split = await splitCode(bundle, {
  openedFile: 2000,
  shippedFile: 160_000,
  packageSize: 100_000,
  // These commands start rarely.
  weightOf: (id) =>
    /add|diff|init|migrate|preview|rename|verify/.test(id.slice(root.length)) ? 0.25 : 1,
});
rmSync(`${root}dist`, { recursive: true, force: true });
await bundle.write({
  dir: `${root}dist`,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  // Types have the doc comments; starts should not read them.
  comments: { legal: true, annotation: true, jsdoc: false },
  ...split,
});
await bundle.close();
cpSync(`${root}src/emit/manifest.schema.json`, `${root}dist/emit/manifest.schema.json`);
