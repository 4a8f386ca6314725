/** svg-sprite's symbol mode, with its default optimization. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SVGSpriter from 'svg-sprite';

const [folder, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const spriter = new SVGSpriter({ dest: out, log: 'error', mode: { symbol: true } });
for (const name of readdirSync(folder)) {
  spriter.add(join(folder, name), name, readFileSync(join(folder, name), 'utf8'));
}
const { result } = await spriter.compileAsync();
writeFileSync(join(out, 'sprite.svg'), result.symbol.sprite.contents);
