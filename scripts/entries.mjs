/** Bundler plugins, each an entry of the package: `src/plugin/adapters/<name>.ts`. */
export const ADAPTERS = [
  ...['vite', 'rollup', 'rolldown', 'webpack', 'rspack', 'esbuild'],
  'webpack-loader',
];

/** Entries for apps and their tests: `src/runtime/<name>.ts`. */
export const COMPONENTS = [
  ...['react', 'vue', 'svelte', 'solid', 'element', 'html', 'inline', 'cross-origin'],
  ...['registry', 'jest', 'jest-svg'],
];

/** Entries that have a second form with checks: `src/runtime/development/<name>.ts`. */
export const CHECKED_COMPONENTS = ['react', 'vue', 'svelte', 'solid', 'element', 'html', 'inline'];
