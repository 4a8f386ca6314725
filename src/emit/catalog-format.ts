import type { Diagnostic } from '../core/diagnostics.ts';
import type { IconAuthor, IconDeprecation, IconLicense } from '../core/types.ts';

/** Data of the catalog's page, as JSON. */
export interface CatalogData {
  /** Version of this format. */
  readonly version: 1;
  /** Name of the set, the heading of the page. */
  readonly title: string;
  /** Version of the set: `2.1.0`. */
  readonly release?: string;
  /** `live`: the page is served by `iconloom preview`, which has an API. */
  readonly mode: 'static' | 'live';
  /** URL of the folder that apps serve sprites from, for copied code. */
  readonly base?: string;
  readonly sprites: readonly CatalogSprite[];
  /** Sorted by name. */
  readonly icons: readonly CatalogIcon[];
  /** Problems of files that have no icon. */
  readonly problems: readonly CatalogProblem[];
}

/** Sprite that the page shows icons of. */
export interface CatalogSprite {
  /** Name that icons refer to. */
  readonly name: string;
  /** Path of its file below the folder that apps serve it from; also relative to the page, unless `url` is set. */
  readonly file: string;
  /** URL that the page loads it from, if that is not the file next to it. */
  readonly url?: string;
  readonly bytes: number;
  /** Size in bytes after gzip. */
  readonly gzip: number;
}

/** Problem without its picture, which is not JSON. */
export type CatalogProblem = Omit<Diagnostic, 'picture'>;

/** One icon. Lengths are in px. */
export interface CatalogIcon {
  readonly name: string;
  /** Alias that leads in pages and documents; code may use it like the name. */
  readonly displayName?: string;
  /** Id of its symbol. */
  readonly id: string;
  /** Name of its sprite. */
  readonly sprite: string;
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  readonly color: 'mono' | 'multi';
  readonly colors: readonly string[];
  readonly title: string;
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  /** Category in its metadata or in its collection, else the folder directly below the input. */
  readonly category?: string;
  readonly deprecated?: IconDeprecation;
  /** Mirrors in right-to-left text. */
  readonly directional?: true;
  /** Path of the source file, relative to the folder that the build ran in. */
  readonly source: string;
  /** Size of the symbol in bytes. */
  readonly bytes: number;
  /** Size of the source file in bytes. */
  readonly sourceBytes: number;
  /** Origin of the source file. */
  readonly origin?: string;
  readonly license?: IconLicense;
  readonly author?: IconAuthor;
  /** Owner of the trademark that the icon shows. */
  readonly trademark?: string;
  readonly problems: readonly CatalogProblem[];
}
