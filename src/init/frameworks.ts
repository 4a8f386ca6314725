import { findBundlers } from './bundlers.ts';
import type { Bundler, Framework } from './choices.ts';
import { firstOf, type Project } from './project.ts';

/** What decides how a project is built and served, where that is more than a bundler. */
export type Platform = 'next' | 'nuxt' | 'astro' | 'sveltekit' | 'react-router' | 'angular';

/** What is known of a platform. */
interface Knowledge {
  readonly package: string;
  readonly framework: Framework | undefined;
  /** Its own configuration, without the ending, if that holds one of Vite or decides URLs. */
  readonly config?: string;
  /** Whether it takes no plugin of ours. */
  readonly takesFiles?: boolean;
  /** Folder that is served as it is. */
  readonly served: string;
}

export const PLATFORMS: Readonly<Record<Platform, Knowledge>> = {
  next: {
    ...{ package: 'next', framework: 'react', takesFiles: true, served: 'public' },
    config: 'next.config',
  },
  nuxt: { package: 'nuxt', framework: 'vue', config: 'nuxt.config', served: 'public' },
  // Its own components show what a function of strings gives, whatever else it renders.
  astro: { package: 'astro', framework: 'none', config: 'astro.config', served: 'public' },
  sveltekit: { package: '@sveltejs/kit', framework: 'svelte', served: 'static' },
  // The component is written for it, since there is none in the package.
  angular: { package: '@angular/core', framework: 'none', takesFiles: true, served: 'public' },
  'react-router': { package: '@react-router/dev', framework: 'react', served: 'public' },
};

const PACKAGES: readonly (readonly [name: string, framework: Framework])[] = [
  ['react', 'react'],
  ['vue', 'vue'],
  ['svelte', 'svelte'],
  ['solid-js', 'solid'],
  ['preact', 'preact'],
  ['@builder.io/qwik', 'qwik'],
  ['@qwik.dev/core', 'qwik'],
  ['lit', 'lit'],
];

/** What was found in a project. Lists hold the likeliest first. */
export interface Detected {
  readonly platform: Platform | undefined;
  readonly frameworks: readonly Framework[];
  readonly bundlers: readonly Bundler[];
}

/** Finds out what a project is built with, by its packages and its configuration files. */
export function detect(project: Project): Detected {
  const platforms = Object.keys(PLATFORMS) as Platform[];
  const platform = platforms.find((each) => project.packages.has(PLATFORMS[each].package));
  const byPackage = PACKAGES.filter(([name]) => project.packages.has(name)).map(
    ([, framework]) => framework,
  );
  const own = platform && PLATFORMS[platform].framework;
  const { takesFiles = false } = platform ? PLATFORMS[platform] : {};
  const bundlers = findBundlers(project);
  return {
    platform,
    frameworks: own ? [own] : [...new Set(byPackage)],
    bundlers: takesFiles ? [] : platform ? ['vite'] : bundlers,
  };
}

const ENDINGS = ['ts', 'mjs', 'js', 'mts', 'cjs'] as const;

/** The file that holds a platform's own configuration. */
export function platformConfig(platform: Platform, project: Project): string | undefined {
  const { config } = PLATFORMS[platform];
  return (
    config &&
    firstOf(
      project,
      ENDINGS.map((ending) => `${config}.${ending}`),
    )
  );
}
