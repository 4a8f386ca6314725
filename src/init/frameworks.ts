import { findBundlers } from './bundlers.ts';
import type { Bundler, Framework } from './choices.ts';
import { firstOf, type Project } from './project.ts';

/** Meta-framework that builds and serves a project. */
export type Platform = 'next' | 'nuxt' | 'astro' | 'sveltekit' | 'react-router' | 'angular';

/** Package, configuration and folders of a platform. */
interface Knowledge {
  readonly package: string;
  readonly framework: Framework | undefined;
  /** Its configuration file without extension, if it contains that of Vite or sets URLs. */
  readonly config?: string;
  /** Set if no plugin works there, so that icons are built into files. */
  readonly takesFiles?: boolean;
  /** Folder of static files. */
  readonly served: string;
}

export const PLATFORMS: Readonly<Record<Platform, Knowledge>> = {
  next: {
    ...{ package: 'next', framework: 'react', takesFiles: true, served: 'public' },
    config: 'next.config',
  },
  nuxt: { package: 'nuxt', framework: 'vue', config: 'nuxt.config', served: 'public' },
  // Astro components render the HTML that a function returns, with any other framework beside.
  astro: { package: 'astro', framework: 'none', config: 'astro.config', served: 'public' },
  sveltekit: { package: '@sveltejs/kit', framework: 'svelte', served: 'static' },
  // The example contains the component, since the package has none.
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

/** Detected tools of a project. Lists have the most likely first. */
export interface Detected {
  readonly platform: Platform | undefined;
  readonly frameworks: readonly Framework[];
  readonly bundlers: readonly Bundler[];
}

/** Detects platform, frameworks and bundlers by packages and configuration files. */
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

/** Finds the configuration file of a platform. */
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
