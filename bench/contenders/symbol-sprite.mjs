/** svg-symbol-sprite's command line. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
process.argv.splice(2, 2, '-i', folder, '-o', join(out, 'sprite.svg'));
createRequire(import.meta.url)('svg-symbol-sprite');
