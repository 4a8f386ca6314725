import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every eleventh file of an icon set: each has thousands that are drawn alike. */
export function drawingsOf(folder: string): string[] {
  const path = join('node_modules', folder);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  return files
    .filter((file) => file.endsWith('.svg'))
    .filter((_, index) => index % 11 === 0)
    .map((file) => readFileSync(join(path, file), 'utf8'));
}

/** Random paths: small and equal numbers are frequent, since these are merged and removed. */
export function randomPaths(count: number): string[] {
  let seed = 7;
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
  const number = () =>
    pick([
      () => String(Math.floor(random() * 5) - 2),
      () => (random() * 6 - 3).toFixed(1),
      () => '0',
      () => (random() * 0.004 - 0.002).toFixed(4),
      () => (random() * 20 - 10).toFixed(Math.floor(random() * 5)),
      () => (random() * 1e7).toFixed(2),
    ])();
  const flag = () => pick(['0', '1']);
  const numbers = (length: number) => Array.from({ length }, number);
  const radius = () => pick(['0', '1', '2.5']);
  const commands: Readonly<Record<string, () => readonly string[]>> = {
    m: () => numbers(2),
    l: () => numbers(2),
    h: () => numbers(1),
    v: () => numbers(1),
    c: () => numbers(6),
    s: () => numbers(4),
    q: () => numbers(4),
    t: () => numbers(2),
    a: () => [radius(), radius(), number(), flag(), flag(), ...numbers(2)],
    z: () => [],
  };
  return Array.from({ length: count }, () => {
    const letters = [...pick(['mlhvz', 'cs', 'qt', 'acz', 'lhv', 'qtcs', 'mlhvcsqtaz'])];
    const segments = Array.from({ length: 1 + Math.floor(random() * 8) }, () => {
      const letter = pick(letters);
      return (
        pick([letter, letter.toUpperCase()]) + (commands[letter]?.() ?? []).join(pick([' ', ',']))
      );
    });
    return `${pick(['M', 'm'])}${numbers(2).join(' ')}${segments.join(pick(['', ' ']))}`;
  });
}
