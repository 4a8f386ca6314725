/** Median time in ms from a change of a source file to the written sprite. */
import { readdirSync, readFileSync, watch as watchFolder, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watch } from '../../dist/index.js';

const [folder, out, changes = '50'] = process.argv.slice(2);
const watcher = watch({ inputs: '.', out }, { cwd: folder });
let resolveBuild = () => {};
watcher.on('build', () => resolveBuild());
watcher.on('error', (error) => {
  throw error;
});
/** Time when the sprite is next replaced. */
const spriteWritten = () =>
  new Promise((resolve) => {
    const system = watchFolder(out, (_, name) => {
      if (name !== 'sprite.svg') return;
      resolve(performance.now());
      system.close();
    });
  });
const nextBuild = () => new Promise((resolve) => (resolveBuild = resolve));
await nextBuild();
await sleep(1500);

const files = readdirSync(folder).filter((name) => name.endsWith('.svg'));
const times = [];
for (let index = 0; index < Number(changes); index++) {
  const path = join(folder, files[(index * 997) % files.length]);
  const before = readFileSync(path, 'utf8');
  const built = nextBuild();
  const start = performance.now();
  const written = spriteWritten();
  writeFileSync(path, before.replace('</svg>', `<path d="M1 ${index + 2}h3v1z"/></svg>`));
  times.push((await written) - start);
  await built;
  await sleep(150);
  const restored = nextBuild();
  writeFileSync(path, before);
  await restored;
  await sleep(150);
}
await watcher.close();
console.log(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]);
