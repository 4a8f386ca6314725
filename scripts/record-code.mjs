// Records the digest of all built files in the code, so that a start knows it without reading them. The
// last step of `npm run build`.
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';

const { recordCode } = await createJiti(import.meta.url).import('../src/node/cache/code.ts');

recordCode(fileURLToPath(new URL('../dist/', import.meta.url)));
