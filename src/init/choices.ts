/** Bundlers that there is a plugin for, the likeliest first. */
export const BUNDLERS = ['vite', 'rspack', 'webpack', 'rolldown', 'rollup', 'esbuild'] as const;

export type Bundler = (typeof BUNDLERS)[number];

/** Frameworks that there is a component for. */
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

/** What the components of a project are written in. */
export type Framework = (typeof FRAMEWORKS)[number];
