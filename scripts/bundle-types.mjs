// Bundles the types of the package's entries into dist: one file for each entry, and one for what
// they share. Doc comments stay; internal types that no entry reaches are left out.
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { ADAPTERS, COMPONENTS } from './entries.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

await bundleTypes('tsconfig.json', 'types/node.d', [
  'index',
  'config/define',
  ...ADAPTERS.map((name) => `plugin/adapters/${name}`),
]);
// These also use types of the DOM.
await bundleTypes(
  'src/runtime/tsconfig.json',
  'types/runtime.d',
  COMPONENTS.map((name) => `runtime/${name}`),
);

async function bundleTypes(tsconfig, shared, entries) {
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((path) => [path, `${root}src/${path}.ts`])),
    platform: 'node',
    external: /^(?![a-z]:)[^./]|\.svelte$/i,
    plugins: [dts({ emitDtsOnly: true, oxc: true, tsconfig: `${root}${tsconfig}` })],
  });
  await bundle.write({
    dir: `${root}dist`,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    minifyInternalExports: false,
    codeSplitting: { groups: [{ name: shared, test: /\.d\.ts$/, minShareCount: 2 }] },
  });
  await bundle.close();
}
