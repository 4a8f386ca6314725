/** svgo's optimize() in a loop on one thread, with only reading and writing besides. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { optimize } from 'svgo';

const [folder, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const all = readdirSync(folder).map((name) => {
  try {
    return optimize(readFileSync(join(folder, name), 'utf8')).data;
  } catch {
    return '';
  }
});
writeFileSync(join(out, 'sprite.svg'), all.join(''));
