import { optionsOf } from '../options.ts';
import { drawingsOf, lookAt, samePairs, VARIANTS } from '../same-drawing.ts';
import type { Drawing, LintFinding, RuleOption, SetRule } from '../types.ts';
import { list } from '../wording.ts';

const OPTIONS = { variants: VARIANTS } satisfies Record<string, RuleOption>;

/** Finds files with the same picture, also if their points differ. */
export const duplicates: SetRule = {
  name: 'duplicates',
  about: 'No two files contain the same drawing',
  scope: 'set',
  options: OPTIONS,
  async check(set, given) {
    const { variants } = optionsOf(OPTIONS, given);
    const look = await lookAt(set);
    return drawingsOf(samePairs(look), look, variants).map(({ drawings }) => findingOf(drawings));
  },
};

function findingOf([first, ...others]: readonly [Drawing, Drawing, ...Drawing[]]): LintFinding {
  const [other] = others;
  const files = others.map(({ file }) => file);
  const isPair = others.length === 1;
  return {
    file: first.file,
    message: isPair
      ? `${list(files)} contains the same drawing.`
      : `${list(files)} contain the same drawing.`,
    hint: isPair
      ? `Keep one: \`iconloom rename ${other.name} ${first.name} --merge\` makes '${other.name}' an alias of '${first.name}', and merges their metadata.`
      : `Keep one: \`iconloom rename ${other.name} ${first.name} --merge\` makes '${other.name}' an alias of '${first.name}', and so on for the others; \`iconloom rename\` changes the name if one of the others is better.`,
    offset: first.root.start,
    others: files,
  };
}
