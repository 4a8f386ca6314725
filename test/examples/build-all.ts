import { availableParallelism } from 'node:os';
import type { Box } from './box.ts';
import { EXAMPLES } from './examples.ts';

/** Builds all examples, as many at a time as there are processors. By name: the seconds of each. */
export function buildAll(box: Box): ReadonlyMap<string, Promise<number>> {
  const waiting: (() => void)[] = [];
  let free = availableParallelism();
  const build = async (name: string): Promise<number> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await box.build(name);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
  const built = new Map(EXAMPLES.map(({ name }) => [name, build(name)]));
  // Who asks for one is told; until then, none is left unheard.
  for (const each of built.values()) each.catch(() => {});
  return built;
}
