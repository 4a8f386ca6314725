import type { CatalogData, CatalogIcon } from './catalog.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { IconMeta } from './types.ts';

/** A problem as JSON: its picture is a data URL. */
export interface Problem extends Omit<Diagnostic, 'picture'> {
  readonly picture?: string;
}

/** A drawing that someone holds out: as text, or as the bytes of a file in base64. */
export type Drawn = { readonly svg: string } | { readonly base64: string };

/** `POST api/look` */
export type LookRequest = Drawn & {
  /** Name of its file, or '' where it was pasted. */
  readonly file: string;
  /** Name that the person chose. Default: one made from the file's name and its title. */
  readonly name?: string;
  /** What the person wrote of it. */
  readonly meta?: WrittenMeta;
};

/** What the page lets a person write of an icon. */
export type WrittenMeta = Pick<IconMeta, 'title' | 'tags' | 'category'>;

/** An icon that has the name already. */
export interface Taken {
  /** Its own name, which differs where the wanted one is an alias of it. */
  readonly name: string;
  /** Path relative to the working folder. */
  readonly file: string;
  /** To be sent back to replace it, so that only what was seen is replaced. */
  readonly hash: string;
  /** Why it cannot be replaced, one sentence. Missing where it can. */
  readonly obstacle?: string;
}

/** What a drawing comes to, before anything is written. */
export interface Look {
  /** In kebab-case; '' where nothing suggests one. */
  readonly name: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** '' where nothing suggests one. */
  readonly category: string;
  readonly taken?: Taken;
  /** With an error, it cannot be saved. */
  readonly problems: readonly Problem[];
  /** Missing where it is no icon. */
  readonly icon?: LookedIcon;
  /** What applying all fixes makes of it, as text to be looked at again. Missing where there are none. */
  readonly fixed?: { readonly svg: string; readonly count: number };
  /** Names of icons that it should look like: the same first word or category. */
  readonly family: readonly string[];
  /** Names of icons that draw the same. */
  readonly twins: readonly string[];
}

/** A drawing that can be an icon. */
export interface LookedIcon {
  /** Its symbol, for `<use>`. */
  readonly href: string;
  readonly viewBox: string;
  /** In px. */
  readonly width: number;
  readonly height: number;
  /** The file as it would be saved. */
  readonly svg: string;
  /** Of the file that came, of the one that would be saved, and of the symbol in the sprite. */
  readonly bytes: { readonly before: number; readonly saved: number; readonly symbol: number };
}

/** `POST api/save` */
export interface SaveRequest {
  readonly name: string;
  readonly svg: string;
  /** {@link Taken.hash} of the icon that is to be replaced. */
  readonly replace?: string;
  readonly meta?: WrittenMeta;
}

/** Paths are relative to the working folder. */
export interface Saved {
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

/** Answer to what was not done: 409 with `taken`, else 4xx. */
export interface Refused {
  readonly problems: readonly Problem[];
  readonly taken?: Taken;
}

/** `GET api/catalog` */
export interface LiveData extends CatalogData {
  readonly live: {
    /** As in {@link SetChange}. */
    readonly version: string;
    readonly limits: { readonly bytes: number };
  };
}

/** `GET api/changes?since=<version>`, where little has changed; else it answers all, as {@link LiveData}. */
export interface LiveChanges extends Omit<LiveData, 'version' | 'icons'> {
  /** Icons that are new or said something else of. */
  readonly icons: readonly CatalogIcon[];
  /** Names of icons that are no more. */
  readonly gone: readonly string[];
  /** Texts of symbols that look different or lie in another sprite, by name of icon. */
  readonly symbols: Readonly<Record<string, string>>;
}

/** Data of the event `change`. */
export interface SetChange {
  /** Stands for all icons and problems: another one, another set. */
  readonly version: string;
  /** Names of icons that are new or look different. */
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}
