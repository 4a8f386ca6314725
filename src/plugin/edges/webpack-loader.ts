import type { MapLike } from '../analysis/original.ts';

/** A source map, as loaders hand it on. */
export type SourceMapLike = string | (MapLike & { readonly sourcesContent?: unknown }) | undefined;

/** What a loader is called with, as far as it is used here. */
export interface LoaderContext {
  readonly resource: string;
  readonly resourceQuery: string;
  readonly sourceMap?: boolean;
  readonly async: () => (error: unknown, code?: string | Buffer, map?: SourceMapLike) => void;
  readonly getOptions: () => { readonly run: LoaderTask };
  readonly addContextDependency: (folder: string) => void;
  readonly addDependency: (file: string) => void;
  readonly _module?: { readonly buildInfo?: { iconloom?: unknown } };
  readonly emitError: (error: Error) => void;
  readonly emitWarning: (warning: Error) => void;
  /** Missing in bundlers that are like webpack only in part. */
  readonly getResolve?: () => (folder: string, source: string) => Promise<string>;
}

/** What a loader does. */
export type LoaderTask = (
  context: LoaderContext,
  source: string | Buffer,
  map: SourceMapLike,
) => Promise<{ readonly code: string | Buffer; readonly map?: SourceMapLike }>;

/** Code comes as bytes, so that what is no text stays as it is. */
export const raw = true;

/**
 * The loader of `iconloom/webpack` and `iconloom/rspack`, which is also the file that stands for
 * modules that have none. Bundlers load it by its path; what it does, the plugin hands to it.
 */
export default function loader(
  this: LoaderContext,
  source: string | Buffer,
  map: SourceMapLike,
): void {
  const callback = this.async();
  this.getOptions()
    .run(this, source, map)
    .then(
      (result) => callback(null, result.code, result.map),
      (error) => callback(error),
    );
}
