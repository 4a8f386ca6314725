/** Measurements of one set of icons: all tools in turn, in one run. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { countMatches } from '../count-matches.mjs';
import { COMMANDS, iconloom } from './commands.mjs';
import { median, peakMemoryOf, timeOf } from './measure.mjs';

/** Builds that find a cache. They are measured beside the commands. */
export const NO_CHANGE = 'nothing changed';
export const ONE_CHANGED = 'one icon changed';
/** Start of Node without a program. */
export const NODE_START = 'node -e 0';

const WATCH = fileURLToPath(new URL('../contenders/watch.mjs', import.meta.url));

/**
 * @param {string} from folder of SVG files
 * @param {{ scratch: string, rounds: number, names: readonly string[], node?: string, withSprites?: boolean }} options
 *   `names` are keys of `COMMANDS`, `node` is the executable, `withSprites` also inspects sprites,
 *   memory and the time of a watch
 */
export async function measureSet(
  from,
  { scratch, rounds, names, node = process.execPath, withSprites = false },
) {
  const count = readdirSync(from).length;
  const times = new Map();
  const sprites = new Map();
  const memory = new Map();
  let folders = 0;
  const newFolder = () => join(scratch, `run-${++folders}`);
  const record = (name, args) => {
    const result = timeOf([node, ...args], { cwd: scratch });
    if (result.failed) console.error(`${name} failed: ${result.failed}`);
    times.set(name, [...(times.get(name) ?? []), result]);
  };

  const [warmCache, warmOut] = [newFolder(), newFolder()];
  const warmBuild = iconloom(from, warmOut, warmCache);
  const buildWarm = () => timeOf([node, ...warmBuild], { cwd: scratch });
  buildWarm();
  buildWarm();
  const changedFile = join(from, readdirSync(from)[Math.floor(count / 2)]);
  const source = readFileSync(changedFile, 'utf8');
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const [out, cache] = [newFolder(), newFolder()];
      const args = COMMANDS[name](from, out, cache);
      record(name, args);
      if (round === 0 && withSprites) {
        sprites.set(name, await inspectSprite(out, from));
        rmSync(cache, { recursive: true, force: true });
        memory.set(name, peakMemoryOf([node, ...args], { cwd: scratch, scratch }));
      }
      for (const folder of [out, cache]) rmSync(folder, { recursive: true, force: true });
    }
    record(NODE_START, ['-e', '0']);
    record(NO_CHANGE, warmBuild);
    writeFileSync(changedFile, source.replace('</svg>', `<path d="M1 ${round + 2}h3v1z"/></svg>`));
    record(ONE_CHANGED, warmBuild);
    writeFileSync(changedFile, source);
    buildWarm();
    buildWarm();
  }
  const watch = withSprites
    ? Number(spawnSync(node, [WATCH, from, warmOut], { encoding: 'utf8' }).stdout)
    : Number.NaN;
  const of = (name, key) => median((times.get(name) ?? []).map((result) => result[key]));
  return { count, names, sprites, memory, watch, of };
}

/** Size of a tool's sprite, and the number of its icons that match their sources. */
async function inspectSprite(out, from) {
  let sprite;
  try {
    sprite = readFileSync(join(out, 'sprite.svg'));
  } catch {
    return undefined;
  }
  const { matching } = await countMatches(sprite.toString(), from);
  return { raw: sprite.length, brotli: brotliCompressSync(sprite).length, matching };
}
