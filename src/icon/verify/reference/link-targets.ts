import { parseFragment } from '../../../svg/css/references.ts';
import { type ReferenceElement, withDescendants } from './nodes.ts';
import type { FindOfKind } from './resolve-property.ts';

/** Elements of a source by their ids, of two with one id the first, and the ids written for them. */
export class LinkTargets {
  private readonly byId = new Map<string, ReferenceElement>();
  private readonly written = new Map<ReferenceElement, string>();

  constructor(root: ReferenceElement) {
    for (const element of withDescendants(root)) {
      const { id } = element.attributes;
      if (id !== undefined && !this.byId.has(id)) this.byId.set(id, element);
    }
  }

  /** Element that a reference points to: `#a`. */
  find(reference: string): ReferenceElement | undefined {
    const id = parseFragment(reference);
    return id === undefined ? undefined : this.byId.get(id);
  }

  /** Target of the link of an element; `href` wins over `xlink:href`. */
  linkedFrom({ attributes }: ReferenceElement): ReferenceElement | undefined {
    return this.find(attributes.href ?? attributes['xlink:href'] ?? '');
  }

  /** Checks if references to the id of an element reach it. */
  isTarget(element: ReferenceElement): boolean {
    const { id } = element.attributes;
    return id !== undefined && this.byId.get(id) === element;
  }

  /** Id that is written for an element. */
  idOf(element: ReferenceElement): string {
    const existing = this.written.get(element);
    if (existing !== undefined) return existing;
    const id = `r${this.written.size}`;
    this.written.set(element, id);
    return id;
  }

  /** Id to write for a target with one of some element names. */
  readonly findOfKind: FindOfKind = (reference, kinds) => {
    const target = this.find(reference);
    return target && kinds.test(target.name) ? this.idOf(target) : undefined;
  };
}
