import { defineConfig, type ViteUserConfig } from 'vitest/config';
import SlowFirst from './test/setup/slow-first.ts';

/** Files that mock what others import. */
const ALONE = ['test/unit/write-errors.test.ts', 'test/svgo/untested-version.test.ts'];
const ELSEWHERE = ['test/browsers/**', 'test/examples/**', 'test/runtime/react-18/**'];

/** Unit tests that take long: they render many icons, or start processes. */
const LONG = [
  ...[
    'add-plugin',
    'applicable-passes',
    'bitmap',
    'encodings',
    'idle-passes',
    'inherited-names',
    'limits',
    'lock',
    'names',
    'portable',
  ],
  ...[
    'random-drawings',
    'recolor',
    'render-process',
    'output-buffer',
    'unnest',
    'verify-icon',
    'write',
    'write-errors',
  ],
];

/** Tests of the pure layers, which need neither a build nor a browser. */
const FAST = [
  'test/{generated,layers,runtime-entries,wording}.test.ts',
  'test/{lint,svg,transform}/**/*.test.ts',
  `test/unit/!(${LONG.join('|')}).test.ts`,
  'test/plugin/{analysis,transform,values}.test.ts',
];

/** Options of every project. The limits are for machines that are slow and busy. */
const EACH = {
  // Set by `npm run check:svgo`.
  alias: process.env.ICONLOOM_SVGO ? { 'svgo/browser': process.env.ICONLOOM_SVGO } : {},
  setupFiles: ['test/setup/fast-check.ts', 'test/setup/no-colors.ts', 'test/setup/own-cache.ts'],
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

/** Steps before the projects that use the built package and a browser. */
const PREPARED = { globalSetup: ['test/setup/build.ts', 'test/setup/chromium.ts'] };

const config: ViteUserConfig = defineConfig({
  test: {
    reporters: ['default', './test/setup/summary-reporter.ts'],
    // By default one processor is left alone, which of two is half; much here waits for others.
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
    projects: [
      // To start a process for each file, and load all modules again, takes longer than most files.
      {
        test: { ...EACH, name: 'fast', isolate: false, include: FAST },
      },
      {
        test: {
          ...EACH,
          ...PREPARED,
          name: 'together',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...ELSEWHERE, ...ALONE, ...FAST],
        },
      },
      { test: { ...EACH, ...PREPARED, name: 'alone', include: ALONE } },
    ],
  },
});

export default config;
