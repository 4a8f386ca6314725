// Records the digest of all that is built, so that a start need not read it to know whether a cache
// is of this version. The last step of `npm run build`.
import { fileURLToPath } from 'node:url';
import { recordCode } from '../dist/node/cache/code.js';

recordCode(fileURLToPath(new URL('../dist/', import.meta.url)));
