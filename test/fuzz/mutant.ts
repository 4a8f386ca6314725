import { mutate } from './mutations.ts';
import { type Random, randomFrom } from './random.ts';
import type { Seeds } from './seeds.ts';
import { PRIVATE } from './words.ts';

const MOST_MUTATIONS = 5;

/** An SVG text with a few changes; the same seeds and number give the same text. */
export function mutantOf(seeds: Seeds, seed: number): string {
  const random = randomFrom(seed);
  const other = markNames(random, seeds.pick(random));
  let svg = markNames(random, seeds.pick(random));
  const count = 1 + random.below(MOST_MUTATIONS);
  for (let done = 0; done < count; done++) svg = mutate(random, svg, other);
  return svg;
}

/** Most ids and classes become private words, everywhere in the text. */
function markNames(random: Random, svg: string): string {
  if (random.chance(0.4)) return svg;
  const ids = new Set([...svg.matchAll(/\bid="([\w-]+)"/g)].map(([, id = '']) => id));
  const marked = svg
    .replace(/\bid="([\w-]+)"/g, `id="${PRIVATE}-$1"`)
    .replace(/#([\w-]+)/g, (whole, id: string) => (ids.has(id) ? `#${PRIVATE}-${id}` : whole));
  return marked.replace(/\bclass="([\w -]+)"/g, (_, names: string) => {
    return `class="${names.replace(/[\w-]+/g, (name) => `${name} ${PRIVATE}-${name}`)}"`;
  });
}
