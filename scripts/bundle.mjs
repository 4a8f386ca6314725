// Bundles src into dist: one file for each entry of the package, the command line and its threads,
// and chunks for shared and lazy code. Fewer files start faster.
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));
const entry = (path) => [path, `${root}src/${path}.ts`];
const adapters = ['vite', 'rollup', 'rolldown', 'webpack', 'rspack', 'esbuild', 'webpack-loader'];

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
    ...adapters.map((name) => entry(`plugin/adapters/${name}`)),
    ['threads/verifier-thread', `${root}src/node/verifier-thread.ts`],
    ['threads/render-child', `${root}src/icon/verify/render-child.ts`],
    ['threads/pool-thread', `${root}src/node/pool-thread.ts`],
  ]),
  platform: 'node',
  external: /^[^./]/,
  tsconfig: `${root}tsconfig.json`,
});
rmSync(`${root}dist/chunks`, { recursive: true, force: true });
await bundle.write({
  dir: `${root}dist`,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
});
await bundle.close();
cpSync(`${root}src/emit/manifest.schema.json`, `${root}dist/emit/manifest.schema.json`);
