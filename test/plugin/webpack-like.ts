import { join } from 'node:path';
import type { Compiler, Configuration, Stats } from 'webpack';
import { readTree } from '../e2e/test-build.ts';

export interface Built {
  readonly fileName: string;
  readonly type: 'chunk' | 'asset';
  readonly code: string;
  readonly source: string;
}

/** What a build left in its output folder. */
export function outputsIn(folder: string): readonly Built[] {
  return Object.entries(readTree(folder)).map(([fileName, text]) => {
    const type = /\.[cm]?js$/.test(fileName) ? 'chunk' : 'asset';
    return { fileName, type, code: text, source: text };
  });
}

/** A configuration that builds `src/main.js` into `dist`, and tells what is logged. */
export function configOf(
  root: string,
  plugin: object,
  told: string[],
  rest: Configuration = {},
): Configuration {
  const log = (...words: unknown[]) => void told.push(words.join(' '));
  const logs = { log, info: log, warn: log, error: log, debug: log };
  return {
    ...{ context: root, mode: 'production', entry: './src/main.js', target: 'web', devtool: false },
    infrastructureLogging: { level: 'info', console: { ...console, ...logs } },
    performance: false,
    ...rest,
    output: { path: join(root, 'dist'), ...rest.output },
    plugins: [...(rest.plugins ?? []), plugin as never],
  };
}

/** Runs a build to its end. Errors are thrown, warnings told. */
export async function run(compiler: Compiler, told: string[]): Promise<Stats> {
  const stats = await new Promise<Stats>((resolve, reject) => {
    compiler.run((error, done) => (done ? resolve(done) : reject(error)));
  });
  await new Promise<void>((resolve) => compiler.close(() => resolve()));
  const { errors = [], warnings = [] } = stats.toJson({ all: false, errors: true, warnings: true });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  told.push(...warnings.map(({ message }) => message));
  return stats;
}
