#!/usr/bin/env node
import { EXIT } from './exit.ts';
import { createProgram } from './program.ts';

createProgram()
  .parseAsync()
  .catch(async (error: unknown) => {
    const { reportCrash } = await import('./report/crash.ts');
    reportCrash(error);
    process.exitCode = EXIT.bug;
  });
