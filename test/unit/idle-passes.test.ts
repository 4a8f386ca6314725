import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CustomPlugin, PluginInfo, XastRoot } from 'svgo';
import { optimize } from 'svgo/browser';
import { describe, expect, test } from 'vitest';
import { symbolToSvg } from '../../src/core/symbol.ts';
import type { ColorMode } from '../../src/core/types.ts';
import { dropUnused } from '../../src/icon/passes/drop-unused.ts';
import { recolor } from '../../src/icon/passes/recolor.ts';
import { IdlePasses, type OptionalPass } from '../../src/icon/svgo/idle-passes.ts';
import { UNOPTIMIZED } from '../../src/icon/svgo/optimize-level.ts';
import { roundPasses } from '../../src/icon/svgo/plugin-order.ts';
import { untilStable } from '../../src/icon/svgo/until-stable.ts';
import { tryTransformIcon } from '../../src/icon/transform.ts';
import { elements, pass } from '../../src/icon/tree.ts';

const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const SETS = [
  'lucide-static/icons',
  'simple-icons/icons',
  '@tabler/icons/icons',
  'flag-icons/flags',
];
const EVERY = 29;
const MAX_ROUNDS = 12;

/** Sources below a folder; of fixtures of transforms, their input. */
function sourcesIn(path: string, every: number): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svg|txt)$/.test(file))
    .sort()
    .filter((_, index) => index % every === 0)
    .flatMap((file) => {
      const text = readFileSync(join(path, file), 'utf8');
      if (file.endsWith('.svg')) return [text];
      return [/--- input\n([\s\S]*?)\n--- /.exec(text)?.[1] ?? ''];
    });
}

