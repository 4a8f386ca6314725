import type { WriteStream } from 'node:tty';

/** A build that is done before this is not worth a line that flickers. */
const DELAY_MS = 500;
const INTERVAL_MS = 80;

/** A line that counts the icons, on a terminal, when the work takes its time. */
export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** @param stream where to write; nothing is written where it is no terminal. */
export function startProgress(stream: WriteStream | undefined): Progress {
  if (!stream?.isTTY) return { update() {}, stop() {} };
  let next = Date.now() + DELAY_MS;
  let isShown = false;
  return {
    update(done, total) {
      if (Date.now() < next) return;
      next = Date.now() + INTERVAL_MS;
      isShown = true;
      stream.write(`\r${done}/${total} icons`);
    },
    stop() {
      // Erases the line, so that it is not left above the summary.
      if (isShown) stream.write('\r\x1b[2K');
    },
  };
}
