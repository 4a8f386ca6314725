// Preloaded into a process that is measured: notes its peak of memory, in kB, and its time of
// processor, in µs, as it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(process.env.PEAK_FILE ?? '', `${maxRSS} ${userCPUTime + systemCPUTime}`);
});
