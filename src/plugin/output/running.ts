/** Lock of a running client build. */
export interface RunningClient {
  /** Sets the manifest that the build will write; `undefined`: none. */
  readonly writes: (record: string | undefined) => void;
  /** Called when the manifest is written or never will be. */
  readonly end: () => void;
}

interface Running {
  readonly record: Promise<string | undefined>;
  readonly end: Promise<void>;
}

/** Running client builds of this process. */
const running = new Set<Running>();

/** Makes server builds that run at the same time wait for a client build. */
export function beginClient(): RunningClient {
  let tell: (record: string | undefined) => void = () => {};
  let finish = () => {};
  const build: Running = {
    record: new Promise((resolve) => {
      tell = resolve;
    }),
    end: new Promise((resolve) => {
      finish = resolve;
    }),
  };
  running.add(build);
  return {
    writes: tell,
    end() {
      running.delete(build);
      tell(undefined);
      finish();
    },
  };
}

/** Waits for all running client builds that will write a manifest. */
export async function clientsHaveWritten(record: string): Promise<void> {
  for (const build of running) {
    if ((await build.record) === record) await build.end;
  }
}
