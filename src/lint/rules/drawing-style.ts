import { type Agreement, type Consensus, findConsensus } from '../consensus.ts';
import { AGREE, resolveOptions } from '../options.ts';
import { shapesOf } from '../shapes.ts';
import { traitsOf } from '../traits.ts';
import type { LintFinding, LintSet, LintSource, RuleOption, SetRule } from '../types.ts';

const OPTIONS = { agree: AGREE } satisfies Record<string, RuleOption>;

/** Kind of drawing: any line makes an outline. */
type DrawingKind = 'outline' | 'filled';

/** Compares the kinds of paint of all drawings of a folder. */
export const drawingStyle: SetRule = {
  name: 'drawing-style',
  about: 'All icons of a folder are outlines, or all are filled',
  scope: 'set',
  options: OPTIONS,
  presets: { recommended: 'warning', strict: ['warning', { agree: 0.9 }] },
  docs: {
    section: 'lines',
    order: 5,
    why: 'A filled icon among outlines looks selected, and heavier than the others. So does one whose lines became shapes: their width cannot be set any more. An icon with lines and filled shapes fits either style. The rule skips multicolor icons.',
    fix: 'Draw it with lines as the others, without “Outline stroke” or “Expand”, or put it in a folder with others of its style.',
    message: 'The drawing is filled and has no lines; 46 of 47 icons are outlines.',
  },
  isCheap: true,
  async check(set, configured) {
    const { kinds, common } = await compareKinds(set, configured);
    const findings: LintFinding[] = [];
    for (const [source, kind] of kinds) {
      const agreement = common(source);
      const isMixed = (await traitsOf(source)).paint === 'both';
      if (!agreement || kind === agreement.value || isMixed) continue;
      findings.push(await findingOf(source, kind, agreement));
    }
    return findings;
  },
  async applies(source, set, configured) {
    const { kinds, common } = await compareKinds(set, configured);
    return kinds.has(source) && common(source) !== undefined;
  },
};

interface KindComparison {
  /** Drawings of several colors are missing. */
  readonly kinds: ReadonlyMap<LintSource, DrawingKind>;
  readonly common: Consensus<DrawingKind>;
}

async function compareKinds(
  { sources }: LintSet,
  configured: Readonly<Record<string, unknown>>,
): Promise<KindComparison> {
  const { agree } = resolveOptions(OPTIONS, configured);
  const kinds = new Map<LintSource, DrawingKind>();
  for (const source of sources) {
    const { paint } = await traitsOf(source);
    if (paint === 'none' || source.icon.facts.color !== 'mono') continue;
    kinds.set(source, paint === 'areas' ? 'filled' : 'outline');
  }
  return { kinds, common: findConsensus(sources, (source) => kinds.get(source), agree) };
}

const DESCRIPTIONS: Readonly<Record<DrawingKind, string>> = {
  filled: 'filled and has no lines',
  outline: 'an outline',
};

async function findingOf(
  source: LintSource,
  kind: DrawingKind,
  { value, count, total }: Agreement<DrawingKind>,
): Promise<LintFinding> {
  const [first] = (await shapesOf(source)).shapes;
  const style = value === 'outline' ? 'outlines' : 'filled';
  return {
    file: source.file,
    message: `The drawing is ${DESCRIPTIONS[kind]}; ${count} of ${total} icons are ${style}.`,
    hint:
      value === 'outline'
        ? 'Draw it with lines and do not expand them, or move it to a folder of filled icons.'
        : 'Fill its shapes, or move it to a folder of outlines.',
    offset: first?.element.start ?? source.root.start,
  };
}
