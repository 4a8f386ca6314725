/** Lower bound of any sprite tool: reads all files, joins them, writes one. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, out] = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith('.svg'));
mkdirSync(out, { recursive: true });
const all = files.map((name) => readFileSync(join(folder, name), 'utf8'));
writeFileSync(join(out, 'sprite.svg'), all.join(''));
