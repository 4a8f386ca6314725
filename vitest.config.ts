import { defineConfig, type ViteUserConfig } from 'vitest/config';
import SlowFirst from './test/setup/slow-first.ts';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browsers/**', 'test/examples/**', 'test/runtime/react-18/**'],
    globalSetup: ['test/setup/build.ts', 'test/setup/chromium.ts'],
    setupFiles: ['test/setup/fast-check.ts', 'test/setup/no-colors.ts', 'test/setup/own-cache.ts'],
    reporters: ['default', './test/setup/summary-reporter.ts'],
    // By default one processor is left alone, which of two is half; much here waits for others.
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default config;
