import type { CustomPlugin } from 'svgo';
import { optimize } from 'svgo/browser';
import { describe, expect, it } from 'vitest';
import { dropUnused } from '../../src/icon/passes/drop-unused.ts';
import { applicablePasses } from '../../src/icon/svgo/applicable-passes.ts';
import { dropUnpainted } from '../../src/icon/svgo/drop-unpainted.ts';
import { PASS_BITS } from '../../src/icon/svgo/pass-bits.ts';
import { presetPasses } from '../../src/icon/svgo/preset.ts';
import { drawingsOf } from './path-samples.ts';

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

/** Drawings in which a pass has something to do. */
const CASES: readonly (readonly [name: keyof typeof PASS_BITS, inner: string])[] = [
  ['iconloom-drop-unused', '<path id="a" d="M0 0h1"/>'],
  ['iconloom-drop-unused', '<linearGradient/><path d="M0 0h1"/>'],
  ['iconloom-drop-unused', '<path fill="url(#a)" d="M0 0h1"/>'],
  ['iconloom-drop-unpainted', '<path fill="none" d="M0 0h24v24H0z"/><path d="M0 0h1"/>'],
  [
    'iconloom-drop-unpainted',
    '<g fill="none" stroke="red"><path stroke="none" d="M0 0h1"/><path d="M1 1h1"/></g>',
  ],
  ['iconloom-drop-unpainted', '<g fill="none"><path d="M0 0h1"/><path fill="red" d="M1 1h1"/></g>'],
  ['removeDoctype', '<!DOCTYPE svg>'],
  ['removeXMLProcInst', '<?xml version="1.0"?>'],
  ['removeComments', '<!-- a --><path d="M0 0h1"/>'],
  ['removeDeprecatedAttrs', '<svg version="1.1"/>'],
  ['removeDeprecatedAttrs', '<path lang="de" xml:lang="de" d="M0 0h1"/>'],
  ['removeMetadata', '<metadata/>'],
  ['removeEditorsNSData', '<svg xmlns:a="http://ns.adobe.com/AdobeIllustrator/10.0/"/>'],
  ['cleanupAttrs', '<path d=" M0 0h1"/>'],
  ['cleanupAttrs', '<path d="M0 0  h1"/>'],
  ['cleanupAttrs', '<path d="M0 0&#10;h1"/>'],
  ['removeUselessDefs', '<defs><path d="M0 0h1"/></defs>'],
  ['removeUselessDefs', '<clipPath><path d="M0 0h1"/></clipPath>'],
  ['cleanupNumericValues', '<circle r="1.0"/>'],
  ['cleanupNumericValues', '<circle r="+1"/>'],
  ['cleanupNumericValues', '<circle r="01"/>'],
  ['cleanupNumericValues', '<circle r="-0"/>'],
  ['cleanupNumericValues', '<circle r="1px"/>'],
  ['cleanupNumericValues', '<circle r="0.5"/>'],
  ['cleanupNumericValues', '<circle r="0.33333333333333333333333333"/>'],
  ['cleanupNumericValues', '<svg viewBox="0,0 24 24"/>'],
  ['cleanupNumericValues', '<svg viewBox="0 0 24.0001 24"/>'],
  ['convertColors', '<path fill="rgb(0,0,0)" d="M0 0h1"/>'],
  ['convertColors', '<path fill="#f00" d="M0 0h1"/>'],
  ['convertColors', '<path fill="#aabbcc" d="M0 0h1"/>'],
  ['convertColors', '<path fill="#ABC" d="M0 0h1"/>'],
  ['convertColors', '<path fill="black" d="M0 0h1"/>'],
  ['convertColors', '<path fill="NONE" d="M0 0h1"/>'],
  ['removeUnknownsAndDefaults', '<path fill="#000" d="M0 0h1"/>'],
  ['removeUnknownsAndDefaults', '<path foo="1" d="M0 0h1"/>'],
  ['removeUnknownsAndDefaults', '<path><path d="M0 0h1"/></path>'],
  ['removeUnknownsAndDefaults', '<g fill="red"><path fill="red" d="M0 0h1"/></g>'],
  ['removeUnknownsAndDefaults', '<g fill="red"><g><path fill="red" d="M0 0h1"/></g></g>'],
  ['removeUnknownsAndDefaults', '<g style="fill:red"><path fill="red" d="M0 0h1"/></g>'],
  ['removeUnknownsAndDefaults', '<style>g{fill:red}</style><g><path fill="red" d="M0 0h1"/></g>'],
  ['removeNonInheritableGroupAttrs', '<g stop-color="red"><path d="M0 0h1"/></g>'],
  ['removeUselessStrokeAndFill', '<path stroke-width="2" d="M0 0h1"/>'],
  ['removeUselessStrokeAndFill', '<path stroke="none" stroke-width="2" d="M0 0h1"/>'],
  [
    'removeUselessStrokeAndFill',
    '<g stroke="red"><path stroke="none" stroke-width="2" d="M0 0h1"/></g>',
  ],
  ['removeUselessStrokeAndFill', '<g stroke="red" stroke-width="0"><path d="M0 0h1"/></g>'],
  ['removeUselessStrokeAndFill', '<g fill="red" fill-opacity="0"><path d="M0 0h1"/></g>'],
  ['removeUselessStrokeAndFill', '<path fill="none" fill-rule="evenodd" d="M0 0h1"/>'],
  ['cleanupEnableBackground', '<svg enable-background="new 0 0 1 1"/>'],
  ['cleanupEnableBackground', '<path style="fill: red" d="M0 0h1"/>'],
  ['removeHiddenElems', '<path d=""/>'],
  ['removeHiddenElems', '<path d="M1 1"/>'],
  ['removeHiddenElems', '<path d="M1 1l2"/>'],
  ['removeHiddenElems', '<path d="M1 1x"/>'],
  ['removeHiddenElems', '<path d="M1 1a1 1 0 2 0 1 1"/>'],
  ['removeHiddenElems', '<path/>'],
  ['removeHiddenElems', '<circle r="0"/>'],
  ['removeHiddenElems', '<ellipse rx="0" ry="1"/>'],
  ['removeHiddenElems', '<rect width="0" height="1"/>'],
  ['removeHiddenElems', '<polyline/>'],
  ['removeHiddenElems', '<g display="none"><path d="M0 0h1"/></g>'],
  ['removeHiddenElems', '<g opacity="0"><path d="M0 0h1"/></g>'],
  ['removeHiddenElems', '<g style="visibility:hidden"><path d="M0 0h1"/></g>'],
  ['removeHiddenElems', '<style>path{display:none}</style><path d="M0 0h1"/>'],
  ['removeEmptyText', '<text/>'],
  ['convertShapeToPath', '<rect width="1" height="1"/>'],
  ['convertShapeToPath', '<line x2="1"/>'],
  ['convertShapeToPath', '<polyline points="0 0 1 1"/>'],
  ['convertShapeToPath', '<polygon points="0 0 1 1"/>'],
  ['convertEllipseToCircle', '<ellipse rx="1" ry="1"/>'],
  ['moveElemsAttrsToGroup', '<g><path fill="red" d="M0 0h1"/><path fill="red" d="M1 1h1"/></g>'],
  ['moveGroupAttrsToElems', '<g transform="scale(2)"><path d="M0 0h1"/></g>'],
  ['collapseGroups', '<g><path d="M0 0h1"/></g>'],
  ['convertPathData', '<path d="M0 0L1 0"/>'],
  ['convertTransform', '<g transform="matrix(1 0 0 1 2 0)"><path d="M0 0h1"/></g>'],
  ['convertTransform', '<linearGradient gradientTransform="translate(1 0)"/>'],
  ['removeEmptyAttrs', '<path fill="" d="M0 0h1"/>'],
  ['removeEmptyContainers', '<g/>'],
  ['mergePaths', '<path d="M0 0h1"/><path d="M0 2h1"/>'],
  ['mergePaths', '<path fill="red" d="M0 0h1v1z"/><path d="M0 2h1v1z" fill="red"/>'],
  ['removeUnusedNS', '<svg xmlns:a="urn:a"/>'],
  ['sortAttrs', '<path d="M0 0h1" fill="red"/>'],
  ['sortAttrs', '<path opacity=".5" d="M0 0h1"/>'],
  ['sortAttrs', '<path stroke="red" opacity=".5" clip-rule="evenodd" d="M0 0h1"/>'],
  ['sortDefsChildren', '<defs><circle id="c"/><path id="a"/><path id="b"/></defs>'],
  ['removeDesc', '<desc/>'],
];

