/** Preloaded module: writes the peak memory of a program, in bytes, to the file in PEAK_FILE. */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => {
    writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS * 1024));
  });
}
