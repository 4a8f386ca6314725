import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  computeFeatureVector,
  type FeatureVector,
  visualDistance,
} from '../../src/catalog/visual-similarity.ts';
import { coverageOfDrawing, sketchDrawing, sketches } from './sketches.ts';

const require = createRequire(import.meta.url);
const modules = dirname(dirname(require.resolve('lucide-static/package.json')));

const SETS = {
  tabler: ['@tabler/icons/icons/outline', '@tabler/icons/icons/filled'],
  lucide: ['lucide-static/icons'],
} as const;

async function lookAll(folders: readonly string[]) {
  const found: { name: string; likeness: FeatureVector }[] = [];
  for (const folder of folders.map((each) => join(modules, each))) {
    for (const file of readdirSync(folder).filter((each) => each.endsWith('.svg'))) {
      const coverage = await coverageOfDrawing(readFileSync(join(folder, file), 'utf8'));
      found.push({ name: file.slice(0, -'.svg'.length), likeness: computeFeatureVector(coverage) });
    }
  }
  return found;
}

describe.each(['tabler', 'lucide'] as const)('in %s', (set) => {
  let icons: Awaited<ReturnType<typeof lookAll>>;
  beforeAll(async () => {
    icons = await lookAll(SETS[set]);
  }, 300_000);

  test.each(sketches.filter((sketch) => sketch[set].length > 0))(
    'a sketch of a $name finds it among the first ten',
    async (sketch) => {
      const wanted = computeFeatureVector(await coverageOfDrawing(sketchDrawing(sketch)));
      const firstTen = icons
        .map(({ name, likeness }) => ({ name, away: visualDistance(wanted, likeness) }))
        .sort((a, b) => a.away - b.away)
        .slice(0, 10)
        .map(({ name }) => name);
      expect(firstTen).toEqual(expect.arrayContaining([expect.toBeOneOf([...sketch[set]])]));
    },
  );
});
