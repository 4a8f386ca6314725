import { resolve } from 'node:path';
import { displayPath } from './display-path.ts';

/** Options that hold paths or globs. */
const PATHS = ['inputs', 'out', 'publicDir', 'exclude', 'cache'] as const;

/** An Iconify set in a file of its own; packages are found by their names. */
function isSet(value: unknown): value is { readonly from: string } {
  const { from } = (typeof value === 'object' && value ? value : {}) as { from?: unknown };
  return typeof from === 'string' && /^\.{1,2}\/|\.json$/.test(from);
}

/** Makes paths that are relative to one folder relative to another. Wrong values stay as they are. */
export function rebaseConfig(
  config: Record<string, unknown>,
  from: string,
  to: string,
): Record<string, unknown> {
  const path = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(path);
    if (isSet(value)) return { ...value, from: path(value.from) };
    if (typeof value !== 'string' || value === '') return value;
    const negation = value.startsWith('!') ? '!' : '';
    return negation + displayPath(resolve(from, value.slice(negation.length)), to);
  };
  const { color } = config;
  const isRecord = typeof color === 'object' && color !== null;
  const rebased = PATHS.filter((key) => key in config).map((key) => [key, path(config[key])]);
  return {
    ...config,
    ...Object.fromEntries(rebased),
    ...(isRecord && {
      color: Object.fromEntries(Object.entries(color).map(([glob, mode]) => [path(glob), mode])),
    }),
  };
}
