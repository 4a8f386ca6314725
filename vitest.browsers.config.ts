import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The tests that need three browsers: `npm run test:browsers`. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/browsers/**/*.test.ts'],
    globalSetup: ['test/setup/build.ts', 'test/browsers/setup.ts'],
    reporters: ['default', './test/setup/summary-reporter.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default config;
