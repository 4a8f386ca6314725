import type { XastRoot } from 'svgo';
import { optimize } from 'svgo/browser';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/core/limits.ts';
import { contextPaints } from '../../src/icon/passes/context-paints.ts';
import { cssTransforms } from '../../src/icon/passes/css-transforms.ts';
import { resolveCurrentColor } from '../../src/icon/passes/current-color.ts';
import { cutCycles } from '../../src/icon/passes/cut-cycles.ts';
import { pruneIds, scopeIds } from '../../src/icon/passes/ids.ts';
import { inspectColors } from '../../src/icon/passes/inspect-colors.ts';
import { inspectNeeds } from '../../src/icon/passes/inspect-needs.ts';
import { isolateBlending, unwrapIsolated } from '../../src/icon/passes/isolate-blending.ts';
import { moveAnimations } from '../../src/icon/passes/move-animations.ts';
import { plainValues } from '../../src/icon/passes/plain-values.ts';
import { dropPrivateNames } from '../../src/icon/passes/private-names.ts';
import { dropRedundantClips } from '../../src/icon/passes/redundant-clips.ts';
import { relativeLengths } from '../../src/icon/passes/relative-lengths.ts';
import { groupRoot } from '../../src/icon/passes/root-attributes.ts';
import { rootPercentages } from '../../src/icon/passes/root-percentages.ts';
import { shapeProperties } from '../../src/icon/passes/shape-properties.ts';
import { unfoldStyleAttributes } from '../../src/icon/passes/style-attributes.ts';
import { placeSymbols } from '../../src/icon/passes/symbol-sizes.ts';
import { breakTemplates } from '../../src/icon/passes/template-syntax.ts';
import { treeTraits } from '../../src/icon/passes/tree-traits.ts';
import type { Pass } from '../../src/icon/tree.ts';

const PATH = '<path d="M0 0h8v8z"/>';

/** Contents of an icon of 8 × 8, and attributes of its root in front of a `|`. */
const SOURCES = [
  PATH,
  '<rect width="50%" height="8"/>',
  '<rect width="1em" height="8"/>',
  '<rect width="1EM" height="8"/>',
  '<rect width="5vw" height="2rem"/>',
  '<rect width="calc(1em + 2px)" height="8"/>',
  `<g fill="inherit">${PATH}</g>`,
  '<path d="M0 0h8" fill=" Initial "/>',
  '<path d="M0 0h8" fill="rgb(1 2 3)"/>',
  '<path d="M0 0h8" stroke="context-stroke"/>',
  '<path d="M0 0h8" overflow="inherit"/>',
  `<g fill="red"><path d="M0 0h8" fill="var(--a)"/></g>`,
  `<g color="red"><path d="M0 0h8" fill="currentColor"/></g>`,
  '<path d="M0 0h8" style="fill:red"/>',
  '<g style="r:8px"><circle r="3"/></g>',
  '<path d="M0 0h8" style="mix-blend-mode:screen"/>',
  `<g style="isolation:isolate">${PATH}</g>`,
  `<g style="--a:red;font-family:A">${PATH}</g>`,
  `<g font-family="Anna">${PATH}</g>`,
  `<g style="animation:a 1s">${PATH}</g>`,
  '<g display="none"><text>Anna</text></g>',
  '<filter><feOffset result="Anna"/><feBlend in="Anna"/></filter>',
  '<path d="M0 0h8" filter="drop-shadow(0 0 1px red)"/>',
  '<path d="M0 0h8" transform="rotate(45)" transform-origin="4 4"/>',
  '<path d="M0 0h8" id="x"/>',
  '<path d="M0 0h8" class="x"/>',
  '<path d="M0 0h8" fill="url(#x)"/>',
  '<use href="#x"/>',
  '<path d="M0 0h8"><animate attributeName="x" begin="x.click"/></path>',
  '<path d="M0 0h8" id="p"/><animate href="#p" attributeName="d" values="a"/>',
  '<animate attributeName="fill" values="red;blue"/>',
  '<g id="a"><path d="M0 0h8"/><use href="#a" x="2"/></g>',
  '<symbol id="a" width="8" x="3"/><use href="#a" x="1"/>',
  '<linearGradient id="a" gradientUnits="userSpaceOnUse"><stop/></linearGradient>',
  '<g clip-path="url(#a)"><path/></g><clipPath id="a"><path d="M0 0h8v8H0z"/></clipPath>',
  '<image href="data:image/png;base64,"/>',
  '<text>A</text>',
  '<path d="M0 0h8" stop-color="red"/>',
  '<path d="M0 0h8" lighting-color="red"/>',
  '<path d="M0 0h8" mask="{{a}}"/>',
  '<path d="M0 0h8" fill="{%a%}"/>',
  `opacity=".5"|${PATH}`,
  `transform="rotate(9)"|${PATH}`,
  `transform-origin="1 1"|${PATH}`,
  `display="none"|${PATH}`,
  `mask="url(#a)"|${PATH}`,
  `style="width:1em"|${PATH}`,
  `width="1em" height="1em"|${PATH}`,
  `font-size="2em"|${PATH}`,
  `id="a"|${PATH}<use href="#a"/>`,
  `<style>path{fill:red}</style>${PATH}`,
];

