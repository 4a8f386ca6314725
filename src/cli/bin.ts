#!/usr/bin/env node
import { EXIT } from './exit.ts';
import { createProgram } from './program.ts';

// A reader of the output may stop early, as `head` does, which is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

createProgram()
  .parseAsync()
  .catch(async (error: unknown) => {
    const { reportCrash } = await import('./report/crash.ts');
    reportCrash(error);
    process.exitCode = EXIT.bug;
  });