/** Cases that public sets rarely have: each pass that changes something creates work for others. */
const CASES: readonly string[] = [
  '<g fill="red"><path fill="none" d="M0 0h24v24H0z"/><path d="M1 1h1v1z"/></g>',
  '<g><g fill="red"><path d="M1 1h1v1z"/></g><path fill="red" d="M5 5h1v1z"/></g>',
  '<g transform="translate(1 1)"><rect width="2" height="2"/><path d="M5 5h1v1z"/></g>',
  '<path d="M0 0h1.0004v1.0004z"/><path d="M1 0h1v1z"/><path d="M4 4h1v1z"/>',
  // The paths overlap until the first one is rounded.
  '<path d="M1 1h5.0004v5H1z"/><path d="M6 1h5v5H6z"/>',
  '<path d="M5 5l.0001 0"/><path d="M1 1h1v1z"/><path d="M3 3L3 3"/>',
  '<defs><path id="a" d="M1 1l.0001 0"/></defs><use href="#a"/><path d="M1 1h1v1z"/>',
  '<g stroke="none"><g stroke="none"><path stroke="red" stroke-width="0" d="M1 1h1v1z"/></g></g>',
  '<g opacity=".5"><g><path fill="#ff0000" d="M1 1h1v1z"/><path fill="red" d="M4 4h1v1z"/></g></g>',
  '<polygon points="1 1 2 2"/><g><polyline points="1 1"/></g><path d="M1 1h1v1z"/>',
  '<g clip-path="url(#a)"><g transform="scale(2)"><ellipse rx="2" ry="2"/></g></g>',
].map((inner) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${inner}</svg>`);

/** Text of a source as the passes before the rounds leave it; `undefined` if it cannot be used. */
async function cleanSource(text: string): Promise<string | undefined> {
  const options = { id: 'icon', portable: false } as const;
  const { value } = await tryTransformIcon(text, options, UNOPTIMIZED);
  // Some passes never run on icons with style sheets, or with transforms in styles.
  if (!value || /<style|transform-origin|style=/.test(value.symbol)) return undefined;
  return symbolToSvg(value.symbol, 'icon');
}

function passesFor(color: ColorMode): readonly OptionalPass[] {
  return roundPasses({ dropUnused: dropUnused(undefined), recolor: recolor(color)[1] }, {}, {});
}

/** Text of all elements, without the order of attributes, in which the last pass brings them. */
function textOf(root: XastRoot): string {
  return [...elements(root)]
    .map(({ name, attributes, children }) =>
      JSON.stringify([name, Object.entries(attributes).sort(), children.length]),
    )
    .join('\n');
}

/** Removes what svgo parsed. */
function forgetPaths(root: XastRoot): void {
  for (const element of elements(root)) delete (element as { pathJS?: unknown }).pathJS;
}

/** Runs each pass that is called idle, too, and returns those that change something. */
function wrongPasses(root: XastRoot, passes: readonly OptionalPass[], info: PluginInfo): string[] {
  const wrong: string[] = [];
  const idle = new IdlePasses(root);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    // A last round runs passes that are all idle.
    const isLast = round > 0 && passes.every((each) => idle.has(each));
    for (const each of passes) {
      const isIdle = idle.has(each);
      const before = isIdle ? textOf(root) : '';
      const parsed = [...elements(root)].map((element) => [element, { ...element }] as const);
      each.fn(root, undefined, info);
      if (!isIdle) idle.update(each);
      else if (textOf(root) !== before) wrong.push(`${each.name} in round ${round + 1}`);
      if (isIdle)
        for (const [element, copy] of parsed) Object.assign(element, { pathJS: undefined }, copy);
    }
    forgetPaths(root);
    if (wrong.length > 0 || isLast) break;
  }
  return wrong;
}

/** Runs all passes until a whole round changes nothing. */
function runAll(passes: readonly OptionalPass[]): CustomPlugin {
  return {
    name: 'all',
    fn: (root, _, info) => {
      let previous = '';
      for (let round = 0; round < MAX_ROUNDS; round++) {
        for (const each of passes) each.fn(root, undefined, info);
        forgetPaths(root);
        const text = textOf(root);
        if (text === previous) return;
        previous = text;
      }
    },
  };
}

describe.each([
  ...SETS.map((folder) => [folder, sourcesIn(join(MODULES, folder), EVERY)] as const),
  ['fixtures', sourcesIn(FIXTURES, 1)] as const,
  ['cases', CASES] as const,
])('%s', (_, sources) => {
  const loadSources = async () =>
    (await Promise.all(sources.map(cleanSource))).filter((svg) => svg !== undefined);

  test.each(['keep', 'variables'] as const)(
    'passes called idle change nothing: %s',
    async (color) => {
      const wrong: string[] = [];
      for (const svg of await loadSources()) {
        const check: CustomPlugin = {
          name: 'check',
          fn: (root, __, info) => {
            wrong.push(
              ...wrongPasses(root, passesFor(color), info).map((name) => `${name}: ${svg}`),
            );
          },
        };
        optimize(svg, { plugins: [check] });
      }
      expect(wrong).toEqual([]);
    },
  );

  test('all rounds of all passes give the same', async () => {
    const print = (svg: string, plugin: CustomPlugin) => optimize(svg, { plugins: [plugin] }).data;
    const wrong = (await loadSources()).filter(
      (svg) =>
        print(svg, untilStable('rounds', passesFor('keep'))) !==
        print(svg, runAll(passesFor('keep'))),
    );
    expect(wrong).toEqual([]);
  });
});

test('runs a pass without a bit after each change', () => {
  let runs = 0;
  const count = pass('count', () => void runs++);
  const removeIds = pass('ids', (root) => {
    for (const { attributes } of elements(root)) delete attributes.id;
  });
  const run = (svg: string) => {
    runs = 0;
    optimize(svg, { plugins: [untilStable('rounds', [count, removeIds])] });
    return runs;
  };
  expect(run('<svg xmlns="http://www.w3.org/2000/svg"/>')).toBe(1);
  expect(run('<svg xmlns="http://www.w3.org/2000/svg" id="a"/>')).toBe(2);
});
