import { BUNDLERS, type Bundler } from './choices.ts';
import { firstOf, type Project } from './project.ts';

/** What is known of a bundler. */
interface Knowledge {
  /** Packages that tell of it. */
  readonly packages: readonly string[];
  /** Its configuration files without their ending, the usual one first. */
  readonly names: readonly string[];
  /** Endings, in the order in which it looks for them. */
  readonly endings: readonly string[];
  /** Whether it builds without a configuration, so that a first one can be written. */
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
  /** Path below the project's folder. */
  readonly file: string;
  readonly exists: boolean;
}

/** The bundlers that a project has: those with a configuration first. */
export function findBundlers(project: Project): readonly Bundler[] {
  const has = (bundler: Bundler) =>
    KNOWN[bundler].packages.some((name) => project.packages.has(name));
  const configured = BUNDLERS.filter(
    (bundler) => configFileOf(bundler, project) && (bundler !== 'esbuild' || has(bundler)),
  );
  return [...new Set([...configured, ...BUNDLERS.filter(has)])];
}

/**
 * The configuration file of a bundler: the one that a script names, else the one it looks for, else
 * the one to be written; `undefined` where only a person can say.
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

/** `webpack --config build/webpack.js`, and `node tools/bundle.mjs` for esbuild. */
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
