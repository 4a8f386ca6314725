import type { MapLike } from '../analysis/original-positions.ts';

/** Source map, as loaders pass it on. */
export type SourceMapLike = string | (MapLike & { readonly sourcesContent?: unknown }) | undefined;

/** Part of the loader context that is used here. */
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
  /** Missing in bundlers that support only part of webpack's interface. */
  readonly getResolve?: () => (folder: string, source: string) => Promise<string>;
}

/** Work of a loader. */
export type LoaderTask = (
  context: LoaderContext,
  source: string | Buffer,
  map: SourceMapLike,
) => Promise<{ readonly code: string | Buffer; readonly map?: SourceMapLike }>;

/** Receives code as bytes, so that binary files are unchanged. */
export const raw = true;

/**
 * Loader of `iconloom/webpack` and `iconloom/rspack`, which is also the file of virtual modules.
 * Bundlers load it by its path; the plugin passes the work as an option.
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
