import { beginClient, type RunningClient } from './running.ts';

/** What a plugin's hooks are called with, as far as it tells builds apart. */
export interface BuildContext {
  /** Vite's. */
  readonly environment?: object;
}

/** The client builds of a plugin that have begun, one for each environment. */
export interface ClientBuilds {
  /** Called before anything else of a build. */
  readonly begin: (context: BuildContext) => void;
  /** Reports which record the build will write. */
  readonly writes: (context: BuildContext, record: string) => void;
  /** Called when the record is written or never will be. */
  readonly end: (context: BuildContext) => void;
}

/** @param isServer whether a build is of a server, which has no client to wait for */
export function openClientBuilds(isServer: (context: never) => boolean): ClientBuilds {
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
    end(context) {
      builds.get(keyOf(context))?.end();
      builds.delete(keyOf(context));
    },
  };
}
