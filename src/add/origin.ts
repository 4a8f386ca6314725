import type { IconMeta } from '../core/types.ts';

/** Origin of an icon to add: its file and its metadata. */
export interface IconOrigin {
  /** The argument that requested it. */
  readonly what: string;
  /** Absolute path of the SVG file, or of the icon set that contains it. */
  readonly path: string;
  /** Name of the icon in the set. */
  readonly entry?: string;
  /** The file to name in diagnostics. */
  readonly file: string;
  /** Name or path that the icon name is derived from. */
  readonly name: string;
  readonly meta: IconMeta;
}
