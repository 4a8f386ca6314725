import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Random } from './random.ts';

/** A collection of SVG texts to start from. */
interface SeedSet {
  readonly size: number;
  read(index: number): string;
}

/** Larger ones take time and have nothing else in them. */
const MOST_BYTES = 8000;

/** The SVG files of a folder at any depth, or the input of each `.txt` fixture. */
function folderOfSeeds(folder: string): SeedSet {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svg|txt)$/.test(file))
    .filter((file) => statSync(join(folder, file)).size <= MOST_BYTES)
    .sort();
  return {
    size: files.length,
    read(index) {
      const text = readFileSync(join(folder, files[index] ?? ''), 'utf8');
      return /^--- input\n([\s\S]*?)\n---/m.exec(text)?.[1] ?? text;
    },
  };
}

function fixtures(name: string): SeedSet {
  return folderOfSeeds(fileURLToPath(new URL(`../fixtures/${name}/`, import.meta.url)));
}

/** Texts to start from; hostile ones come up more often than their number. */
export interface Seeds {
  pick(random: Random): string;
}

const FIXTURES = ['hostile', 'hostile', 'transform', 'transform', 'odd-input'];

/** Fixtures of this repository, and the SVG files of other folders. */
export function fixtureSeeds(folders: readonly string[] = []): Seeds {
  const sets = [...FIXTURES.map(fixtures), ...folders.map(folderOfSeeds)];
  return {
    pick(random) {
      const set = random.pick(sets);
      return set.read(random.below(set.size));
    },
  };
}
