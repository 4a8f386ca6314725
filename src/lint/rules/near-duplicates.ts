import { memo } from '../../core/memo.ts';
import { differenceOf, findPairs, type Likeness } from '../look-alikes.ts';
import { optionsOf } from '../options.ts';
import { drawingsOf, lookAt, samePairs, VARIANTS, without } from '../same-drawing.ts';
import { differsIn } from '../spots.ts';
import { AREA, type Thumbnail } from '../thumbnail.ts';
import type { Drawing, LintFinding, RuleOption, SetRule } from '../types.ts';
import { list } from '../wording.ts';

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
  async check(set, given) {
    const { variants } = optionsOf(OPTIONS, given);
    const look = await lookAt(set);
    const pairs = findPairs(look.thumbnails, likenessFor(given));
    const near = without(pairs, samePairs(look));
    return drawingsOf(near, look, variants).map(({ drawings }) => findingOf(drawings));
  },
};

/** One threshold for each setting of the rule; cached pairs belong to a threshold. */
const likenessFor = memo((given: Readonly<Record<string, unknown>>): Likeness => {
  const { spot, total, ink } = optionsOf(OPTIONS, given);
  return {
    total: total * AREA,
    holds: (a, b) => differsIn(a, b) <= spot && differenceOf(a, b) <= ink * faintest(a, b),
  };
});

/** Painted area of the fainter of two pictures, in the unit of `differenceOf`. */
function faintest(...both: readonly Thumbnail[]): number {
  return Math.min(
    ...both.map(({ values }) => values.subarray(0, AREA).reduce((sum, alpha) => sum + alpha, 0)),
  );
}

function findingOf([first, ...others]: readonly [Drawing, Drawing, ...Drawing[]]): LintFinding {
  const [other] = others;
  const files = others.map(({ file }) => file);
  return {
    file: first.file,
    message: `At 24 px it looks almost the same as ${list(files)}.`,
    hint: `If they mean the same, keep one: delete ${first.file} with its metadata and run \`iconloom rename ${other.name} ${first.name}\`, which leaves '${other.name}' as an alias. If not, make the difference larger.`,
    offset: first.root.start,
    others: files,
  };
}
