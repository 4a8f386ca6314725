import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { MeasuredRun } from './measured-run.ts';

const HOST = fileURLToPath(new URL('cli-host.mjs', import.meta.url));

export interface HostCall {
  readonly cwd: string;
  readonly args: readonly string[];
  /** Time in seconds after which the process is killed, and that time and memory are measured. */
  readonly seconds?: number;
}

/** Runs the command line in a process of its own, after all earlier calls. */
export interface Host {
  /**
   * Should the process end, the run is told as that of a process that ended, and the next has
   * another.
   */
  call(call: HostCall): Promise<MeasuredRun>;
  /** Ends the process, if there is one. */
  end(): void;
}

export function newHost(): Host {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    call(call) {
      const run = last.then(() => {
        if (!child || hasEnded(child)) child = forkHost();
        return send(child, call);
      });
      last = run;
      return run;
    },
    end: () => void child?.kill(),
  };
}

const shared = newHost();

/** Runs the command line in a process that test files share. */
export const callHost = (call: HostCall): Promise<MeasuredRun> => shared.call(call);

function forkHost(): ChildProcess {
  return fork(HOST, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: ['--expose-gc'] });
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function send(child: ChildProcess, { cwd, args, seconds }: HostCall): Promise<MeasuredRun> {
  const start = performance.now();
  const text = { stdout: '', stderr: '' };
  return new Promise((resolve) => {
    const kill = () => child.kill('SIGKILL');
    const timer = seconds === undefined ? undefined : setTimeout(kill, seconds * 1000);
    // Only what the process itself tells of its end comes so; the rest is caught inside.
    const readStdout = (chunk: Buffer) => {
      text.stdout += chunk;
    };
    const readStderr = (chunk: Buffer) => {
      text.stderr += chunk;
    };
    const onMessage = (run: Omit<MeasuredRun, 'signal'>) => settle({ ...run, signal: undefined });
    const onClose = (code: number | null, signal: NodeJS.Signals | null) =>
      settle({
        code: code ?? -1,
        signal: signal ?? undefined,
        ...text,
        seconds: (performance.now() - start) / 1000,
        cpuSeconds: undefined,
        megabytes: undefined,
      });
    // Each by name: Node's own listeners on the streams are what makes it report the end.
    const settle = (run: MeasuredRun) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('close', onClose);
      child.stdout?.off('data', readStdout);
      child.stderr?.off('data', readStderr);
      resolve(run);
    };
    child.stdout?.on('data', readStdout);
    child.stderr?.on('data', readStderr);
    child.on('message', onMessage).on('close', onClose);
    const call = { cwd, args, env: process.env, isMeasured: seconds !== undefined };
    // A process that has just ended cannot take it, and reports that by closing.
    child.send(call, () => {});
  });
}
