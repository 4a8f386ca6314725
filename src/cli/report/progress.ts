import type { WriteStream } from 'node:tty';
import { clean } from './clean.ts';

/** A build that is done before this is not worth a line that flickers. */
const DELAY_MS = 500;
const INTERVAL_MS = 80;

/** A bar, a count and the icon at hand, on a terminal, when the work takes its time. */
export interface Progress {
  readonly update: (done: number, total: number, file: string) => void;
  readonly stop: () => void;
}

/** @param stream where to write; nothing is written where it is no terminal. */
export function startProgress(stream: WriteStream | undefined): Progress {
  if (!stream?.isTTY) return { update() {}, stop() {} };
  let next = Date.now() + DELAY_MS;
  let isShown = false;
  return {
    update(done, total, file) {
      if (Date.now() < next) return;
      next = Date.now() + INTERVAL_MS;
      isShown = true;
      const line = `${bar(done / total)} ${done}/${total} icons  ${clean(file)}`;
      stream.write(`\r\x1b[2K${line.slice(0, (stream.columns || 80) - 1)}`);
    },
    stop() {
      // Erases the line, so that it is not left above the summary.
      if (isShown) stream.write('\r\x1b[2K');
    },
  };
}

const WIDTH = 24;

/** `━━━━━━──────────────────` */
function bar(share: number): string {
  const full = Math.round(share * WIDTH);
  return '━'.repeat(full) + '─'.repeat(WIDTH - full);
}
