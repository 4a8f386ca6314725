import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CustomPlugin, optimize } from 'svgo/browser';
import { describe, expect, it } from 'vitest';
import { NEEDLESS } from '../../src/icon/needless.ts';
import { presetPasses } from '../../src/icon/preset.ts';

/** Every eleventh file: each set has thousands that are drawn alike. */
function drawingsOf(folder: string): string[] {
  const path = join('node_modules', folder);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  return files
    .filter((file) => file.endsWith('.svg'))
    .filter((_, index) => index % 11 === 0)
    .map((file) => readFileSync(join(path, file), 'utf8'));
}

const SETS = [
  'lucide-static/icons',
  'simple-icons/icons',
  '@tabler/icons/icons',
  'flag-icons/flags',
];

/** As our own passes leave a drawing, before the preset. */
const CLEAN: CustomPlugin = {
  name: 'clean',
  fn: () => ({
    element: {
      enter(node, parent) {
        delete node.attributes.class;
        if (node.name === 'title') parent.children = parent.children.filter((it) => it !== node);
      },
    },
  }),
};

/** How often a plugin was told to be needless, and the drawings that it changed all the same. */
function judge(plugin: string, drawings: readonly string[]) {
  const overrides = { [plugin]: {} };
  const real = presetPasses({ overrides }).find(({ name }) => name === plugin) as CustomPlugin;
  let needless = 0;
  const wrong: string[] = [];
  for (const svg of drawings) {
    const print = (plugins: CustomPlugin[]) => optimize(svg, { plugins: [CLEAN, ...plugins] }).data;
    let isNeedless = false;
    const ask: CustomPlugin = {
      name: 'ask',
      fn: (root) => {
        isNeedless = NEEDLESS[plugin]?.(root) ?? false;
      },
    };
    const before = print([ask]);
    if (!isNeedless) continue;
    needless += 1;
    if (print([real]) !== before) wrong.push(svg);
  }
  return { needless, wrong };
}

describe.each(Object.keys(NEEDLESS))('%s', (plugin) => {
  it('changes no drawing of public sets for which it is left out', () => {
    const { needless, wrong } = judge(plugin, SETS.flatMap(drawingsOf));
    expect(wrong).toEqual([]);
    expect(needless).toBeGreaterThan(400);
  });

  it.each([
    '<path d=""/>',
    '<path d="M1 1"/>',
    '<path d="M12z"/>',
    '<path d="M1 1l2"/>',
    '<path d="M1 1x"/>',
    '<path d="M1 1a1 1 0 2 0 1 1"/>',
    '<path/>',
    '<circle r="0"/>',
    '<ellipse rx="0" ry="1"/>',
    '<rect width="0" height="1"/>',
    '<polyline/>',
    '<g display="none"><path d="M0 0h1"/></g>',
    '<g opacity="0"><path d="M0 0h1"/></g>',
    '<g style="visibility:hidden"><path d="M0 0h1"/></g>',
    '<style>path{display:none}</style><path d="M0 0h1"/>',
    '<g stroke="red"><path stroke="none" stroke-width="2" d="M0 0h1"/></g>',
    '<g stroke="red" stroke-width="0"><path d="M0 0h1"/></g>',
    '<g fill="red" fill-opacity="0"><path d="M0 0h1"/></g>',
    '<path fill="none" fill-rule="evenodd" d="M0 0h1"/>',
  ])('is not left out where it has something to do: %s', (inner) => {
    expect(judge(plugin, [`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`]).wrong).toEqual(
      [],
    );
  });
});
