import { resolve } from 'node:path';
import { displayPath } from './display-path.ts';
import { packageProblem, pathInPackage } from './package-inputs.ts';

/** Options that hold paths or globs. */
const PATH_OPTIONS = ['out', 'publicDir', 'cache'] as const;
/** Options whose paths and globs may be in packages. */
const SOURCE_OPTIONS = ['inputs', 'exclude'] as const;

/** Checks for an Iconify set given as a file; packages are found by name. */
function isIconifyFileInput(value: unknown): value is { readonly from: string } {
  const { from } = (typeof value === 'object' && value ? value : {}) as { from?: unknown };
  return typeof from === 'string' && /^\.{1,2}\/|\.json$/.test(from);
}

/** Makes paths that are relative to one folder relative to another. Invalid values stay unchanged. */
export function rebaseConfig(
  config: Record<string, unknown>,
  from: string,
  to: string,
): Record<string, unknown> {
  const path = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(path);
    if (isIconifyFileInput(value)) return { ...value, from: path(value.from) };
    if (typeof value !== 'string' || value === '') return value;
    return displayPath(resolve(from, value), to);
  };
  const source = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(source);
    if (typeof value !== 'string') return path(value);
    if (value.startsWith('!')) return `!${source(value.slice(1))}`;
    // For a package that is not installed, the name is reported.
    if (packageProblem(value, { cwd: from, configFile: '' })) return value;
    return path(pathInPackage(value, from) ?? value);
  };
  const { color } = config;
  const isRecord = typeof color === 'object' && color !== null;
  const rebased = PATH_OPTIONS.filter((key) => key in config).map((key) => [
    key,
    path(config[key]),
  ]);
  const sources = SOURCE_OPTIONS.filter((key) => key in config).map((key) => [
    key,
    source(config[key]),
  ]);
  return {
    ...config,
    ...Object.fromEntries(rebased),
    ...Object.fromEntries(sources),
    ...(isRecord && {
      color: Object.fromEntries(Object.entries(color).map(([glob, mode]) => [source(glob), mode])),
    }),
  };
}
