// Copies the files of src/runtime that the compiler ignores: style sheets and Svelte components. They
// ship as source, since each app compiles them with its own version of Svelte.
import { cpSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const from = fileURLToPath(new URL('../src/runtime/', import.meta.url));
const to = fileURLToPath(new URL('../dist/runtime/', import.meta.url));

for (const file of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
  if (['.css', '.svelte'].includes(extname(file))) cpSync(join(from, file), join(to, file));
}
