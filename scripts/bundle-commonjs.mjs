// Bundles what is loaded by require() into dist/commonjs: one file for each entry.
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));

async function bundle(name, input, exports) {
  const made = await rolldown({
    input,
    platform: 'node',
    external: /^[^./]/,
    tsconfig: `${root}tsconfig.json`,
  });
  await made.write({ file: `${root}dist/commonjs/${name}.cjs`, format: 'cjs', exports });
  await made.close();
}

await bundle('typescript', `${root}src/editor/typescript.ts`, 'default');
