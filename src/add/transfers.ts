import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { fromFile } from './from-file.ts';
import { fromSet } from './from-set.ts';
import type { Origin } from './origin.ts';
import { refuse } from './refuse.ts';
import { iconsFolder, refuseTaken, type Target, targetOf } from './target.ts';
import { readWanted } from './wanted.ts';

/** An icon that is to be taken over, and where to. */
export interface Transfer {
  readonly origin: Origin;
  readonly target: Target;
}

/** How to find them. */
export interface FindOptions {
  /** Folder to put them into, absolute. Default: the first of the configuration's inputs. */
  readonly folder?: string | undefined;
  /** Name of the icon, with folders before it; only where one is added. */
  readonly name?: string | undefined;
  /** Replaces an icon that is there. Default: false. */
  readonly force?: boolean;
}

/**
 * Finds what the words of the call stand for, and where each is to go.
 *
 * @throws {BuildError} with all that is wrong with the call.
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
  const expected = `left out where several icons are added (here ${whats.length})`;
  refuse('invalid-option', { key: 'name', expected, received: JSON.stringify(name) });
}
