import { findPairs } from '../look-alikes.ts';
import { optionsOf } from '../options.ts';
import { drawingsOf, lookAt, SAME_TURNED, samePairs, VARIANTS, without } from '../same-drawing.ts';
import { TURNS } from '../turns.ts';
import type { Drawing, LintFinding, RuleOption, SetRule } from '../types.ts';
import { list } from '../wording.ts';

const OPTIONS = { variants: VARIANTS } satisfies Record<string, RuleOption>;

/** Lists turned copies for an overview: most are intended, such as arrows in four directions. */
export const turnedDuplicates: SetRule = {
  name: 'turned-duplicates',
  about: 'No two files contain the same drawing turned or mirrored',
  scope: 'set',
  options: OPTIONS,
  async check(set, given) {
    const { variants } = optionsOf(OPTIONS, given);
    const look = await lookAt(set);
    const pairs = without(findPairs(look.thumbnails, SAME_TURNED, TURNS), samePairs(look));
    return drawingsOf(pairs, look, variants).map(({ drawings, pair }) =>
      findingOf(drawings, pair.turn.words),
    );
  },
};

function findingOf(
  [first, ...others]: readonly [Drawing, Drawing, ...Drawing[]],
  turn: string,
): LintFinding {
  const files = others.map(({ file }) => file);
  return {
    file: first.file,
    message:
      others.length === 1
        ? `${list(files)} is the same drawing, ${turn}.`
        : `${list(files)} are the same drawing, turned or mirrored.`,
    hint: 'Keep them if all are needed, such as arrows; if they mean the same, keep one, and turn it when it is shown.',
    offset: first.root.start,
    others: files,
  };
}
