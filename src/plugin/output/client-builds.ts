import { beginClient, type RunningClient } from './running.ts';

/** Context of a plugin's hooks that identifies the build. */
export interface BuildContext {
  /** Vite's. */
  readonly environment?: object;
}

/** Running client builds of a plugin, one for each environment. */
export interface ClientBuilds {
  /** Called before anything else of a build. */
  readonly begin: (context: BuildContext) => void;
  /** Sets the manifest that the build will write. */
  readonly writes: (context: BuildContext, record: string) => void;
  /** Called when the modules are read; files are written later, or never. */
  readonly built: (context: BuildContext) => void;
  /** Called when files are about to be made. */
  readonly renders: (context: BuildContext) => void;
  /** Called when the manifest is written or never will be. */
  readonly end: (context: BuildContext) => void;
}

/** Time that a caller has to start writing after the modules are read, in ms. */
const PAUSE = 100;

/**
 * @param isServer tells if a build is for a server, which nothing waits for
 * @param pauses true if a caller decides when, and if, files are written, as with Rollup; a server
 * build does not wait for a client build that its caller does not write
 */
export function openClientBuilds(
  isServer: (context: never) => boolean,
  { pauses = false }: { readonly pauses?: boolean } = {},
): ClientBuilds {
  let pause: NodeJS.Timeout | undefined;
  const builds = new Map<object, RunningClient>();
  const keyOf = ({ environment }: BuildContext) => environment ?? builds;
  return {
    begin(context) {
      if (isServer(context as never) || builds.has(keyOf(context))) return;
      builds.set(keyOf(context), beginClient());
    },
    writes(context, record) {
      builds.get(keyOf(context))?.writes(record);
    },
    built(context) {
      if (pauses) pause = setTimeout(() => this.end(context), PAUSE);
    },
    renders() {
      clearTimeout(pause);
    },
    end(context) {
      clearTimeout(pause);
      builds.get(keyOf(context))?.end();
      builds.delete(keyOf(context));
    },
  };
}
