import type { BuiltinPlugin } from 'svgo';
import { builtinPlugins, optimize } from 'svgo/browser';
import { describe, expect, it, vi } from 'vitest';
import { mergePaths } from '../../src/icon/svgo/paths/merge-paths.ts';
import { countCalls } from './count-calls.ts';
import { drawingsOf, randomPaths } from './path-samples.ts';

type Plugin = BuiltinPlugin<string, object>;

const SVGO = builtinPlugins.find(({ name }) => name === 'mergePaths') as Plugin;

/** Both plugins use what the first left on the elements. */
function merged(svg: string, { fn }: Plugin, params: object = {}): string {
  const plugin = { name: 'merge', fn, params };
  const once = optimize(svg, { plugins: [plugin as never] }).data;
  return once + optimize(svg, { plugins: [plugin as never, 'convertPathData'] }).data;
}

function differences(drawings: readonly string[], plugin: Plugin) {
  return drawings.flatMap((svg) => {
    const expected = merged(svg, SVGO);
    const actual = merged(svg, plugin);
    return actual === expected ? [] : [{ svg, expected, actual }];
  });
}

/** A smooth curve after a line: for the next one, svgo takes the handle of any earlier path. */
const STATEFUL = /[^qt]t/i;
/** svgo takes long for large numbers. */
const LARGE = /\d{5}/;

/** Drawings of a few paths each. */
function randomDrawings(count: number): string[] {
  const paths = randomPaths(count * 8).filter(
    (d) => !LARGE.test(d) && !STATEFUL.test(d.replace(/[^a-z]/gi, '')),
  );
  return Array.from({ length: count }, (_, index) => {
    const own = paths.slice(index * 4, index * 4 + 2 + (index % 3));
    const elements = own.map((d, k) => {
      const fill = index % 5 === 0 && k === 1 ? ' fill="red"' : '';
      // Moves most paths apart.
      return `<path${fill} d="${d.replace(/^[Mm]\S+/, `M${k * (index % 30)}`)}"/>`;
    });
    return `<svg xmlns="http://www.w3.org/2000/svg">${elements.join('')}</svg>`;
  });
}

function isMerged(svg: string): boolean {
  const count = (text: string) => text.split('<path').length;
  return count(optimize(svg, { plugins: ['mergePaths'] }).data) < count(svg);
}

describe('mergePaths', () => {
  it.each(['lucide-static/icons', 'simple-icons/icons', '@tabler/icons/icons'])(
    'gives the same results as svgo for %s',
    { timeout: 120_000 },
    (folder) => {
      const drawings = drawingsOf(folder);
      const { plugin, calls } = countCalls(SVGO);
      expect(differences(drawings, mergePaths(plugin)).slice(0, 3)).toEqual([]);
      expect(calls() / drawings.length).toBeLessThan(0.1);
    },
  );

  it('gives the same results as svgo for random drawings', { timeout: 120_000 }, () => {
    const drawings = randomDrawings(2000);
    // svgo prints an error for paths with large numbers.
    vi.spyOn(console, 'error').mockReturnValue();
    const { plugin, calls } = countCalls(SVGO);
    expect(differences(drawings, mergePaths(plugin)).slice(0, 3)).toEqual([]);
    expect(calls() / drawings.length).toBeLessThan(1);
    expect(drawings.filter(isMerged).length).toBeGreaterThan(300);
  });

  it.each([
    ['one path', '<path d="M0 0h1"/>'],
    ['paths apart', '<path d="M0 0h1v1z"/><path d="M5 5h1v1z"/><path d="M9 5h1v1z"/>'],
    ['paths that touch', '<path d="M0 0h1v1z"/><path d="M1 0h1v1z"/>'],
    ['equal paths', '<path d="M0 0h1v1z"/><path d="M0 0h1v1z"/>'],
    ['crossing paths', '<path d="M0 0h9v9z"/><path d="M3 0h9v9z"/><path d="M20 20h1v1z"/>'],
    ['a path inside another', '<path d="M0 0h9v9H0z"/><path d="M3 3h1v1z"/>'],
    ['other attributes', '<path d="M0 0h1v1z"/><path id="a" d="M5 5h1v1z"/>'],
    ['an element between', '<path d="M0 0h1v1z"/><g/><path d="M5 5h1v1z"/>'],
    ['text between', '<path d="M0 0h1v1z"/>a<path d="M5 5h1v1z"/>'],
    ['a child', '<path d="M0 0h1v1z"><title>a</title></path><path d="M5 5h1v1z"/>'],
    ['no data', '<path/><path d="M5 5h1v1z"/>'],
    ['empty data', '<path d=""/><path d="M5 5h1v1z"/>'],
    ['a trailing move', '<path d="M0 0h1v1zm5 5"/><path d="M5 5h1v1z"/>'],
    ['a style', '<path style="fill:red" d="M0 0h1"/><path style="fill:red" d="M0 5h1"/>'],
    ['a style sheet', '<style>path{mask:url(#a)}</style><path d="M0 0h1"/><path d="M0 5h1"/>'],
    ['a gradient', '<g fill="url(#a)"><path d="M0 0h1"/><path d="M0 5h1"/></g>'],
    ['a clip', '<path clip-path="none" d="M0 0h1"/><path clip-path="none" d="M0 5h1"/>'],
    ['markers', '<g marker-mid="none"><path d="M0 0h1"/><path d="M0 5h1"/></g>'],
    ['arcs', '<path d="M0 0a5 5 0 1 1 3 3"/><path d="M20 0a5 3 0 0 1 3 3a1 1 0 0 1 9 0"/>'],
    ['rotated arcs', '<path d="M0 0a5 3 30 1 1 3 3"/><path d="M20 0a5 3 -9 0 1 3 3"/>'],
    ['flat arcs', '<path d="M0 0a0 3 0 1 1 3 3"/><path d="M20 0a5 5 0 0 1 0 0"/>'],
    ['curves', '<path d="M0 0q1 1 2 0t2 0t2 0"/><path d="M9 0c1 1 2 2 3 0s1 1 3 0s1 2 3 0"/>'],
    ['smooth curves after lines', '<path d="M0 0h1t2 0h1s2 2 3 0"/><path d="M9 0h1s1 2 3 0"/>'],
    ['segments after z', '<path d="M0 0h3v3zl-1 2h-2"/><path d="M-9 0v3h2zv-1h3"/>'],
  ])('gives the same result as svgo for %s', (_, content) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`;
    expect(merged(svg, mergePaths(SVGO))).toBe(merged(svg, SVGO));
  });

  it.each([
    { floatPrecision: 1 },
    { floatPrecision: 0 },
    { floatPrecision: 12 },
    { force: true },
    { noSpaceAfterFlags: true },
  ])('gives the same result as svgo with %o', (params) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0.123456 0a1 1 0 0 1 1 1z"/><path d="M5.5.25h1V1z"/><path d="M0 0h9v9z"/></svg>`;
    expect(merged(svg, mergePaths(SVGO), params)).toBe(merged(svg, SVGO, params));
  });
});
