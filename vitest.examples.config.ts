import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The tests that install and build the examples: `npm run test:examples`. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/examples/**/*.test.ts', 'test/runtime/react-18/**/*.test.ts'],
    globalSetup: ['test/setup/build.ts', 'test/setup/chromium.ts'],
    reporters: ['default', './test/setup/summary-reporter.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});

export default config;
