import type { SourceElement } from './types.ts';

/** Text of a source file with its elements. */
export interface SourceText {
  readonly svg: string;
  /** Its `<svg>` element. */
  readonly root: SourceElement;
  /** Text of each `<style>` element. */
  readonly sheets: ReadonlyMap<SourceElement, string>;
}
