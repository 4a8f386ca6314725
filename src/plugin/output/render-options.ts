import type { NameLocator } from '../transformed-module.ts';
import type { ClientManifest, RecordedSprite } from './client-manifest.ts';
import type { FilePattern } from './naming.ts';

export interface SpriteRenderOptions {
  /** Names the files of sprites; the option `fileName` wins. */
  readonly pattern: FilePattern;
  /** Keeps all icons, as in development. Default: false. */
  readonly keepsAll?: boolean;
  /** Names of icons that another build needs. Default: none. */
  readonly needed?: readonly string[];
  /** Sprites that server builds link to, to write with those of the client. Default: none. */
  readonly serverSprites?: readonly RecordedSprite[];
  /** Finds where the code names an icon. Default: it finds nothing. */
  readonly placeOf?: NameLocator | undefined;
  /** Ids that HTML pages link to, which hold the symbols. Default: none. */
  readonly inPages?: readonly string[];
  /** For code that runs on a server. */
  readonly server?: ServerOptions | undefined;
}

/** Sprites of a server build: those of the client build, or its own. */
export interface ServerOptions {
  readonly client?: ClientManifest | undefined;
  /**
   * True if the build writes files that are served: icons that the client build lacks, or, without
   * one, all sprites. Also true if their names are known without it.
   */
  readonly writes?: boolean;
  /** Without a client build: true if the sprite is in the page; `undefined` if that is unknown. */
  readonly isInline?: boolean | undefined;
}
