import type { Diagnostic } from './diagnostics.ts';

/** What becomes of the colors of a drawing; see `icon/recolor.ts`. */
export type ColorMode = 'keep' | 'currentColor' | 'variables';

/** What a drawing needs from the browser; see `icon/portable.ts`. */
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

/** How a drawing stands in the sprite: shapes that the page can color, or a picture of its own. */
export type Form = 'symbol' | 'image';

/** Under which license an icon was taken over. */
export interface IconLicense {
  /** As people say it: `Apache 2.0`. */
  readonly title: string;
  /** Its identifier in the SPDX list: `Apache-2.0`. */
  readonly spdx?: string;
  /** Where its text is. */
  readonly url?: string;
}

/** Who drew an icon. */
export interface IconAuthor {
  readonly name: string;
  readonly url?: string;
}

/** That an icon should be used no more. */
export interface IconDeprecation {
  /** The icon to use in its place: its name, or one of its aliases. */
  readonly use?: string;
  /** The version that says so first: `2.1.0`. */
  readonly since?: string;
}

/** What a person writes about an icon, in `<file>.meta.json` beside `<file>.svg`. */
export interface IconMeta {
  /** Label shown to people, in sentence case. Default: the file's `<title>`, else made from the name. */
  readonly title?: string;
  /** What becomes of its colors. Default: as configured. */
  readonly color?: ColorMode;
  /**
   * How the symbol is compared with its source: not at all, or with this share of pixels, 0 to 1,
   * that may differ. Default: as configured.
   */
  readonly verify?: false | number;
  /** One word that groups the icon in catalogs. */
  readonly category?: string;
  /** Owner of the trademark that the icon shows, for brand marks. */
  readonly trademark?: string;
  /** Words that people search for. */
  readonly tags?: readonly string[];
  /** Further names that resolve to the same symbol. */
  readonly aliases?: readonly string[];
  /** Whether it points along the text, so that components mirror it in right-to-left text. */
  readonly directional?: boolean;
  /** Where the drawing was taken from: `mdi:home`, `lucide-static/icons/house.svg`. */
  readonly source?: string;
  readonly license?: IconLicense;
  readonly author?: IconAuthor;
  /** That the icon should be used no more. */
  readonly deprecated?: IconDeprecation;
  /** Rules of `iconloom check` that the icon need not keep, and why not: rule → reason. */
  readonly exceptions?: Readonly<Record<string, string>>;
}

/** Where an icon comes from. */
export interface Source {
  /** Path relative to the working folder, with forward slashes. */
  readonly file: string;
  /** Kebab-case name, unique in the build. */
  readonly name: string;
  /** The folder right below the input that it lies in, in kebab-case, or ''. */
  readonly folder: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string;
  /** Size of the file in bytes. */
  readonly bytes: number;
  readonly meta: IconMeta;
}

/** What is known of a drawing. Lengths are in px. */
export interface IconFacts {
  /** `min-x min-y width height`, normalized to plain decimals. */
  readonly viewBox: string;
  /** Natural width: the `width` attribute, else the viewBox's width. */
  readonly width: number;
  /** Natural height: the `height` attribute, else the viewBox's height. */
  readonly height: number;
  /** `mono`: drawn in at most one color, so it can be recolored as a whole. */
  readonly color: 'mono' | 'multi';
  /** The colors it paints with, sorted: hex, names, `currentColor`, `gradient`, `image`. */
  readonly colors: readonly string[];
  /** What it needs from the browser beyond shapes with plain paint, sorted. */
  readonly needs: readonly Need[];
  /** `symbol`, or `image` where only an image in the symbol is drawn right by every browser. */
  readonly form: Form;
  /** Text of the drawing's own `<title>`, or ''. */
  readonly title: string;
}

/** An icon, optimized, cleaned, scoped and ready to be joined into a sprite. */
export interface Icon {
  readonly name: string;
  /** Id of its symbol: prefix + name. */
  readonly id: string;
  /** The finished `<symbol …>…</symbol>`, in the form that `facts.form` says. */
  readonly symbol: string;
  /** The symbol in plain form, whatever the form in the sprite. */
  readonly plainSymbol: string;
  readonly facts: IconFacts;
  readonly source: Source;
  readonly title: string;
  /** Further names, sorted. */
  readonly aliases: readonly string[];
  /** Further ids of its symbol. Default: none. */
  readonly ids?: readonly string[];
}

/** A named group of icons that are written to one file. Icons are sorted by name. */
export interface Sprite {
  readonly name: string;
  /** File name below the output folder. */
  readonly file: string;
  readonly icons: readonly Icon[];
}

/** A file to be written, as data. */
export interface OutputFile {
  /** Path below the output folder, with forward slashes. */
  readonly path: string;
  readonly contents: string;
}

/** A stretch of a file: its text, or how to get it from where it waits. */
export type FilePart = string | (() => string);

/** A file to be written, in parts, so that a large one is nowhere one text. */
export interface PartedFile {
  readonly path: string;
  readonly parts: readonly FilePart[];
}

/** What becomes of scripts, handlers and the like: an error, or gone with a warning. */
export type ActiveContent = 'error' | 'remove';

/** The most that one drawing may hold. */
export interface Limits {
  /** Size of the file, in bytes. */
  readonly bytes: number;
  /** Elements in the file. */
  readonly elements: number;
  /** Levels of elements inside elements, also by reference. */
  readonly depth: number;
  /** Attributes on one element. */
  readonly attributes: number;
  /** Characters in one value, other than paths and bitmaps. */
  readonly value: number;
  /** Elements to draw, with what `<use>`, patterns, masks and the like repeat. */
  readonly drawn: number;
  /** Pixels of all embedded bitmaps together, width by height. */
  readonly pixels: number;
}

/** A value and the problems that were found on the way to it. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** How closely a symbol must look like its drawing. */
export interface Verification {
  /** Longer sides, in px, of the pictures that are compared. */
  readonly sides: readonly number[];
  /** Share of pixels that may differ, 0 to 1. */
  readonly tolerance: number;
  /** Whether an icon that cannot be verified is an error. */
  readonly isStrict: boolean;
}
