import type { Diagnostic } from '../core/diagnostics.ts';
import type { Icon } from '../core/types.ts';

/** State of a set of icons. */
export interface IconSnapshot {
  /** Name for people: `main`, `v1.2.0`, `working tree`, `lucide-static@1.0.0`. */
  readonly label: string;
  readonly icons: readonly Icon[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Change of a metadata key. Values are JSON. */
export interface MetaChange {
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Difference of two pictures. */
export interface PictureChange {
  /** Share of pixels that differ, 0 to 1; `undefined` when they cannot be rendered. */
  readonly share: number | undefined;
  /** PNG that shows removed and added parts in colors of their own. */
  readonly png: Uint8Array | undefined;
}

/** Icon in both states, under one name or two. */
export interface IconPair extends PictureChange {
  readonly before: Icon;
  readonly after: Icon;
  readonly meta: readonly MetaChange[];
  /** Changes that users must know: `size 24 × 24 → 20 × 20`. */
  readonly notes: readonly string[];
}

/** Alias that was added, removed, or refers to another icon. */
export interface AliasChange {
  readonly alias: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Differences between two states; lists are sorted by name. */
export interface IconDiff {
  readonly before: Pick<IconSnapshot, 'label'> & { readonly count: number };
  readonly after: Pick<IconSnapshot, 'label'> & { readonly count: number };
  readonly removed: readonly Icon[];
  readonly renamed: readonly IconPair[];
  readonly changed: readonly IconPair[];
  readonly added: readonly Icon[];
  /** Same picture, other metadata. */
  readonly metadata: readonly IconPair[];
  /** Same picture and metadata, other code in the sprite. */
  readonly rewritten: readonly IconPair[];
  readonly aliases: readonly AliasChange[];
  readonly unchanged: number;
}
