import type { BuiltinPlugin, XastElement, XastRoot } from 'svgo';
import { builtinPlugins } from 'svgo/browser';
import { describe, expect, it } from 'vitest';
import { shortenPaths } from '../../src/icon/svgo/paths/shorten-paths.ts';
import { runPlugin } from '../../src/icon/svgo/run-plugin.ts';
import { countCalls } from './count-calls.ts';
import { drawingsOf, randomPaths } from './path-samples.ts';

type Plugin = BuiltinPlugin<string, object>;

const SVGO = builtinPlugins.find(({ name }) => name === 'convertPathData') as Plugin;
const STROKES: readonly Readonly<Record<string, string>>[] = [
  {},
  { stroke: 'red' },
  { stroke: 'red', 'stroke-linecap': 'round' },
  { stroke: 'red', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
];
const NO_ARCS = { makeArcs: { threshold: 0, tolerance: 0 } };

/** Path data as the plugin writes it, in a group with attributes. */
function shortened(plugin: Plugin, d: string, params: object, attributes = {}): string {
  const path: XastElement = { type: 'element', name: 'path', attributes: { d }, children: [] };
  const group: XastElement = { type: 'element', name: 'g', attributes, children: [path] };
  const root: XastRoot = { type: 'root', children: [group] };
  try {
    runPlugin(plugin, { root, params, info: { multipassCount: 0 } });
  } catch (error) {
    return String(error);
  }
  return path.attributes.d ?? '';
}

/** Paths for which the results differ, each with some digits and strokes. */
function differences(paths: readonly string[], plugin: Plugin) {
  return paths.flatMap((d, index) => {
    const floatPrecision = [3, 3, 2, 6, 1, 4][index % 6];
    const attributes = STROKES[(index >> 1) % STROKES.length] ?? {};
    const params = { ...NO_ARCS, floatPrecision };
    const expected = shortened(SVGO, d, params, attributes);
    const actual = shortened(plugin, d, params, attributes);
    return actual === expected ? [] : [{ d, floatPrecision, attributes, expected, actual }];
  });
}

describe('shortenPaths', () => {
  it.each(['lucide-static/icons', 'simple-icons/icons', '@tabler/icons/icons', 'flag-icons/flags'])(
    'gives the same results as svgo for %s',
    { timeout: 120_000 },
    (folder) => {
      const paths = drawingsOf(folder).flatMap((svg) =>
        [...svg.matchAll(/\sd="([^"]*)"/g)].map(([, d = '']) => d),
      );
      const { plugin, calls } = countCalls(SVGO);
      expect(paths.length).toBeGreaterThan(100);
      expect(differences(paths, shortenPaths(plugin))).toEqual([]);
      expect(calls() / paths.length).toBeLessThan(0.1);
    },
  );

  it('gives the same results as svgo for random paths', { timeout: 120_000 }, () => {
    const paths = randomPaths(20_000);
    const { plugin, calls } = countCalls(SVGO);
    expect(differences(paths, shortenPaths(plugin)).slice(0, 5)).toEqual([]);
    expect(calls() / paths.length).toBeLessThan(0.4);
  });

  it.each([
    ['nothing', ''],
    ['space', ' '],
    ['no moveto', 'L1 1'],
    ['an error', 'M0 0h1x2v3'],
    ['a missing number', 'M0 0L1 2 3'],
    ['two commas', 'M0 0L1,,2'],
    ['a comma at the end', 'M0 0L1 2,'],
    ['a comma before a command', 'M0 0L1 2,h3'],
    ['numbers after a closed subpath', 'M0 0h1z2 3'],
    ['exponents', 'M0 0h1e2v1E-3l1.e1 2e+1'],
    ['a broken exponent', 'M0 0h1ev2'],
    ['signs', 'M+1-2h+.5v-.5'],
    ['a sign alone', 'M0 0h-v1'],
    ['points without digits', 'M1. .5h.'],
    ['long numbers', 'M.1234567890123456789 12345678901234567890h1'],
    ['infinite numbers', 'M0 0h1e999'],
    ['flags without spaces', 'M0 0a1 1 0 01.5.5'],
    ['flags that are no flags', 'M0 0a1 1 0 2 1 5 5'],
    ['negative radii', 'M0 0a-1-1 0 0 1 1 1'],
    ['only moves', 'M1 1m2 2m3 3'],
    ['a form feed', 'M0 0\fh1'],
    ['a large scale', 'M0 0h123456789012'],
    ['a semicircle', 'M0 0c0 1 1 2 2 2s2-1 2-2'],
    ['lines written as curves', 'M0 0c1 0 2 0 3 0s1 0 2 0q1 0 2 0t1 0'],
  ])('gives the same result as svgo for %s', (_, d) => {
    for (const stroke of STROKES) {
      expect(shortened(shortenPaths(SVGO), d, NO_ARCS, stroke)).toBe(
        shortened(SVGO, d, NO_ARCS, stroke),
      );
    }
  });

  it.each([
    ['other options', {}, { ...NO_ARCS, noSpaceAfterFlags: true }],
    ['arcs', {}, {}],
    ['whole numbers', {}, { ...NO_ARCS, floatPrecision: 0 }],
    ['many digits', {}, { ...NO_ARCS, floatPrecision: 9 }],
    ['no rounding', {}, { ...NO_ARCS, floatPrecision: false }],
    ['styles', { style: 'stroke:red' }, NO_ARCS],
    ['markers', { 'marker-mid': 'url(#a)' }, NO_ARCS],
    ['transforms', { transform: 'scale(2)' }, NO_ARCS],
  ])('leaves %s to svgo', (_, attributes, params) => {
    const d = 'M0 0.5h1h2.123456789a1 1 0 0 1 2 1C2.761 5 5 7.239 5 10m1 1m1 1z';
    expect(shortened(shortenPaths(SVGO), d, params, attributes)).toBe(
      shortened(SVGO, d, params, attributes),
    );
  });

  it('moves the transform of a path into it', () => {
    const element: XastElement = {
      type: 'element',
      name: 'path',
      attributes: { d: 'M0 0h1v1', transform: 'scale(2)' },
      children: [],
    };
    const plugin = shortenPaths(SVGO);
    runPlugin(plugin, {
      root: { type: 'root', children: [element] },
      params: NO_ARCS,
      info: { multipassCount: 0 },
    });
    expect(element.attributes).toEqual({ d: 'M0 0h2v2' });
  });
});
