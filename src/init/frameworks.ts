import { findBundlers } from './bundlers.ts';
import type { Bundler, Framework } from './choices.ts';
import { firstExisting, type ProjectInfo } from './project.ts';

/** Meta-framework that builds and serves a project. */
export type Platform = 'next' | 'nuxt' | 'astro' | 'sveltekit' | 'react-router' | 'angular';

/** Package, configuration and folders of a platform. */
interface PlatformInfo {
  readonly package: string;
  readonly framework: Framework | undefined;
  /** Its configuration file without extension, if it contains that of Vite or sets URLs. */
  readonly config?: string;
  /** Set if no plugin works there, so that icons are built into files. */
  readonly usesBuiltFiles?: boolean;
  /** Folder of static files. */
  readonly publicFolder: string;
}

export const PLATFORMS: Readonly<Record<Platform, PlatformInfo>> = {
  next: {
    package: 'next',
    framework: 'react',
    usesBuiltFiles: true,
    publicFolder: 'public',
    config: 'next.config',
  },
  nuxt: { package: 'nuxt', framework: 'vue', config: 'nuxt.config', publicFolder: 'public' },
  // Astro components render the HTML that a function returns, with any other framework beside.
  astro: { package: 'astro', framework: 'none', config: 'astro.config', publicFolder: 'public' },
  sveltekit: { package: '@sveltejs/kit', framework: 'svelte', publicFolder: 'static' },
  // The example contains the component, since the package has none.
  angular: {
    package: '@angular/core',
    framework: 'none',
    usesBuiltFiles: true,
    publicFolder: 'public',
  },
  'react-router': { package: '@react-router/dev', framework: 'react', publicFolder: 'public' },
};

const FRAMEWORK_PACKAGES: readonly (readonly [name: string, framework: Framework])[] = [
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
export interface DetectedStack {
  readonly platform: Platform | undefined;
  readonly frameworks: readonly Framework[];
  readonly bundlers: readonly Bundler[];
}

/** Detects platform, frameworks and bundlers by packages and configuration files. */
export function detectStack(project: ProjectInfo): DetectedStack {
  const platforms = Object.keys(PLATFORMS) as Platform[];
  const platform = platforms.find((each) => project.packages.has(PLATFORMS[each].package));
  const detectedFrameworks = FRAMEWORK_PACKAGES.filter(([name]) => project.packages.has(name)).map(
    ([, framework]) => framework,
  );
  const platformFramework = platform && PLATFORMS[platform].framework;
  const { usesBuiltFiles = false } = platform ? PLATFORMS[platform] : {};
  const bundlers = findBundlers(project);
  return {
    platform,
    frameworks: platformFramework ? [platformFramework] : [...new Set(detectedFrameworks)],
    bundlers: usesBuiltFiles ? [] : platform ? ['vite'] : bundlers,
  };
}

const CONFIG_EXTENSIONS = ['ts', 'mjs', 'js', 'mts', 'cjs'] as const;

/** Finds the configuration file of a platform. */
export function findPlatformConfig(platform: Platform, project: ProjectInfo): string | undefined {
  const { config } = PLATFORMS[platform];
  return (
    config &&
    firstExisting(
      project,
      CONFIG_EXTENSIONS.map((extension) => `${config}.${extension}`),
    )
  );
}
