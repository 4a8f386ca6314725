import { resolve } from 'node:path';
import type { ResolvedConfig } from '../config/types.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { compareSnapshots } from './compare.ts';
import { openRepository } from './git.ts';
import type { IconDiff, IconSnapshot } from './model.ts';
import { packageSnapshot } from './package-snapshot.ts';
import { commitSnapshot, folderSnapshot, workingTreeSnapshot } from './snapshots.ts';

/** State to compare with; at most one of the three. */
export interface DiffOptions {
  /** A git revision, or two: `main`, `v1..v2`, `origin/main...HEAD`. Default: `HEAD`. */
  readonly ref?: string | undefined;
  /** A folder of SVG files, relative to the working folder. */
  readonly folder?: string | undefined;
  /** An installed package, and a folder in it if it has several. */
  readonly package?: string | undefined;
}

export interface DiffResult {
  readonly diff: IconDiff;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compares the icons with another state. Nothing is checked out, fetched or written.
 *
 * @throws {BuildError} when there is nothing to compare with, or more than one state is given.
 */
export async function diffIcons(config: ResolvedConfig, options: DiffOptions): Promise<DiffResult> {
  const [before, after] = await resolveSnapshots(config, options);
  const diff = await compareSnapshots(before, after);
  return { diff, diagnostics: [...before.diagnostics, ...after.diagnostics] };
}

async function resolveSnapshots(
  config: ResolvedConfig,
  { ref, folder, package: name }: DiffOptions,
): Promise<readonly [before: IconSnapshot, after: IconSnapshot]> {
  const given = [ref, folder, name].filter((each) => each !== undefined);
  if (given.length > 1) {
    const args = { what: given.join(' '), reason: 'it names more than one state' };
    const fix = 'Give a revision, or --folder, or --package.';
    throw new BuildError([
      diagnose('diff-unusable', { file: 'command line', args: { ...args, fix } }),
    ]);
  }
  if (folder !== undefined) {
    const path = resolve(config.cwd, folder);
    return [await folderSnapshot(config, path, folder), await workingTreeSnapshot(config)];
  }
  if (name !== undefined)
    return [await packageSnapshot(config, name), await workingTreeSnapshot(config)];
  const repository = openRepository(config.cwd);
  const [, from, dots, to] = /^(.*?)(\.{2,3})(.*)$/.exec(ref ?? '') ?? [];
  const [start, end] = [from || 'HEAD', to || 'HEAD'];
  const isRange = dots !== undefined;
  const first = isRange ? start : (ref ?? 'HEAD');
  const last = isRange ? { commit: repository.commit(end), label: end } : undefined;
  const commit = dots === '...' ? repository.mergeBase(start, end) : repository.commit(first);
  const before = await commitSnapshot(config, repository, { commit, label: first });
  const after = last
    ? await commitSnapshot(config, repository, last)
    : await workingTreeSnapshot(config);
  return [before, after];
}
