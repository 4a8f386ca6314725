import { BUNDLERS, type Bundler } from './choices.ts';
import { firstOf, type Project } from './project.ts';

/** Packages and configuration files of a bundler. */
interface Knowledge {
  /** Packages that indicate the bundler. */
  readonly packages: readonly string[];
  /** Its configuration files without extension, the most common first. */
  readonly names: readonly string[];
  /** Extensions, in the order in which the bundler looks for them. */
  readonly endings: readonly string[];
  /** Set if the bundler needs no configuration, so that a first one can be created. */
  readonly startsWithout?: boolean;
}

const ALL = ['js', 'mjs', 'ts', 'cjs', 'mts', 'cts'] as const;
const SCRIPTS = ['mjs', 'js', 'ts', 'mts', 'cjs'] as const;

const KNOWN: Readonly<Record<Bundler, Knowledge>> = {
  vite: { packages: ['vite'], names: ['vite.config'], endings: ALL, startsWithout: true },
  rspack: {
    packages: ['@rspack/core', '@rspack/cli'],
    names: ['rspack.config'],
    endings: ['ts', 'js', 'cts', 'mts', 'cjs', 'mjs'],
  },
  webpack: {
    packages: ['webpack', 'webpack-cli'],
    names: ['webpack.config', '.webpack/webpack.config'],
    endings: ALL,
  },
  rolldown: { packages: ['rolldown'], names: ['rolldown.config'], endings: ALL },
  rollup: { packages: ['rollup'], names: ['rollup.config'], endings: ALL },
  esbuild: {
    packages: ['esbuild'],
    names: ['esbuild.config', 'esbuild', 'build', 'scripts/build', 'scripts/esbuild'],
    endings: SCRIPTS,
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
export function findBundlers(project: Project): readonly Bundler[] {
  const has = (bundler: Bundler) =>
    KNOWN[bundler].packages.some((name) => project.packages.has(name));
  const configured = BUNDLERS.filter(
    (bundler) => configFileOf(bundler, project) && (bundler !== 'esbuild' || has(bundler)),
  );
  return [...new Set([...configured, ...BUNDLERS.filter(has)])];
}

/**
 * Finds the configuration file of a bundler: the one in a script, else the one it looks for, else
 * the one to create; `undefined` if only a person can decide.
 */
export function bundlerConfig(bundler: Bundler, project: Project): BundlerConfig | undefined {
  const found = configFileOf(bundler, project);
  if (found !== undefined) return { bundler, file: found, exists: true };
  const { startsWithout, names } = KNOWN[bundler];
  if (!startsWithout) return undefined;
  const ending = project.isTypeScript ? 'ts' : project.isModule ? 'js' : 'mjs';
  return { bundler, file: `${names[0]}.${ending}`, exists: false };
}

function configFileOf(bundler: Bundler, project: Project): string | undefined {
  const { names, endings } = KNOWN[bundler];
  const usual = names.flatMap((name) => endings.map((ending) => `${name}.${ending}`));
  return namedInScripts(bundler, project) ?? firstOf(project, usual);
}

/** Finds the configuration file in scripts: `webpack --config build/webpack.js`. */
function namedInScripts(bundler: Bundler, { scripts, has }: Project): string | undefined {
  const called = new RegExp(`\\b${bundler}\\b[^&|;]*?\\s(?:--config|-c)[= ]([^\\s&|;]+)`);
  for (const script of Object.values(scripts)) {
    const file = called
      .exec(script)?.[1]
      ?.replace(/^['"]|['"]$/g, '')
      .replace(/^\.\//, '');
    if (file !== undefined && has(file)) return file;
  }
  return undefined;
}
