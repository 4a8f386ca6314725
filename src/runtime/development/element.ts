import type { defineIconElement as define, IconElement } from '../element.ts';
import { addSet, type IconElementClass, iconElement, SETS, setWith } from '../element-class.ts';
import type { IconSet, NameIn } from '../icon-set.ts';
import { svgElement } from '../svg-element.ts';
import { UNBOUND } from '../unbound.ts';
import { inspect } from './inspect.ts';
import { BOX, CROSS } from './placeholder.ts';
import { isRealPage } from './real-page.ts';
import { reportProblem } from './report-problem.ts';
import { checkSharedTag } from './shared-tag.ts';

/** Marks the classes of this copy of the package. */
const IS_OWN_COPY: unique symbol = Symbol('iconloom');

/** `defineIconElement` of `../element.ts` with checks. */
export const defineIconElement: typeof define = <const Set extends IconSet = typeof UNBOUND>(
  set: Set = UNBOUND as IconSet as Set,
  tag = 'iconloom-icon',
) => {
  if (typeof customElements === 'undefined') return undefined;
  const defined = customElements.get(tag);
  if (defined) {
    if (isRealPage()) {
      if (!(IS_OWN_COPY in defined)) reportProblem('two-copies');
      checkSharedTag(tag, (defined as Partial<IconElementClass>)[SETS] ?? [], set);
    }
    addSet(defined as object, set);
  } else customElements.define(tag, inspectedElement(set));
  return customElements.get(tag) as new () => IconElement<NameIn<Set>>;
};

function inspectedElement(set: IconSet): CustomElementConstructor {
  // Sets that share a name are reported when the second defines the tag.
  return class Icon extends iconElement(set, () => {}) {
    static readonly [IS_OWN_COPY] = true;

    override draw(): SVGElement {
      const svg = super.draw();
      const name = this.getAttribute('name');
      const color = this.getAttribute('color');
      const requested = { color: color?.includes(';') ? color.split(';') : color };
      if (!name) setTimeout(reportNoName, CHECK_DELAY, this);
      if (!name || !inspect(setWith(Icon[SETS], name), name, requested)) {
        svg.setAttribute('viewBox', BOX.viewBox);
        svg.replaceChildren(svgElement('path', CROSS));
      }
      return svg;
    }
  };
}

/** Delay in ms before a missing name is reported: frameworks set it after inserting the element. */
const CHECK_DELAY = 3000;

function reportNoName(element: HTMLElement): void {
  if (element.isConnected && !element.getAttribute('name')) reportProblem('no-name');
}
