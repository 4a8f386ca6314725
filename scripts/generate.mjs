// Writes all generated files of the repository: `npm run generate`. Prints those that have changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { createJiti } from 'jiti';

const root = new URL('../', import.meta.url);
// Node 20 cannot run TypeScript.
const jiti = createJiti(import.meta.url);
const { generatedFiles } = await jiti.import('./generated/index.ts');

for (const { path, contents } of await generatedFiles()) {
  const file = new URL(path, root);
  const text = await contents();
  if (text === read(file)) continue;
  writeFileSync(file, text);
  console.log(path);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
