import type { Need } from '../core/types.ts';
import { elementsOf } from '../icon/source-elements.ts';
import type { Drawing, DrawingRule } from './types.ts';

/** Something that a drawing tool can turn into plain shapes. */
interface Feature {
  readonly name: string;
  readonly about: string;
  readonly need: Need;
  /** The elements that it is made of. */
  readonly elements: RegExp;
  readonly message: string;
  readonly hint: string;
}

/** A rule that asks for plain shapes instead of a feature. It goes by what is left when built. */
export function withoutFeature({
  name,
  about,
  need,
  elements,
  message,
  hint,
}: Feature): DrawingRule {
  return {
    ...{ name, about, scope: 'drawing', options: {} },
    check: ({ icon, root, file }: Drawing) => {
      if (!icon.facts.needs.includes(need)) return [];
      const first = [...elementsOf(root)].find((element) => elements.test(element.name));
      return [{ file, message, hint, offset: (first ?? root).start }];
    },
  };
}
