import { spawnSync } from 'node:child_process';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';

/** File in a commit. */
interface GitFile {
  /** Path relative to the top of the repository, with forward slashes. */
  readonly path: string;
  readonly oid: string;
  /** In bytes. */
  readonly size: number;
}

export interface Repository {
  /** Absolute path of its top folder. */
  readonly top: string;
  /** Commit of a revision. @throws {BuildError} when there is none. */
  readonly commit: (revision: string) => string;
  /** Merge base of two revisions. @throws {BuildError} when there is none. */
  readonly mergeBase: (a: string, b: string) => string;
  /** All plain files of a commit. */
  readonly files: (commit: string) => readonly GitFile[];
  /** Contents of files, in their order. */
  readonly contents: (files: readonly GitFile[]) => readonly Buffer[];
}

/**
 * Reads a repository's objects. Nothing is checked out or fetched, and nothing that a repository's
 * configuration or attributes name is run.
 *
 * @throws {BuildError} when the folder is in no repository, or git is not installed.
 */
export function openRepository(cwd: string): Repository {
  const top = git(cwd, ['rev-parse', '--show-toplevel']).trim();
  return {
    top,
    commit: (revision) => commitOf(cwd, revision),
    mergeBase(a, b) {
      const found = tryGit(cwd, ['merge-base', commitOf(cwd, a), commitOf(cwd, b)]);
      return (
        found?.trim() || throwUnknownRevision(cwd, `${a}...${b}`, 'they have no common commit')
      );
    },
    files: (commit) => filesOf(top, commit),
    contents: (files) => chunks(files).flatMap((part) => contentsOf(top, part)),
  };
}

function commitOf(cwd: string, revision: string): string {
  // A leading hyphen would make it an option.
  const found = revision.startsWith('-')
    ? undefined
    : tryGit(cwd, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  return found?.trim() || throwUnknownRevision(cwd, revision, 'there is no such commit here');
}

function throwUnknownRevision(cwd: string, revision: string, reason: string): never {
  const isShallow = tryGit(cwd, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true';
  const fix = isShallow
    ? 'This clone is shallow and may not contain it: run `git fetch --unshallow`, or set fetch-depth: 0 for actions/checkout.'
    : 'Check its spelling. If it exists only on a server, run `git fetch`.';
  throw new BuildError([
    diagnose('revision-unknown', { file: 'command line', args: { revision, reason, fix } }),
  ]);
}

function filesOf(top: string, commit: string): readonly GitFile[] {
  const listed = git(top, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]);
  return listed.split('\0').flatMap((line) => {
    const [, oid, size, path] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
    return oid && path ? { path, oid, size: Number(size) } : [];
  });
}

/** Number of files that are read at a time. */
const BATCH_SIZE = 2000;

function chunks<T>(all: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / BATCH_SIZE);
  return Array.from({ length: count }, (_, n) => all.slice(n * BATCH_SIZE, (n + 1) * BATCH_SIZE));
}

function contentsOf(top: string, files: readonly GitFile[]): readonly Buffer[] {
  const oids = files.map(({ oid }) => `${oid}\n`).join('');
  const output = runGit(top, ['cat-file', '--batch'], oids);
  let at = 0;
  return files.map(({ path }) => {
    const end = output.stdout.indexOf(0x0a, at);
    const [, , size] = output.stdout.toString('latin1', at, end).split(' ');
    // A partial clone does not have all objects.
    if (end < 0 || size === undefined) throwGitFailed(`the object of ${path} is missing`);
    const start = end + 1;
    at = start + Number(size) + 1;
    return output.stdout.subarray(start, start + Number(size));
  });
}

/** Environment in which git neither fetches nor prompts, despite its configuration. */
const GIT_ENV = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_PAGER: '',
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
};
const GIT_CONFIG = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.quotePath=false'];
const MAX_BUFFER = 2 ** 30;

function runGit(cwd: string, args: readonly string[], input?: string) {
  const settings = GIT_CONFIG.flatMap((each) => ['-c', each]);
  const done = spawnSync('git', ['--no-pager', ...settings, ...args], {
    cwd,
    env: { ...process.env, ...GIT_ENV },
    maxBuffer: MAX_BUFFER,
    windowsHide: true,
    ...(input !== undefined && { input }),
  });
  if ((done.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    throwGitFailed('git is not installed');
  }
  return done;
}

function tryGit(cwd: string, args: readonly string[]): string | undefined {
  const { status, stdout } = runGit(cwd, args);
  return status === 0 ? stdout.toString('utf8') : undefined;
}

function git(cwd: string, args: readonly string[]): string {
  const { status, stdout, stderr } = runGit(cwd, args);
  if (status === 0) return stdout.toString('utf8');
  return throwGitFailed(
    stderr
      .toString('utf8')
      .split('\n')[0]
      ?.replace(/^fatal: /, '') ?? '',
  );
}

function throwGitFailed(reason: string): never {
  throw new BuildError([diagnose('git-failed', { file: 'command line', args: { reason } })]);
}
