import type { IconMeta } from '../core/types.ts';

/** An icon that is to be taken over: where it is, and what is known of it. */
export interface Origin {
  /** The word of the call that asked for it. */
  readonly what: string;
  /** Absolute path of the drawing, or of the set that holds it. */
  readonly path: string;
  /** Its name in the file, where that holds many. */
  readonly entry?: string;
  /** The file to name in diagnostics. */
  readonly file: string;
  /** What its name is made from. */
  readonly name: string;
  readonly meta: IconMeta;
}
