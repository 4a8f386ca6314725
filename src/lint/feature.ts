import type { Need } from '../core/types.ts';
import { elementsOf } from '../icon/source/element-tree.ts';
import type { LintSource, RuleDocs, SourceRule } from './types.ts';

/** An SVG feature that drawing tools can convert to plain shapes. */
interface ForbiddenFeature {
  readonly name: string;
  readonly about: string;
  readonly presets: SourceRule['presets'];
  readonly docs: RuleDocs;
  readonly need: Need;
  /** Names of the elements of the feature. */
  readonly elements: RegExp;
  readonly message: string;
  readonly hint: string;
}

/** Creates a rule that forbids a feature if the built icon still needs it. */
export function forbidFeature({
  name,
  about,
  presets,
  docs,
  need,
  elements,
  message,
  hint,
}: ForbiddenFeature): SourceRule {
  return {
    name,
    about,
    scope: 'drawing',
    options: {},
    presets,
    docs,
    check: ({ icon, root, file }: LintSource) => {
      if (!icon.facts.needs.includes(need)) return [];
      const first = [...elementsOf(root)].find((element) => elements.test(element.name));
      return [{ file, message, hint, offset: (first ?? root).start }];
    },
  };
}
