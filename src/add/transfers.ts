import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { fromFile } from './from-file.ts';
import { fromSet } from './from-set.ts';
import type { Origin } from './origin.ts';
import { refuse } from './refuse.ts';
import { iconsFolder, refuseTaken, type Target, targetOf } from './target.ts';
import { readWanted } from './wanted.ts';

/** Icon to add, with its target files. */
export interface Transfer {
  readonly origin: Origin;
  readonly target: Target;
}

/** Options of {@link findTransfers}. */
export interface FindOptions {
  /** Target folder, absolute. Default: the first folder among the configured inputs. */
  readonly folder?: string | undefined;
  /** Name of the icon, with folders before it; only when a single icon is added. */
  readonly name?: string | undefined;
  /** Replaces an existing icon. Default: false. */
  readonly force?: boolean;
}

/**
 * Finds the icon and the target of each argument.
 *
 * @throws {BuildError} with the problems of all arguments.
 */
export async function findTransfers(
  whats: readonly string[],
  config: ResolvedConfig,
  { folder, name, force = false }: FindOptions,
): Promise<readonly Transfer[]> {
  if (name !== undefined && whats.length > 1) refuseNameOfMany(name, whats);
  const into = folder ?? iconsFolder(config);
  const transfers: Transfer[] = [];
  const problems: Diagnostic[] = [];
  for (const what of whats) {
    try {
      const origin = await find(what, config.cwd);
      const target = targetOf(origin, into, name);
      refuseTaken(target, config.cwd, force);
      const twin = transfers.find((other) => other.target.svg === target.svg)?.origin;
      if (twin) refuse('name-clash', { name: target.name, other: twin.what }, what);
      transfers.push({ origin, target });
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      problems.push(...error.diagnostics);
    }
  }
  if (problems.length > 0) throw new BuildError(problems);
  return transfers;
}

async function find(what: string, cwd: string): Promise<Origin> {
  const wanted = readWanted(what, cwd);
  return wanted.kind === 'file' ? fromFile(wanted, cwd) : fromSet(wanted, cwd);
}

function refuseNameOfMany(name: string, whats: readonly string[]): never {
  const expected = `omitted when several icons are added (here ${whats.length})`;
  refuse('invalid-option', { key: 'name', expected, received: JSON.stringify(name) });
}
