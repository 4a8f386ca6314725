import type { Need } from '../../core/types.ts';
import { unportableNeeds } from '../../icon/portable.ts';
import { elementsOf } from '../../icon/source/element-tree.ts';
import { resolveOptions } from '../options.ts';
import type { RuleOption, SourceRule } from '../types.ts';
import { joinList } from '../wording.ts';

const OPTIONS = {
  multicolor: {
    default: false,
    about: 'Whether to report drawings of several colors, too, which lose nothing as an image',
  },
} satisfies Record<string, RuleOption>;

const FEATURE_NAMES: Readonly<Partial<Record<Need, readonly [name: string, elements: RegExp]>>> = {
  animation: ['an animation', /^(animate|set)/],
  'clip-path': ['a clipping path', /^clipPath$/],
  filter: ['an effect', /^filter$/],
  gradient: ['a gradient', /Gradient$/],
  marker: ['an arrowhead of the stroke', /^marker$/],
  mask: ['a mask', /^mask$/],
  pattern: ['a pattern', /^pattern$/],
  style: ['a style sheet', /^style$/],
};

/** Finds features that some browsers omit in sprites; the build embeds such drawings as images. */
export const portability: SourceRule = {
  name: 'portability',
  about: 'The page can color the drawing in every browser',
  scope: 'drawing',
  options: OPTIONS,
  presets: { recommended: 'warning', strict: ['warning', { multicolor: true }] },
  docs: {
    section: 'features',
    order: 50,
    why: 'Some browsers do not draw clip paths, masks and similar features in external sprites. The sprite contains such an icon as an image, which looks right but cannot take the color of the page. Multicolor icons are not affected.',
    fix: 'Replace clip paths and masks with Pathfinder or boolean operations, and expand arrowheads.',
  },
  check({ icon, root, file }, configured) {
    const { multicolor } = resolveOptions(OPTIONS, configured);
    const { needs, color } = icon.facts;
    const features = unportableNeeds(needs).flatMap((need) =>
      FEATURE_NAMES[need] ? [FEATURE_NAMES[need]] : [],
    );
    const isFine = features.length === 0 || (color === 'multi' && !multicolor);
    if (isFine) return [];
    const first = [...elementsOf(root)].find(({ name }) =>
      features.some(([, elements]) => elements.test(name)),
    );
    return [
      {
        file,
        message: `The drawing has ${joinList(features.map(([name]) => name))}, so it is embedded as an image, which the page cannot color.`,
        hint: 'Turn it into plain shapes: cut what is clipped or masked (Pathfinder, “Boolean operations”), and expand effects and arrowheads.',
        offset: (first ?? root).start,
      },
    ];
  },
};
