// Preloaded into a process that is measured: notes its peak of memory, in kB, as it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  writeFileSync(process.env.PEAK_FILE ?? '', String(process.resourceUsage().maxRSS));
});
