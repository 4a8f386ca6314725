/** Lock of a running client build. */
export interface ClientBuildLock {
  /** Sets the manifest that the build will write; `undefined`: none. */
  readonly setManifestFile: (manifestFile: string | undefined) => void;
  /** Called when the manifest is written or never will be. */
  readonly release: () => void;
}

interface PendingClientBuild {
  readonly manifestFile: Promise<string | undefined>;
  readonly released: Promise<void>;
}

/** Running client builds of this process. */
const pendingBuilds = new Set<PendingClientBuild>();

/** Makes server builds that run at the same time wait for a client build. */
export function acquireClientBuildLock(): ClientBuildLock {
  let resolveManifest: (manifestFile: string | undefined) => void = () => {};
  let resolveReleased = () => {};
  const build: PendingClientBuild = {
    manifestFile: new Promise((resolve) => {
      resolveManifest = resolve;
    }),
    released: new Promise((resolve) => {
      resolveReleased = resolve;
    }),
  };
  pendingBuilds.add(build);
  return {
    setManifestFile: resolveManifest,
    release() {
      pendingBuilds.delete(build);
      resolveManifest(undefined);
      resolveReleased();
    },
  };
}

/** Waits for all running client builds that will write a manifest. */
export async function waitForClientBuilds(manifestFile: string): Promise<void> {
  for (const build of pendingBuilds) {
    if ((await build.manifestFile) === manifestFile) await build.released;
  }
}
