import type { Diagnostic } from '../core/diagnostics.ts';
import type { Icon } from '../core/types.ts';

/** One of two states of a set of icons. */
export interface Side {
  /** As a person calls it: `main`, `v1.2.0`, `working tree`, `lucide-static@1.0.0`. */
  readonly label: string;
  readonly icons: readonly Icon[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is said of an icon that has changed. Values are as JSON has them. */
export interface MetaChange {
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** How much of a picture has changed. */
export interface PictureChange {
  /** Share of pixels that differ, 0 to 1; `undefined` where it cannot be rendered. */
  readonly share: number | undefined;
  /** PNG that shows what has gone and what is new, both in colors of their own. */
  readonly png: Uint8Array | undefined;
}

/** An icon that is on both sides, under one name or two. */
export interface Pair extends PictureChange {
  readonly before: Icon;
  readonly after: Icon;
  readonly meta: readonly MetaChange[];
  /** What those who use it have to know: `its size was 24 × 24 and is 20 × 20`. */
  readonly notes: readonly string[];
}

/** A further name that came, went, or stands for another icon now. */
export interface AliasChange {
  readonly alias: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** All that differs between two sides; lists are sorted by name. */
export interface IconDiff {
  readonly before: Pick<Side, 'label'> & { readonly count: number };
  readonly after: Pick<Side, 'label'> & { readonly count: number };
  readonly removed: readonly Icon[];
  readonly renamed: readonly Pair[];
  readonly changed: readonly Pair[];
  readonly added: readonly Icon[];
  /** Same picture, other metadata. */
  readonly metadata: readonly Pair[];
  /** Same picture and metadata, other code in the sprite. */
  readonly rewritten: readonly Pair[];
  readonly aliases: readonly AliasChange[];
  readonly unchanged: number;
}
