/** Bundlers with a plugin, the most likely first. */
export const BUNDLERS = ['vite', 'rspack', 'webpack', 'rolldown', 'rollup', 'esbuild'] as const;

export type Bundler = (typeof BUNDLERS)[number];

/** Frameworks with a component. */
export const FRAMEWORKS = [
  'react',
  'vue',
  'svelte',
  'solid',
  'preact',
  'lit',
  'qwik',
  'none',
] as const;

/** Framework of a project's components. */
export type Framework = (typeof FRAMEWORKS)[number];
