import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { MANIFEST_FILE } from '../emit/manifest.ts';
import { displayPath } from './display-path.ts';
import { hasForeignManifest } from './last-build.ts';
import type { Change } from './write.ts';

/** Whether an output folder has a build of ours. */
export function isBuilt(out: string): boolean {
  return existsSync(join(out, MANIFEST_FILE)) && !hasForeignManifest(out);
}

/** What is known of an output folder that is not as it should be. */
export interface Drifted {
  /** Absolute path. */
  readonly out: string;
  readonly cwd: string;
  /** What a build would do there, if it would do anything. */
  readonly changes: readonly Change[];
  /** Whether outputs are to be right in any case, missing and ignored ones too. */
  readonly isAsked: boolean;
  /** What mends it: `npx iconloom build`. */
  readonly command: string;
}

/** How an output folder differs from what a build would write, in words; nothing where it does not. */
export async function tellDrift(drifted: Drifted): Promise<readonly Diagnostic[]> {
  const { out, cwd, changes, isAsked, command } = drifted;
  const changed = changes.filter(({ status }) => status !== 'unchanged');
  const [first] = changed;
  if (!first) return [];
  const file = displayPath(join(out, first.path), cwd);
  const args = { out: displayPath(out, cwd), what: wordsFor(changed, out), command };
  const isCommitted = isAsked || !(await isIgnored(out));
  return [diagnose(isCommitted ? 'outputs-stale' : 'outputs-uncommitted', { file, args })];
}

/** Tells that there is no build to compare with. */
export function tellMissing(out: string, cwd: string, command: string): Diagnostic {
  const shown = displayPath(out, cwd);
  return diagnose('outputs-missing', { file: shown, args: { out: shown, command } });
}

/** More files than this are counted, not named. */
const NAMED = 5;

/** `sprite.svg and manifest.json differ, icons.js is missing, old.svg is left over` */
function wordsFor(changed: readonly Change[], out: string): string {
  const isThere = ({ path }: Change) => existsSync(join(out, path));
  const written = changed.filter(({ status }) => status === 'written');
  const groups: readonly (readonly [files: readonly Change[], one: string, more: string])[] = [
    [written.filter(isThere), 'differs', 'differ'],
    [written.filter((each) => !isThere(each)), 'is missing', 'are missing'],
    [changed.filter(({ status }) => status === 'removed'), 'is left over', 'are left over'],
  ];
  return groups
    .filter(([files]) => files.length > 0)
    .map(([files, one, more]) => `${listOf(files)} ${files.length === 1 ? one : more}`)
    .join(', ');
}

function listOf(files: readonly Change[]): string {
  if (files.length > NAMED) return `${files.length} files`;
  const names = files.map(({ path }) => path);
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}

/** Whether git is told not to keep the outputs. Without git, or outside of a repository, it is not. */
async function isIgnored(out: string): Promise<boolean> {
  const args = ['check-ignore', '--quiet', '--', join(out, MANIFEST_FILE)];
  return promisify(execFile)('git', args, { cwd: out, timeout: 5000, windowsHide: true }).then(
    () => true,
    () => false,
  );
}
