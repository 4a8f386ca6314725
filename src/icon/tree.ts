import type { CustomPlugin, XastElement, XastParent, XastRoot } from 'svgo';
import { readPath } from '../svg/path-data.ts';

/** One of our passes over the parsed source. */
export interface Pass extends CustomPlugin<undefined>, PassConditions {}

/** Conditions by which a pass is skipped; see `passes/tree-traits.ts`. */
export interface PassConditions {
  /** Traits of which a tree must have one. Default: the pass always runs. */
  readonly triggers?: number | undefined;
  /** True if the tree can have other traits after the pass. */
  readonly changesTraits?: boolean;
}

/** A pass from a function that changes the tree as a whole. */
export function pass(name: string, change: (root: XastRoot) => void): Pass {
  return triggeredPass(name, {}, change);
}

/** A pass that is skipped if a tree has no trait that it depends on. */
export function triggeredPass(
  name: string,
  { triggers, changesTraits = false }: PassConditions,
  change: (root: XastRoot) => void,
): Pass {
  return {
    name,
    fn: (root) => {
      change(root);
    },
    triggers,
    changesTraits,
  };
}

/** The `<svg>` element, or `undefined` if the document has another root. */
export function svgElement(root: XastRoot): XastElement | undefined {
  const element = root.children.find((child) => child.type === 'element');
  return element?.name === 'svg' ? element : undefined;
}

/** All elements below a node, in document order. Children may be changed while iterating. */
export function elements(parent: XastParent): IterableIterator<XastElement> {
  return new ElementIterator(parent);
}

/**
 * Iterator over elements. It is not a generator, since every pass uses it and it takes half the
 * time.
 */
class ElementIterator implements IterableIterator<XastElement> {
  private readonly stack: XastElement[] = [];
  private last: XastParent | undefined;

  constructor(parent: XastParent) {
    this.last = parent;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<XastElement> {
    const children = this.last?.children ?? [];
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child?.type === 'element') this.stack.push(child);
    }
    const value = this.stack.pop();
    this.last = value;
    return value ? { done: false, value } : { done: true, value };
  }
}

/** Checks for an element of a name below a node. */
export function containsElement(parent: XastParent, name: string): boolean {
  return parent.children.some(
    (child) => child.type === 'element' && (child.name === name || containsElement(child, name)),
  );
}

/** Text inside an element, its descendants' too. */
export function textContent(parent: XastParent): string {
  return parent.children
    .map((child) => {
      if (child.type === 'element') return textContent(child);
      return child.type === 'text' || child.type === 'cdata' ? child.value : '';
    })
    .join('');
}

/** Text of an element without that of its descendants, as browsers read a `<style>`. */
export function ownText({ children }: XastParent): string {
  return children
    .map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : ''))
    .join('');
}

/** A path of one straight line, as the optimizer writes a `<line>`, has no area to fill. */
export function isLine({ name, attributes }: XastElement): boolean {
  if (name !== 'path') return name === 'line';
  const { d = '' } = attributes;
  if (!MAY_BE_LINE.test(d)) return false;
  const [subpath, ...others] = readPath(d);
  const [segment, ...more] = subpath?.segments ?? [];
  const isStraight = segment !== undefined && /^[LHV]$/.test(segment.command);
  return isStraight && more.length + others.length === 0 && !subpath?.isClosed;
}

/** Quick test that avoids parsing other paths: at most one command after the first. */
const MAY_BE_LINE = /^\s*m[^a-df-z]{1,200}(?:[hlv][^a-df-z]{1,100})?$/i;
