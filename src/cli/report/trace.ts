import { writeFileSync } from 'node:fs';
import type { Timing } from '../../node/timing.ts';
import { withWriteErrors } from '../../node/write-errors.ts';

/**
 * Writes timings as a trace for the performance panel of Chromium and Perfetto.
 * Source: “Trace Event Format”; times are in µs.
 */
export function writeTrace(path: string, timings: readonly Timing[]): void {
  const from = Math.min(...timings.map(({ start }) => start));
  const traceEvents = timings.map(({ name, kind, start, ms, thread }) => ({
    name,
    cat: kind,
    ph: 'X',
    pid: 1,
    tid: thread,
    ts: Math.round((start - from) * 1000),
    dur: Math.round(ms * 1000),
  }));
  withWriteErrors(path, () => writeFileSync(path, `${JSON.stringify({ traceEvents })}\n`));
}
