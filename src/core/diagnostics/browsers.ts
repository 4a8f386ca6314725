/** Problems of `iconloom verify`, which draws icons in real browsers. */
export const BROWSERS_DIAGNOSTICS = {
  'playwright-missing': {
    severity: 'error',
    about: 'usage',
    message: '{browser} requires playwright-core, which is not installed.',
    hint: 'Run {command}.',
    cause:
      'The browser is driven by playwright-core, which is an optional dependency and not installed.',
    fix: 'Install it with the command in the message.',
    example: { browser: 'Chromium', command: 'npm install --save-dev playwright-core' },
  },
  'browser-missing': {
    severity: 'error',
    about: 'usage',
    message: '{browser} was not found on this machine.',
    hint: '{how}',
    cause:
      'A browser was requested with --browser, but no installation of it was found in the usual places.',
    fix: 'Install the browser as the hint describes, or choose another with --browser.',
    example: {
      browser: 'Firefox',
      how: 'Install Firefox, or run `npx playwright-core install firefox`.',
    },
  },
  'browser-unknown': {
    severity: 'error',
    about: 'usage',
    message: "Unknown browser '{browser}'.",
    hint: 'Use one of: {known}.',
    cause: 'The value of --browser is not the name of a supported browser.',
    fix: 'Use chromium, firefox or webkit.',
    example: { browser: 'safari', known: 'chromium, firefox, webkit' },
  },
  'browser-failed': {
    severity: 'error',
    about: 'usage',
    message: '{browser} failed: {reason}.',
    hint: 'Check that {browser} starts on this machine, or choose another browser with --browser.',
    cause: 'The browser did not start, ended unexpectedly or did not answer in time.',
    fix: 'Start the browser by hand to see its own error, or choose another with --browser.',
    example: { browser: 'Chromium', reason: 'it did not start within 60 seconds' },
  },
  'sprite-missing': {
    severity: 'error',
    about: 'usage',
    message: 'The sprite has not been built.',
    hint: 'Run {command} first, or verify the result of a build in memory with --in-memory.',
    cause: 'iconloom verify reads the sprite from the output folder, and there is none.',
    fix: 'Build first, or verify without writing with --in-memory.',
    example: { command: 'iconloom build' },
  },
  'symbol-missing': {
    severity: 'error',
    about: 'icon',
    message: "{sprite} has no symbol '{id}' for this icon.",
    hint: 'Run {command}.',
    cause:
      'The sprite in the output folder is older than the source files, and lacks the symbol of an icon.',
    fix: 'Build again, then verify.',
    example: { sprite: 'dist/icons/sprite.svg', id: 'home', command: 'iconloom build' },
  },
} as const;
