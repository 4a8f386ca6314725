import type { Diagnostic } from './diagnostics.ts';
import type { IconAuthor, IconLicense } from './types.ts';

/** What the catalog's page shows, as JSON. */
export interface CatalogData {
  /** Version of this format. */
  readonly version: 1;
  /** Heading of the page. */
  readonly title: string;
  /** `live`: there is a server behind the page, which can be asked and told. */
  readonly mode: 'static' | 'live';
  /** URL of the folder that apps serve sprites from, for the code that is copied. */
  readonly base?: string;
  readonly sprites: readonly CatalogSprite[];
  /** Sorted by name. */
  readonly icons: readonly CatalogIcon[];
  /** Problems of files that no icon came of. */
  readonly problems: readonly CatalogProblem[];
}

/** A sprite that the page takes icons from. */
export interface CatalogSprite {
  /** What icons name it by. */
  readonly name: string;
  /** Path of its file below the folder that apps serve it from; relative to the page, too, unless `url` says otherwise. */
  readonly file: string;
  /** Where the page gets it, where that is not the file beside it. */
  readonly url?: string;
  readonly bytes: number;
  /** Size in bytes after gzip. */
  readonly gzip: number;
}

/** A problem without its picture, which is no JSON. */
export type CatalogProblem = Omit<Diagnostic, 'picture'>;

/** One icon. Lengths are in px. */
export interface CatalogIcon {
  readonly name: string;
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
  readonly category?: string;
  /** Not to be used any more: the name to use instead, and the version since which. */
  readonly deprecated?: { readonly use?: string; readonly since?: string };
  /** Mirrors in right-to-left text. */
  readonly directional?: true;
  /** Path of the drawing, relative to the folder that the build ran in. */
  readonly source: string;
  /** Size of the symbol in bytes. */
  readonly bytes: number;
  /** Size of the drawing's file in bytes. */
  readonly sourceBytes: number;
  /** Where the drawing was taken from. */
  readonly origin?: string;
  readonly license?: IconLicense;
  readonly author?: IconAuthor;
  /** Owner of the trademark that the icon shows. */
  readonly trademark?: string;
  readonly problems: readonly CatalogProblem[];
}
