import type { XastElement, XastParent, XastRoot } from 'svgo';
import { isDrawnPath } from './drawn-path.ts';

/** Kinds of changes to a tree, as bits. */
export const CHANGES = {
  /** Path data that is still drawn. */
  pathData: 1,
  /** Path data of which nothing is drawn now. */
  emptyPath: 2,
  /** Attributes in another order. */
  order: 4,
  /** Any other attribute. */
  attributes: 8,
  /** Elements removed, moved or renamed. */
  structure: 16,
} as const;

export const ALL_CHANGES = 31;

/**
 * State of a tree that finds what a pass changed. It compares the identity of elements and values,
 * which takes a fraction of the time of one pass.
 */
export class TreeSnapshot {
  private readonly root: XastRoot;
  private elements: XastElement[] = [];
  private names: string[] = [];
  private childCounts: number[] = [];
  /** Index of an element's first attribute in `attributes`; one entry more than elements. */
  private offsets: number[] = [];
  /** Names and values of attributes in turn. */
  private attributes: string[] = [];
  /** Next element of the snapshot while comparing. */
  private index = 0;

  constructor(root: XastRoot) {
    this.root = root;
    this.take();
  }

  /** Finds the changes since the snapshot, as bits of {@link CHANGES}, and takes a new one. */
  update(): number {
    this.index = 0;
    let changes = this.compareChildren(this.root);
    if (this.index < this.elements.length) changes |= CHANGES.structure;
    if (changes !== 0) this.take();
    return changes;
  }

  private take(): void {
    this.elements = [];
    this.names = [];
    this.childCounts = [];
    this.offsets = [];
    this.attributes = [];
    this.takeChildren(this.root);
    this.offsets.push(this.attributes.length);
  }

  private takeChildren(parent: XastParent): void {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      this.elements.push(child);
      this.names.push(child.name);
      this.childCounts.push(child.children.length);
      this.offsets.push(this.attributes.length);
      for (const key in child.attributes) {
        this.attributes.push(key, child.attributes[key] as string);
      }
      if (child.children.length > 0) this.takeChildren(child);
    }
  }

  private compareChildren(parent: XastParent): number {
    let changes = 0;
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (this.elements[this.index] !== child) {
        // Elements before it may be gone.
        const index = this.elements.indexOf(child, this.index);
        if (index < 0) return ALL_CHANGES;
        this.index = index;
        changes |= CHANGES.structure;
      }
      const { index } = this;
      this.index += 1;
      if (this.names[index] !== child.name || this.childCounts[index] !== child.children.length) {
        changes |= CHANGES.structure;
      }
      if (!this.hasSameAttributes(index, child)) changes |= this.attributeChanges(index, child);
      if (child.children.length > 0) changes |= this.compareChildren(child);
    }
    return changes;
  }

  private hasSameAttributes(index: number, { attributes }: XastElement): boolean {
    const texts = this.attributes;
    let offset = this.offsets[index] as number;
    const end = this.offsets[index + 1] as number;
    for (const key in attributes) {
      if (offset >= end || texts[offset] !== key || texts[offset + 1] !== attributes[key]) {
        return false;
      }
      offset += 2;
    }
    return offset === end;
  }

  private attributeChanges(index: number, { name, attributes }: XastElement): number {
    const end = this.offsets[index + 1] as number;
    let changes = 0;
    let sameCount = 0;
    for (let offset = this.offsets[index] as number; offset < end; offset += 2) {
      const key = this.attributes[offset] as string;
      const value = attributes[key];
      if (value === this.attributes[offset + 1]) sameCount += 1;
      else if (key === 'd' && value !== undefined && name === this.names[index]) {
        changes |= isDrawnPath(value) ? CHANGES.pathData : CHANGES.emptyPath;
        sameCount += 1;
      } else changes |= CHANGES.attributes;
    }
    if (sameCount !== Object.keys(attributes).length) changes |= CHANGES.attributes;
    return changes === 0 ? CHANGES.order : changes;
  }
}
