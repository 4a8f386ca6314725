import { defineConfig, type ViteUserConfig } from 'vitest/config';
import SlowFirst from './test/setup/slow-first.ts';

/** Files that mock what others import. */
const ALONE = ['test/unit/write-errors.test.ts'];
const ELSEWHERE = ['test/browsers/**', 'test/examples/**', 'test/runtime/react-18/**'];

/** What holds for each file. */
const EACH = {
  setupFiles: ['test/setup/fast-check.ts', 'test/setup/no-colors.ts', 'test/setup/own-cache.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

const config: ViteUserConfig = defineConfig({
  test: {
    globalSetup: ['test/setup/build.ts', 'test/setup/chromium.ts'],
    reporters: ['default', './test/setup/summary-reporter.ts'],
    // By default one processor is left alone, which of two is half; much here waits for others.
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
    projects: [
      // To start a process for each file, and load all modules anew, takes longer than most files.
      {
        test: {
          ...{ ...EACH, name: 'together', isolate: false },
          ...{ include: ['test/**/*.test.ts'], exclude: [...ELSEWHERE, ...ALONE] },
        },
      },
      { test: { ...EACH, name: 'alone', include: ALONE } },
    ],
  },
});

export default config;
