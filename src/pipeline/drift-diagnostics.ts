import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { MANIFEST_FILE } from '../emit/manifest.ts';
import { displayPath } from '../node/display-path.ts';
import type { Change } from '../node/plan-outputs.ts';
import { hasForeignManifest } from '../node/previous-outputs.ts';

/** Checks if an output folder holds an iconloom build. */
export function hasBuild(out: string): boolean {
  return existsSync(join(out, MANIFEST_FILE)) && !hasForeignManifest(out);
}

/** Output folder and how it differs from a build. */
export interface OutputDrift {
  /** Absolute path. */
  readonly out: string;
  readonly cwd: string;
  /** Changes that a build would make there. */
  readonly changes: readonly Change[];
  /** Set if outputs must be up to date in any case, even if missing or ignored by git. */
  readonly isRequired: boolean;
  /** Command that updates it: `npx iconloom build`. */
  readonly command: string;
}

/** Reports how an output folder differs from what a build would write; empty if it does not. */
export async function driftDiagnostics(drift: OutputDrift): Promise<readonly Diagnostic[]> {
  const { out, cwd, changes, isRequired, command } = drift;
  const changed = changes.filter(({ status }) => status !== 'unchanged');
  const [first] = changed;
  if (!first) return [];
  const file = displayPath(join(out, first.path), cwd);
  const args = { out: displayPath(out, cwd), what: describeChanges(changed, out), command };
  const isCommitted = isRequired || !(await isIgnored(out));
  return [diagnose(isCommitted ? 'outputs-stale' : 'outputs-uncommitted', { file, args })];
}

/** Reports that there is no build to compare with. */
export function missingBuildDiagnostic(out: string, cwd: string, command: string): Diagnostic {
  const outPath = displayPath(out, cwd);
  return diagnose('outputs-missing', { file: outPath, args: { out: outPath, command } });
}

/** Maximum number of files to name; more are counted. */
const MAX_NAMED_FILES = 5;

/** `sprite.svg and manifest.json differ, icons.js is missing, old.svg is left over` */
function describeChanges(changed: readonly Change[], out: string): string {
  const isThere = ({ path }: Change) => existsSync(join(out, path));
  const written = changed.filter(({ status }) => status === 'written');
  const groups: readonly (readonly [files: readonly Change[], one: string, more: string])[] = [
    [written.filter(isThere), 'differs', 'differ'],
    [written.filter((each) => !isThere(each)), 'is missing', 'are missing'],
    [changed.filter(({ status }) => status === 'removed'), 'is left over', 'are left over'],
  ];
  return groups
    .filter(([files]) => files.length > 0)
    .map(([files, one, more]) => `${joinNames(files)} ${files.length === 1 ? one : more}`)
    .join(', ');
}

function joinNames(files: readonly Change[]): string {
  if (files.length > MAX_NAMED_FILES) return `${files.length} files`;
  const names = files.map(({ path }) => path);
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}

/** Checks if git ignores the outputs. False without git or outside of a repository. */
async function isIgnored(out: string): Promise<boolean> {
  const args = ['check-ignore', '--quiet', '--', join(out, MANIFEST_FILE)];
  return promisify(execFile)('git', args, { cwd: out, timeout: 5000, windowsHide: true }).then(
    () => true,
    () => false,
  );
}
