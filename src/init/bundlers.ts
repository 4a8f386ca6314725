import { BUNDLERS, type Bundler } from './choices.ts';
import { firstExisting, type ProjectInfo } from './project.ts';

/** Packages and configuration files of a bundler. */
interface BundlerInfo {
  /** Packages that indicate the bundler. */
  readonly packages: readonly string[];
  /** Its configuration files without extension, the most common first. */
  readonly configNames: readonly string[];
  /** Extensions, in the order in which the bundler looks for them. */
  readonly extensions: readonly string[];
  /** Set if the bundler needs no configuration, so that a first one can be created. */
  readonly isConfigOptional?: boolean;
}

const DEFAULT_EXTENSIONS = ['js', 'mjs', 'ts', 'cjs', 'mts', 'cts'] as const;
const SCRIPT_EXTENSIONS = ['mjs', 'js', 'ts', 'mts', 'cjs'] as const;

const BUNDLER_INFO: Readonly<Record<Bundler, BundlerInfo>> = {
  vite: {
    packages: ['vite'],
    configNames: ['vite.config'],
    extensions: DEFAULT_EXTENSIONS,
    isConfigOptional: true,
  },
  rspack: {
    packages: ['@rspack/core', '@rspack/cli'],
    configNames: ['rspack.config'],
    extensions: ['ts', 'js', 'cts', 'mts', 'cjs', 'mjs'],
  },
  webpack: {
    packages: ['webpack', 'webpack-cli'],
    configNames: ['webpack.config', '.webpack/webpack.config'],
    extensions: DEFAULT_EXTENSIONS,
  },
  rolldown: {
    packages: ['rolldown'],
    configNames: ['rolldown.config'],
    extensions: DEFAULT_EXTENSIONS,
  },
  rollup: { packages: ['rollup'], configNames: ['rollup.config'], extensions: DEFAULT_EXTENSIONS },
  esbuild: {
    packages: ['esbuild'],
    configNames: ['esbuild.config', 'esbuild', 'build', 'scripts/build', 'scripts/esbuild'],
    extensions: SCRIPT_EXTENSIONS,
  },
};

/** The configuration of a bundler. */
export interface BundlerConfig {
  readonly bundler: Bundler;
  /** Path relative to the project. */
  readonly file: string;
  readonly exists: boolean;
}

/** Finds the bundlers of a project: those with a configuration first. */
export function findBundlers(project: ProjectInfo): readonly Bundler[] {
  const has = (bundler: Bundler) =>
    BUNDLER_INFO[bundler].packages.some((name) => project.packages.has(name));
  const configured = BUNDLERS.filter(
    (bundler) => findConfigFile(bundler, project) && (bundler !== 'esbuild' || has(bundler)),
  );
  return [...new Set([...configured, ...BUNDLERS.filter(has)])];
}

/**
 * Finds the configuration file of a bundler: the one in a script, else the one it looks for, else
 * the one to create; `undefined` if only a person can decide.
 */
export function findBundlerConfig(
  bundler: Bundler,
  project: ProjectInfo,
): BundlerConfig | undefined {
  const existing = findConfigFile(bundler, project);
  if (existing !== undefined) return { bundler, file: existing, exists: true };
  const { isConfigOptional, configNames } = BUNDLER_INFO[bundler];
  if (!isConfigOptional) return undefined;
  const extension = project.isTypeScript ? 'ts' : project.isModule ? 'js' : 'mjs';
  return { bundler, file: `${configNames[0]}.${extension}`, exists: false };
}

function findConfigFile(bundler: Bundler, project: ProjectInfo): string | undefined {
  const { configNames, extensions } = BUNDLER_INFO[bundler];
  const candidates = configNames.flatMap((name) =>
    extensions.map((extension) => `${name}.${extension}`),
  );
  return configFileInScripts(bundler, project) ?? firstExisting(project, candidates);
}

/** Finds the configuration file in scripts: `webpack --config build/webpack.js`. */
function configFileInScripts(bundler: Bundler, { scripts, has }: ProjectInfo): string | undefined {
  const configFlag = new RegExp(`\\b${bundler}\\b[^&|;]*?\\s(?:--config|-c)[= ]([^\\s&|;]+)`);
  for (const script of Object.values(scripts)) {
    const file = configFlag
      .exec(script)?.[1]
      ?.replace(/^['"]|['"]$/g, '')
      .replace(/^\.\//, '');
    if (file !== undefined && has(file)) return file;
  }
  return undefined;
}
