import type { Diagnostic } from '../core/diagnostics.ts';
import type { IconMeta } from '../core/types.ts';
import type { CatalogData, CatalogIcon } from '../emit/catalog-format.ts';

/** Problem as JSON. Its picture is a data URL. */
export interface PreviewProblem extends Omit<Diagnostic, 'picture'> {
  readonly picture?: string;
}

/** Dropped or pasted SVG: its text, or the bytes of a file in base64. */
export type SvgInput = { readonly svg: string } | { readonly base64: string };

/** `POST api/look` */
export type InspectRequest = SvgInput & {
  /** Name of its file, or '' if it was pasted. */
  readonly file: string;
  /** Name that the user entered, or ''. Default: a name made from the file's name and names in it. */
  readonly name?: string;
  /** Metadata that the user entered. */
  readonly meta?: EditableMeta;
};

/** Metadata that the page lets users edit. */
export type EditableMeta = Pick<IconMeta, 'title' | 'tags' | 'category'>;

/** Existing icon with the name. */
export interface NameConflict {
  /** Its own name, which differs if the requested name is an alias of it. */
  readonly name: string;
  /** Path relative to the working folder. */
  readonly file: string;
  /** Hash to send back to replace it, so that only the version that was shown is replaced. */
  readonly hash: string;
  /** Reason why it cannot be replaced, one sentence. Missing if it can. */
  readonly obstacle?: string;
}

/** Result of inspecting an SVG, before anything is written. */
export interface Inspection {
  /** Name in kebab-case, or '' if nothing suggests one. */
  readonly name: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** '' if nothing suggests one. */
  readonly category: string;
  readonly taken?: NameConflict;
  /** Problems. With an error, it cannot be saved. */
  readonly problems: readonly PreviewProblem[];
  /** Missing if it cannot be an icon. */
  readonly icon?: InspectedIcon;
  /** Text with all fixes applied, to be inspected again. Missing if there are no fixes. */
  readonly fixed?: { readonly svg: string; readonly count: number; readonly label?: string };
  /** Names of related icons: the same first word or category. */
  readonly family: readonly string[];
  /** Names of icons that look the same. */
  readonly twins: readonly string[];
}

/** SVG that can be an icon. */
export interface InspectedIcon {
  /** Its symbol, for `<use>`. */
  readonly href: string;
  readonly viewBox: string;
  /** In px. */
  readonly width: number;
  readonly height: number;
  /** The file as it would be saved. */
  readonly svg: string;
  /** Sizes of the received file, of the file to save, and of the symbol in the sprite. */
  readonly bytes: { readonly before: number; readonly saved: number; readonly symbol: number };
}

/** `POST api/save` */
export interface SaveRequest {
  readonly name: string;
  readonly svg: string;
  /** {@link NameConflict.hash} of the icon to replace. */
  readonly replace?: string;
  readonly meta?: EditableMeta;
}

/** Paths are relative to the working folder. */
export interface SaveResult {
  readonly name: string;
  readonly files: readonly string[];
}

/** `POST api/rename` */
export interface RenameRequest {
  readonly from: string;
  readonly to: string;
  /** Leaves the old name as an alias. */
  readonly keepAlias: boolean;
}

/** Response to a request that was rejected: 409 with `taken`, else 4xx. */
export interface RejectedResponse {
  readonly problems: readonly PreviewProblem[];
  readonly taken?: NameConflict;
}

/** `GET api/catalog` */
export interface LiveData extends CatalogData {
  readonly live: {
    /** Version of the set, as in {@link SetChange}. */
    readonly version: string;
    readonly limits: { readonly bytes: number };
  };
}

/** `GET api/changes?since=<version>` if little has changed; else the response is {@link LiveData}. */
export interface LiveChanges extends Omit<LiveData, 'version' | 'icons'> {
  /** Icons that are new or have other data. */
  readonly icons: readonly CatalogIcon[];
  /** Names of removed icons. */
  readonly gone: readonly string[];
  /** Texts of symbols that look different or are in another sprite, by name of icon. */
  readonly symbols: Readonly<Record<string, string>>;
}

/** Data of the event `change`. */
export interface SetChange {
  /** Version of all icons and problems; it changes with them. */
  readonly version: string;
  /** Names of icons that are new or look different. */
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}
