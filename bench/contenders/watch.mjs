/** Time from a change of a drawing to the written sprite, in ms: median of so many changes. */
import { watch as onSystem, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watch } from '../../dist/index.js';

const [folder, out, changes = '50'] = process.argv.slice(2);
const watcher = watch({ inputs: '.', out }, { cwd: folder });
let tell = () => {};
watcher.on('build', () => tell());
watcher.on('error', (error) => {
  throw error;
});
/** When the sprite is next replaced. */
const spriteWritten = () =>
  new Promise((resolve) => {
    const system = onSystem(out, (_, name) => {
      if (name !== 'sprite.svg') return;
      resolve(performance.now());
      system.close();
    });
  });
const next = () => new Promise((resolve) => (tell = resolve));
await next();
await sleep(1500);

const files = readdirSync(folder).filter((name) => name.endsWith('.svg'));
const times = [];
for (let index = 0; index < Number(changes); index++) {
  const path = join(folder, files[(index * 997) % files.length]);
  const before = readFileSync(path, 'utf8');
  const told = next();
  const start = performance.now();
  const written = spriteWritten();
  writeFileSync(path, before.replace('</svg>', `<path d="M1 ${index + 2}h3v1z"/></svg>`));
  times.push((await written) - start);
  await told;
  await sleep(150);
  const back = next();
  writeFileSync(path, before);
  await back;
  await sleep(150);
}
await watcher.close();
console.log(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]);
