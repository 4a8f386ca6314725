import {
  collectCandidates,
  findIdenticalPairs,
  groupDuplicates,
  VARIANTS,
} from '../duplicate-candidates.ts';
import { resolveOptions } from '../options.ts';
import type { LintFinding, LintSource, RuleOption, SetRule } from '../types.ts';
import { joinList } from '../wording.ts';

const OPTIONS = { variants: VARIANTS } satisfies Record<string, RuleOption>;

/** Finds files with the same picture, also if their points differ. */
export const duplicates: SetRule = {
  name: 'duplicates',
  about: 'No two files contain the same drawing',
  scope: 'set',
  options: OPTIONS,
  presets: { recommended: 'warning', strict: 'error' },
  docs: {
    section: 'similar',
    order: 10,
    figure: 'Wrong: home.svg and house.svg hold the same drawing.',
    message: 'icons/house.svg contains the same drawing.',
    why: 'People find and change one of the two and miss the other. Every visitor loads the icon twice.',
    fix: 'Keep one, and make the other name an alias of it. The message shows how.',
  },
  async check(set, configured) {
    const { variants } = resolveOptions(OPTIONS, configured);
    const candidates = await collectCandidates(set);
    return groupDuplicates(findIdenticalPairs(candidates), candidates, variants).map(
      ({ sources }) => findingOf(sources),
    );
  },
};

function findingOf([first, ...others]: readonly [
  LintSource,
  LintSource,
  ...LintSource[],
]): LintFinding {
  const [other] = others;
  const files = others.map(({ file }) => file);
  const isPair = others.length === 1;
  return {
    file: first.file,
    message: isPair
      ? `${joinList(files)} contains the same drawing.`
      : `${joinList(files)} contain the same drawing.`,
    hint: isPair
      ? `Keep one: \`iconloom rename ${other.name} ${first.name} --merge\` makes '${other.name}' an alias of '${first.name}', and merges their metadata.`
      : `Keep one: \`iconloom rename ${other.name} ${first.name} --merge\` makes '${other.name}' an alias of '${first.name}', and so on for the others; \`iconloom rename\` changes the name if one of the others is better.`,
    offset: first.root.start,
    others: files,
  };
}
