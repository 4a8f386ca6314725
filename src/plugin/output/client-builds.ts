import { acquireClientBuildLock, type ClientBuildLock } from './client-build-lock.ts';

/** Context of a plugin's hooks that identifies the build. */
export interface BundlerContext {
  /** Vite's. */
  readonly environment?: object;
}

/** Running client builds of a plugin, one for each environment. */
export interface ClientBuilds {
  /** Called before anything else of a build. */
  readonly onBuildStart: (context: BundlerContext) => void;
  /** Sets the manifest that the build will write. */
  readonly setManifestFile: (context: BundlerContext, manifestFile: string) => void;
  /** Called when the modules are read; files are written later, or never. */
  readonly onModulesRead: (context: BundlerContext) => void;
  /** Called when files are about to be made. */
  readonly onRenderStart: (context: BundlerContext) => void;
  /** Called when the manifest is written or never will be. */
  readonly release: (context: BundlerContext) => void;
}

/** Time that a caller has to start writing after the modules are read, in ms. */
const WRITE_DELAY_MS = 100;

/**
 * @param isServer tells if a build is for a server, which nothing waits for
 * @param pauses true if a caller decides when, and if, files are written, as with Rollup; a server
 * build does not wait for a client build that its caller does not write
 */
export function openClientBuilds(
  isServer: (context: never) => boolean,
  { mayDelayWrite = false }: { readonly mayDelayWrite?: boolean } = {},
): ClientBuilds {
  let releaseTimer: NodeJS.Timeout | undefined;
  const builds = new Map<object, ClientBuildLock>();
  const keyOf = ({ environment }: BundlerContext) => environment ?? builds;
  return {
    onBuildStart(context) {
      if (isServer(context as never) || builds.has(keyOf(context))) return;
      builds.set(keyOf(context), acquireClientBuildLock());
    },
    setManifestFile(context, manifestFile) {
      builds.get(keyOf(context))?.setManifestFile(manifestFile);
    },
    onModulesRead(context) {
      if (mayDelayWrite) releaseTimer = setTimeout(() => this.release(context), WRITE_DELAY_MS);
    },
    onRenderStart() {
      clearTimeout(releaseTimer);
    },
    release(context) {
      clearTimeout(releaseTimer);
      builds.get(keyOf(context))?.release();
      builds.delete(keyOf(context));
    },
  };
}
