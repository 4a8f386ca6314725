import type { WriteStream } from 'node:tty';
import { escapeLine } from './escape-line.ts';

/** Delay before the first line, so that short builds do not flicker. */
const DELAY_MS = 500;
const INTERVAL_MS = 80;

/** Progress bar of a long build on a terminal: a bar, a count and the current icon. */
export interface Progress {
  readonly update: (done: number, total: number, file: string) => void;
  readonly stop: () => void;
}

/** @param stream output; nothing is written if it is not a terminal. */
export function startProgress(stream: WriteStream | undefined): Progress {
  if (!stream?.isTTY) return { update() {}, stop() {} };
  let next = Date.now() + DELAY_MS;
  let isVisible = false;
  return {
    update(done, total, file) {
      if (Date.now() < next) return;
      next = Date.now() + INTERVAL_MS;
      isVisible = true;
      const line = `${bar(done / total)} ${done}/${total} icons  ${escapeLine(file)}`;
      stream.write(`\r\x1b[2K${line.slice(0, (stream.columns || 80) - 1)}`);
    },
    stop() {
      // Erases the line, so that it is not left above the summary.
      if (isVisible) stream.write('\r\x1b[2K');
    },
  };
}

const BAR_WIDTH = 24;

/** `━━━━━━──────────────────` */
function bar(share: number): string {
  const full = Math.round(share * BAR_WIDTH);
  return '━'.repeat(full) + '─'.repeat(BAR_WIDTH - full);
}
