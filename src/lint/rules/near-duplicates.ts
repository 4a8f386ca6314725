import { memoize } from '../../core/memoize.ts';
import {
  collectCandidates,
  excludePairs,
  findIdenticalPairs,
  groupDuplicates,
  VARIANTS,
} from '../duplicate-candidates.ts';
import { resolveOptions } from '../options.ts';
import { differenceOf, findSimilarPairs, type SimilarityThreshold } from '../similar-pairs.ts';
import { maxSpotDifference } from '../spots.ts';
import { AREA, type Thumbnail } from '../thumbnail.ts';
import type { LintFinding, LintSource, RuleOption, SetRule } from '../types.ts';
import { joinList } from '../wording.ts';

const OPTIONS = {
  spot: {
    default: 0.125,
    about:
      'How much two drawings may differ in any spot of 3 × 3 px, on a grid of 24, and still count as alike, 0 to 1',
  },
  total: {
    default: 0.02,
    about: 'Share of the picture that may differ in all, 0 to 1',
  },
  ink: {
    default: 0.1,
    about:
      'Share of the painted area of the fainter drawing that may differ in all, 0 to 1, so that thin lines count as much as thick ones',
  },
  variants: VARIANTS,
} satisfies Record<string, RuleOption>;

/** Finds drawings that were moved a little, redrawn, or saved again with other settings. */
export const nearDuplicates: SetRule = {
  name: 'near-duplicates',
  about: 'No two files contain drawings that look almost the same',
  scope: 'set',
  options: OPTIONS,
  presets: { recommended: 'info', strict: 'warning' },
  docs: {
    section: 'similar',
    order: 20,
    figure: 'Wrong: house.svg is home.svg, moved by a hair.',
    message: 'At 24 px it looks almost the same as icons/house.svg.',
    why: 'Most were moved slightly, or saved again by another tool. Some differ on purpose, as an 8 and a B do, but the difference is not visible.',
    fix: 'Keep one, or make the difference larger.',
  },
  async check(set, configured) {
    const { variants } = resolveOptions(OPTIONS, configured);
    const candidates = await collectCandidates(set);
    const pairs = findSimilarPairs(candidates.thumbnails, thresholdFor(configured));
    const nearPairs = excludePairs(pairs, findIdenticalPairs(candidates));
    return groupDuplicates(nearPairs, candidates, variants).map(({ sources }) =>
      findingOf(sources),
    );
  },
};

/** One threshold for each setting of the rule; cached pairs belong to a threshold. */
const thresholdFor = memoize(
  (configured: Readonly<Record<string, unknown>>): SimilarityThreshold => {
    const { spot, total, ink } = resolveOptions(OPTIONS, configured);
    return {
      total: total * AREA,
      isSimilar: (a, b) =>
        maxSpotDifference(a, b) <= spot && differenceOf(a, b) <= ink * faintestInk(a, b),
    };
  },
);

/** Painted area of the fainter of two pictures, in the unit of `differenceOf`. */
function faintestInk(...both: readonly Thumbnail[]): number {
  return Math.min(
    ...both.map(({ values }) => values.subarray(0, AREA).reduce((sum, alpha) => sum + alpha, 0)),
  );
}

function findingOf([first, ...others]: readonly [
  LintSource,
  LintSource,
  ...LintSource[],
]): LintFinding {
  const [other] = others;
  const files = others.map(({ file }) => file);
  return {
    file: first.file,
    message: `At 24 px it looks almost the same as ${joinList(files)}.`,
    hint: `If they mean the same, keep one: delete ${first.file} with its metadata and run \`iconloom rename ${other.name} ${first.name}\`, which leaves '${other.name}' as an alias. If not, make the difference larger.`,
    offset: first.root.start,
    others: files,
  };
}
