import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const BIN = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
const PEAK = pathToFileURL(fileURLToPath(new URL('peak.mjs', import.meta.url))).href;

/** A run of the command line and what it took. */
export interface MeasuredRun {
  /** -1 where it was stopped by a signal. */
  readonly code: number;
  readonly signal: NodeJS.Signals | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** Time of processor, which does not grow while others use the machine; `undefined` if killed. */
  readonly cpuSeconds: number | undefined;
  /** Peak of resident memory in MB; `undefined` where neither the process nor the system tells. */
  readonly megabytes: number | undefined;
}

let runs = 0;

/** Runs the command line as a script does, for so long at most. */
export function measuredRun(
  cwd: string,
  args: readonly string[],
  timeoutSeconds: number,
): Promise<MeasuredRun> {
  const peakFile = join(tmpdir(), `iconloom-peak-${process.pid}-${runs++}`);
  const env = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '', PEAK_FILE: peakFile };
  const start = performance.now();
  return new Promise((resolve) => {
    // One that is killed cannot tell its peak itself.
    let seen: number | undefined;
    const watch = setInterval(() => {
      seen = peakSoFar(child.pid) ?? seen;
    }, 100);
    const child = execFile(
      process.execPath,
      ['--import', PEAK, BIN, ...args],
      { cwd, env, timeout: timeoutSeconds * 1000, killSignal: 'SIGKILL', maxBuffer: 1e9 },
      (_, stdout, stderr) => {
        clearInterval(watch);
        const usage = usageOf(peakFile);
        resolve({
          code: child.exitCode ?? -1,
          signal: child.signalCode ?? undefined,
          stdout,
          stderr,
          seconds: (performance.now() - start) / 1000,
          cpuSeconds: usage?.cpuSeconds,
          megabytes: usage?.megabytes ?? seen,
        });
      },
    );
  });
}

/** Linux alone tells. */
function peakSoFar(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
}

function usageOf(file: string): { megabytes: number; cpuSeconds: number } | undefined {
  try {
    const [kilobytes = 0, microseconds = 0] = readFileSync(file, 'utf8').split(' ').map(Number);
    rmSync(file);
    return { megabytes: Math.round(kilobytes / 1024), cpuSeconds: microseconds / 1e6 };
  } catch {
    return undefined;
  }
}