/** The passes by name, as they run where nothing keeps them from it. */
const PASSES: ReadonlyMap<string, CustomPlugin> = new Map(
  [dropUnused(undefined), dropUnpainted(), ...presetPasses({ overrides: {} })].map((pass) => [
    pass.name,
    { name: pass.name, fn: pass.fn },
  ]),
);

/** The passes that may change a drawing, by what is told, and a drawing's text after each alone. */
function look(svg: string) {
  let bits = 0;
  const ask: CustomPlugin = {
    name: 'ask',
    fn: (root) => {
      bits = applicablePasses(root);
    },
  };
  const print = (plugins: CustomPlugin[]) => optimize(svg, { plugins: [CLEAN, ...plugins] }).data;
  return { before: print([ask]), told: bits, after: (pass: CustomPlugin) => print([pass]) };
}

const NAMES = Object.keys(PASS_BITS) as (keyof typeof PASS_BITS)[];

describe('a pass that is told to have nothing to do', () => {
  const drawings = SETS.flatMap(drawingsOf).map(look);

  it.each(NAMES)('%s changes no drawing of public sets', (name) => {
    const left = drawings.filter(({ told }) => (told & PASS_BITS[name]) === 0);
    const wrong = left.filter(({ before, after }) => after(PASSES.get(name) as never) !== before);
    expect(wrong.map(({ before }) => before)).toEqual([]);
    expect(left.length).toBeGreaterThan(4);
  });
});

describe('a pass is told to have something to do', () => {
  it.each(CASES)('%s: %s', (name, inner) => {
    const isWhole = /^<([?!](?!-)|svg)/.test(inner);
    const root = '<svg xmlns="http://www.w3.org/2000/svg">';
    const whole = inner.startsWith('<svg')
      ? inner.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
      : `${inner}${root}</svg>`;
    const { before, told, after } = look(isWhole ? whole : `${root}${inner}</svg>`);
    expect(after(PASSES.get(name) as never)).not.toBe(before);
    expect(told & PASS_BITS[name]).not.toBe(0);
  });

  it('has a case for each', () => {
    expect(new Set(CASES.map(([name]) => name))).toEqual(new Set(NAMES));
  });
});
