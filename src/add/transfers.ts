import type { ResolvedConfig } from '../config/types.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { IconifySets } from '../node/iconify-sets.ts';
import { originFromFile } from './from-file.ts';
import { originFromSet } from './from-set.ts';
import { parseIconRequest } from './icon-request.ts';
import type { IconOrigin } from './origin.ts';
import { refuse } from './refuse.ts';
import { type AddTarget, iconsFolder, refuseExisting, resolveTarget } from './target.ts';

/** Icon to add, with its target files. */
export interface Transfer {
  readonly origin: IconOrigin;
  readonly target: AddTarget;
}

/** Options of {@link resolveTransfers}. */
export interface TransferOptions {
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
export async function resolveTransfers(
  requests: readonly string[],
  config: ResolvedConfig,
  { folder, name, force = false }: TransferOptions,
): Promise<readonly Transfer[]> {
  if (name !== undefined && requests.length > 1) refuseNameForMany(name, requests);
  const targetFolder = folder ?? iconsFolder(config);
  const sets = new IconifySets();
  const transfers: Transfer[] = [];
  const problems: Diagnostic[] = [];
  for (const what of requests) {
    try {
      const origin = await resolveOrigin(what, config.cwd, sets);
      const target = resolveTarget(origin, targetFolder, name);
      refuseExisting(target, config.cwd, force);
      const clashing = transfers.find((other) => other.target.svg === target.svg)?.origin;
      if (clashing) refuse('name-clash', { name: target.name, other: clashing.what }, what);
      transfers.push({ origin, target });
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      problems.push(...error.diagnostics);
    }
  }
  if (problems.length > 0) throw new BuildError(problems);
  return transfers;
}

async function resolveOrigin(what: string, cwd: string, sets: IconifySets): Promise<IconOrigin> {
  const request = parseIconRequest(what, cwd);
  return request.kind === 'file' ? originFromFile(request, cwd) : originFromSet(request, cwd, sets);
}

function refuseNameForMany(name: string, requests: readonly string[]): never {
  const expected = `omitted when several icons are added (here ${requests.length})`;
  refuse('invalid-option', { key: 'name', expected, received: JSON.stringify(name) });
}
