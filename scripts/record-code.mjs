// Records the digest of all built files, so that a start can compare it with that of a cache without
// reading them. The last step of `npm run build`.
import { fileURLToPath } from 'node:url';
import { recordCode } from '../dist/node/cache/code.js';

recordCode(fileURLToPath(new URL('../dist/', import.meta.url)));
