import {
  collectCandidates,
  excludePairs,
  findIdenticalPairs,
  groupDuplicates,
  IDENTICAL_TURNED,
  VARIANTS,
} from '../duplicate-candidates.ts';
import { resolveOptions } from '../options.ts';
import { findSimilarPairs } from '../similar-pairs.ts';
import { TURNS } from '../turns.ts';
import type { LintFinding, LintSource, RuleOption, SetRule } from '../types.ts';
import { joinList } from '../wording.ts';

const OPTIONS = { variants: VARIANTS } satisfies Record<string, RuleOption>;

/** Lists turned copies for an overview: most are intended, such as arrows in four directions. */
export const turnedDuplicates: SetRule = {
  name: 'turned-duplicates',
  about: 'No two files contain the same drawing turned or mirrored',
  scope: 'set',
  options: OPTIONS,
  presets: { strict: 'info' },
  docs: {
    section: 'similar',
    order: 30,
    figure: 'next.svg, and back.svg, which is the same, mirrored.',
    message: 'icons/next.svg is the same drawing, mirrored left to right.',
    why: 'Arrows are, and that is correct. Use the rule for a review: an icon that you can rotate in the page does not need two files.',
    fix: 'Keep them if you need all. Otherwise keep one, and rotate it in the page.',
  },
  async check(set, configured) {
    const { variants } = resolveOptions(OPTIONS, configured);
    const candidates = await collectCandidates(set);
    const pairs = excludePairs(
      findSimilarPairs(candidates.thumbnails, IDENTICAL_TURNED, TURNS),
      findIdenticalPairs(candidates),
    );
    return groupDuplicates(pairs, candidates, variants).map(({ sources, pair }) =>
      findingOf(sources, pair.turn.description),
    );
  },
};

function findingOf(
  [first, ...others]: readonly [LintSource, LintSource, ...LintSource[]],
  turn: string,
): LintFinding {
  const files = others.map(({ file }) => file);
  return {
    file: first.file,
    message:
      others.length === 1
        ? `${joinList(files)} is the same drawing, ${turn}.`
        : `${joinList(files)} are the same drawing, turned or mirrored.`,
    hint: 'Keep them if all are needed, such as arrows; if they mean the same, keep one, and turn it when it is shown.',
    offset: first.root.start,
    others: files,
  };
}
