import { optionsOf } from '../options.ts';
import { drawingsOf, lookAt, samePairs, VARIANTS } from '../same-drawing.ts';
import type { Drawing, LintFinding, RuleOption, SetRule } from '../types.ts';
import { list } from '../wording.ts';

const OPTIONS = { variants: VARIANTS } satisfies Record<string, RuleOption>;

/** Finds what was drawn twice, also where the points of the two differ and the pictures do not. */
export const duplicates: SetRule = {
  name: 'duplicates',
  about: 'No two files hold the same drawing',
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
      ? `${list(files)} holds the same drawing.`
      : `${list(files)} hold the same drawing.`,
    hint: isPair
      ? `Keep one: \`iconloom rename ${other.name} ${first.name} --merge\` makes '${other.name}' an alias of '${first.name}', and joins what is said of the two.`
      : `Keep one: \`iconloom rename ${other.name} ${first.name} --merge\` makes '${other.name}' an alias of '${first.name}', and so on for the others; \`iconloom rename\` gives it another name if one of theirs is better.`,
    offset: first.root.start,
    others: files,
  };
}
