import { memoize } from '../core/memoize.ts';
import { readElements } from '../icon/source/source-elements.ts';
import type { SourceElement } from './types.ts';

/** Text of a source file with its elements. */
export interface SourceText {
  readonly svg: string;
  /** Its `<svg>` element. */
  readonly root: SourceElement;
}

/** Parsed on first use: if all findings are cached, no rule needs it. */
const elementsOf = memoize(({ svg }: SourceText) => readElements(svg));

export function createSourceText(svg: string): SourceText {
  return {
    svg,
    get root() {
      return rootOf(this);
    },
  };
}

export function rootOf(source: SourceText): SourceElement {
  return elementsOf(source).root;
}

/** Text of each `<style>` element of a drawing. */
export function sheetsOf(source: SourceText): ReadonlyMap<SourceElement, string> {
  return elementsOf(source).sheets;
}