interface Run {
  readonly pass: Pass;
  /** What the pass found. */
  readonly found: () => unknown;
}

/** Every pass that can be skipped. */
function createRuns(): readonly Run[] {
  const reported: unknown[] = [];
  const report = (each: unknown): void => void reported.push(each);
  const found = () => reported;
  const [colors, , otherColors] = inspectColors();
  const [needs, needsPass] = inspectNeeds();
  const passes = [
    ...[dropPrivateNames(undefined), unwrapIsolated(), shapeProperties(), plainValues()],
    ...[unfoldStyleAttributes(), contextPaints(), resolveCurrentColor(), relativeLengths(report)],
    ...[groupRoot(undefined, report), moveAnimations(), placeSymbols(), cssTransforms()],
    ...[rootPercentages(), dropRedundantClips(), cutCycles(LIMITS)[1]],
    ...[pruneIds(undefined, report), scopeIds('a', undefined), isolateBlending()],
    breakTemplates('a.svg', report),
  ];
  return [
    ...passes.map((pass) => ({ pass, found })),
    { pass: otherColors, found: colors },
    { pass: needsPass, found: needs },
  ];
}

function parse(source: string): XastRoot {
  const [, attributes = '', content = ''] = /^(?:([^<]*)\|)?(.*)$/s.exec(source) ?? [];
  let parsed: XastRoot | undefined;
  optimize(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" ${attributes}>${content}</svg>`,
    {
      plugins: [
        {
          name: 'take',
          fn: (root) => {
            parsed = structuredClone(root);
          },
        },
      ],
    },
  );
  return parsed as XastRoot;
}

describe('a pass that is skipped would change and find nothing', () => {
  test.each(SOURCES)('%s', (source) => {
    for (const { pass, found } of createRuns()) {
      const root = parse(source);
      const isSkipped = (treeTraits(root) & (pass.triggers ?? ~0)) === 0;
      const before = structuredClone(root);
      const foundBefore = structuredClone(found());
      pass.fn(root, undefined, { multipassCount: 0 });
      if (!isSkipped) continue;
      expect(root, pass.name).toEqual(before);
      expect(found(), pass.name).toEqual(foundBefore);
    }
  });
});

test('every pass changes or finds something in one of the sources', () => {
  const idle = new Set(createRuns().map(({ pass }) => pass.name));
  for (const source of SOURCES) {
    for (const { pass, found } of createRuns()) {
      const root = parse(source);
      const before = structuredClone(root);
      const foundBefore = structuredClone(found());
      pass.fn(root, undefined, { multipassCount: 0 });
      const isSame = JSON.stringify([root, found()]) === JSON.stringify([before, foundBefore]);
      if (!isSame) idle.delete(pass.name);
    }
  }
  expect([...idle]).toEqual([]);
});

test('a plain icon needs none of the passes', () => {
  const traits = treeTraits(parse(`fill="none" stroke="#f00"|<g opacity=".5">${PATH}</g>`));
  const needed = createRuns().filter(({ pass }) => (traits & (pass.triggers ?? ~0)) !== 0);
  expect(needed.map(({ pass }) => pass.name)).toEqual([]);
});
