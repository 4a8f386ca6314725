import type { Diagnostic } from './diagnostics.ts';

/** Handling of an icon's colors; see `icon/passes/recolor.ts`. */
export type ColorMode = 'keep' | 'currentColor' | 'variables';

/** Browser feature that an icon needs; see `icon/portable.ts`. */
export type Need =
  | 'animation'
  | 'bitmap'
  | 'clip-path'
  | 'filter'
  | 'gradient'
  | 'marker'
  | 'mask'
  | 'pattern'
  | 'style'
  | 'text';

/** Form of an icon in the sprite: shapes that the page can color, or an image. */
export type Form = 'symbol' | 'image';

/** License of an icon from another source. */
export interface IconLicense {
  /** Common name: `Apache 2.0`. */
  readonly title: string;
  /** Its identifier in the SPDX list: `Apache-2.0`. */
  readonly spdx?: string;
  /** URL of its text. */
  readonly url?: string;
}

/** Author of an icon. */
export interface IconAuthor {
  readonly name: string;
  readonly url?: string;
}

/** Deprecation of an icon. */
export interface IconDeprecation {
  /** Replacement: its name, or one of its aliases. */
  readonly use?: string;
  /** First version in which it is deprecated: `2.1.0`. */
  readonly since?: string;
  /** Reason, in a sentence; required by the rule `deprecations` if there is no replacement. */
  readonly note?: string;
}

/** Metadata of an icon, in `<file>.meta.json` next to `<file>.svg`. */
export interface IconMeta {
  /** Label shown to people, in sentence case. Default: the file's `<title>`, else made from the name. */
  readonly title?: string;
  /** Handling of its colors. Default: as configured. */
  readonly color?: ColorMode;
  /**
   * Comparison of the symbol with its source: none, or the share of pixels, 0 to 1, that may differ.
   * Default: as configured.
   */
  readonly verify?: false | number;
  /** One word that groups the icon in catalogs. */
  readonly category?: string;
  /** Owner of the trademark that the icon shows, for brand marks. */
  readonly trademark?: string;
  /** Words that people search for. */
  readonly tags?: readonly string[];
  /** Additional names of the same symbol. */
  readonly aliases?: readonly string[];
  /** Name that leads in pages, lists and documents: its name, or one of its aliases. Default: its name. */
  readonly displayName?: string;
  /** Set if it points along the text, so that components mirror it in right-to-left text. */
  readonly directional?: boolean;
  /** Origin of the source file: `mdi:home`, `lucide-static/icons/house.svg`. */
  readonly source?: string;
  readonly license?: IconLicense;
  readonly author?: IconAuthor;
  /** Deprecation of the icon. */
  readonly deprecated?: IconDeprecation;
  /** Suppressed rules of `iconloom check`: rule → reason. */
  readonly suppressions?: Readonly<Record<string, string>>;
  /** @deprecated Use `suppressions`. */
  readonly exceptions?: Readonly<Record<string, string>>;
}

/** Source file of an icon. */
export interface Source {
  /** Path relative to the working folder, with forward slashes. */
  readonly file: string;
  /** Kebab-case name, unique in the build. */
  readonly name: string;
  /** Folder directly below the input that contains it, in kebab-case, or ''. */
  readonly folder: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string;
  /** Size of the file in bytes. */
  readonly bytes: number;
  readonly meta: IconMeta;
}

/** Properties of an icon. Lengths are in px. */
export interface IconFacts {
  /** `min-x min-y width height`, normalized to plain decimals. */
  readonly viewBox: string;
  /** Natural width: the `width` attribute, else the viewBox's width. */
  readonly width: number;
  /** Natural height: the `height` attribute, else the viewBox's height. */
  readonly height: number;
  /** `mono`: painted in at most one color, so that it can be recolored as a whole. */
  readonly color: 'mono' | 'multi';
  /** The colors it paints with, sorted: hex, names, `currentColor`, `gradient`, `image`. */
  readonly colors: readonly string[];
  /** Browser features that it needs beyond shapes with plain paint, sorted. */
  readonly needs: readonly Need[];
  /** `symbol`, or `image` if every browser draws it correctly only as an image in the symbol. */
  readonly form: Form;
  /** Text of the source file's `<title>`, or ''. */
  readonly title: string;
  /** Result of `precision: 'auto'`. */
  readonly precision?: ChosenPrecision;
  /** Missing if the source file is not at hand, as with Iconify packages. */
  readonly traits?: IconTraits;
}

