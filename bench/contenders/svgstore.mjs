/** svgstore with the output of svgo. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { optimize } from 'svgo';
import svgstore from 'svgstore';

const [folder, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const store = svgstore();
for (const name of readdirSync(folder)) {
  try {
    store.add(parse(name).name, optimize(readFileSync(join(folder, name), 'utf8')).data);
  } catch {}
}
writeFileSync(join(out, 'sprite.svg'), store.toString({ inline: true }));