/** Style of a source file, for comparisons with the others of its folder. Lists begin with the most frequent value. */
export interface IconTraits {
  /** Painted widths of lines, in px. */
  readonly widths: readonly number[];
  /** Caps of lines that have ends. */
  readonly caps: readonly string[];
  /** Joins of lines that have corners. */
  readonly joins: readonly string[];
  /** Colors of fills and strokes: `#rrggbb` or `currentColor`. */
  readonly colors: readonly string[];
  /** Kinds of paint; `none` if nothing is painted, or if it changes with time or state. */
  readonly paint: PaintKind;
}

/** Kinds of paint of an icon: strokes, fills, both or none. */
export type PaintKind = 'lines' | 'areas' | 'both' | 'none';

/** Digits that were chosen for an icon. */
export interface ChosenPrecision {
  /** Most digits after the decimal point in its paths. */
  readonly digits: number;
  /** Bytes of the symbol that were saved, against the usual number of digits. */
  readonly saved: number;
}

/** Processed icon: optimized, cleaned, scoped and ready for a sprite. */
export interface Icon {
  readonly name: string;
  /** Id of its symbol: prefix + name. */
  readonly id: string;
  /** The finished `<symbol …>…</symbol>`, in the form of `facts.form`. */
  readonly symbol: string;
  /** The symbol in plain form, independent of the form in the sprite. */
  readonly plainSymbol: string;
  readonly facts: IconFacts;
  readonly source: Source;
  readonly title: string;
  /** Additional names, sorted. */
  readonly aliases: readonly string[];
  /** Additional ids of its symbol. Default: none. */
  readonly ids?: readonly string[];
}

/** Named group of icons that are written to one file. Icons are sorted by name. */
export interface Sprite {
  readonly name: string;
  /** File name below the output folder. */
  readonly file: string;
  readonly icons: readonly Icon[];
}

/** Output file as data. */
export interface OutputFile {
  /** Path below the output folder, with forward slashes. */
  readonly path: string;
  readonly contents: string;
}

/** Part of a file: its text, or a function that loads it. */
export type FilePart = string | (() => string);

/** Output file in parts, so that a large file is never one string. */
export interface PartedFile {
  readonly path: string;
  readonly parts: readonly FilePart[];
}

/** Handling of scripts, event handlers and the like: an error, or removed with a warning. */
export type ActiveContent = 'error' | 'remove';

/** Limits of one icon. */
export interface Limits {
  /** Size of the file, in bytes. */
  readonly bytes: number;
  /** Elements in the file. */
  readonly elements: number;
  /** Levels of nested elements, also by reference. */
  readonly depth: number;
  /** Attributes on one element. */
  readonly attributes: number;
  /** Characters in one value, other than paths and bitmaps. */
  readonly value: number;
  /** Elements to draw, including what `<use>`, patterns, masks and the like repeat. */
  readonly drawn: number;
  /** Pixels of all embedded bitmaps together, width by height. */
  readonly pixels: number;
}

/** Value, and the problems that were found while it was computed. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Settings of the visual verification. */
export interface VerificationSettings {
  /** Longer sides, in px, of the pictures that are compared. */
  readonly sides: readonly number[];
  /** Share of pixels that may differ, 0 to 1. */
  readonly tolerance: number;
  /** Set if an icon that cannot be verified is an error. */
  readonly isStrict: boolean;
}

/** Figures of a build. */
export interface BuildStats {
  readonly icons: number;
  /** Number of icons in image form. */
  readonly images: number;
  /** Number of icons that were processed; the rest came from the cache. */
  readonly worked: number;
  readonly sprites: readonly SpriteStats[];
  /** Total size of the source files, and of the sprites. */
  readonly bytes: { readonly before: number; readonly after: number };
  /** Result of `precision: 'auto'`. */
  readonly precision?: PrecisionStats;
}

/** Figures of `precision: 'auto'`. */
export interface PrecisionStats {
  /** Number of icons by the digits that were chosen: `[0, 12, 3]` is 12 with one digit, 3 with two. */
  readonly icons: readonly number[];
  /** Bytes of the symbols that were saved. */
  readonly saved: number;
}

/** Sizes in bytes after compression. */
export interface CompressedSizes {
  readonly gzip: number;
  readonly brotli: number;
}

/** Compressed sizes of a build's sources and sprites. */
export interface BuildSizes {
  /** Sum of the source files, each compressed alone, as a page would load them without a sprite. */
  readonly files: CompressedSizes;
  /** Sum of the sprites, each compressed alone. */
  readonly sprites: CompressedSizes;
  /** All source files compressed as one. */
  readonly joined?: CompressedSizes;
}

export interface SpriteStats {
  readonly name: string;
  /** File name below the output folder. */
  readonly file: string;
  /** Number of icons in it. */
  readonly icons: number;
}
