import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readTree, square, temporaryFolder, writeTree } from './test-build.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOC = readFileSync(join(ROOT, 'docs/pull-requests.md'), 'utf8');

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

const [diff, comment] = [...DOC.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, code = '']) =>
  parse(code),
);

function git(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8' }).trim();
}

/** A checkout of a pull request that redraws one icon and drops another. */
function pullRequest(): { readonly cwd: string; readonly base: string } {
  const cwd = temporaryFolder();
  writeTree(cwd, {
    'package.json': '{"name":"icons","iconloom":{"inputs":"assets"}}',
    ...{ '.gitignore': 'node_modules\n', 'assets/a.svg': square(8), 'assets/b.svg': square(10) },
  });
  git(cwd, 'init', '-q', '-b', 'main');
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-qm', 'base');
  const base = git(cwd, 'rev-parse', 'HEAD');
  writeTree(cwd, { 'assets/a.svg': square(12) });
  git(cwd, 'rm', '-q', 'assets/b.svg');
  git(cwd, 'commit', '-qam', 'change');
  mkdirSync(join(cwd, 'node_modules/.bin'), { recursive: true });
  chmodSync(join(ROOT, 'dist/cli/bin.js'), 0o755);
  symlinkSync(join(ROOT, 'dist/cli/bin.js'), join(cwd, 'node_modules/.bin/iconloom'));
  return { cwd, base };
}

/** Runs what a job runs, in this folder. */
function runJob(steps: readonly Step[], cwd: string, values: Record<string, string>): void {
  const fill = (text: string) =>
    text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, name: string) => values[name] ?? '');
  for (const { run, env = {} } of steps) {
    if (run === undefined || run.startsWith('npm ci')) continue;
    const filled = Object.entries(env).map(([key, value]) => [key, fill(value)]);
    const variables = { ...process.env, ...values, ...Object.fromEntries(filled) };
    execFileSync('bash', ['-e', '-c', fill(run)], { cwd, env: variables });
  }
}

describe('the first workflow', () => {
  test('makes page, sheet and comment, all in the artifact', () => {
    const { cwd: folder, base } = pullRequest();
    runJob(diff.jobs.diff.steps, folder, {
      ...{ 'github.event.pull_request.base.sha': base, 'github.run_id': '7' },
      ...{ 'github.server_url': 'https://github.com', 'github.repository': 'o/r' },
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    });
    const made = readTree(join(folder, 'icon-diff'));
    const steps: readonly Step[] = diff.jobs.diff.steps;
    const upload = steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact'));
    expect(upload?.with).toEqual({ name: 'icon-diff', path: 'icon-diff' });
    expect(Object.keys(made)).toEqual(['comment.md', 'diff.html', 'diff.png']);
    expect(made['comment.md']).toContain('| ➖ removed | `b` |');
    expect(made['comment.md']).toContain('(https://github.com/o/r/actions/runs/7#artifacts)');
  });

  test('may not write anything', () => {
    expect(diff.on).toBe('pull_request');
    expect(diff.permissions).toEqual({ contents: 'read' });
    expect(diff.jobs.diff.permissions).toBeUndefined();
  });
});

describe('the second workflow', () => {
  const script = (comment.jobs.comment.steps as readonly Step[])[0]?.run ?? '';

  /** Runs it with a `gh` that answers and writes down what it is asked. */
  function commentWith(
    old: string,
    first = '<!-- iconloom diff -->',
    number = '5',
  ): readonly string[] {
    const cwd = temporaryFolder();
    const gh = `#!/bin/sh
echo "$*" >> "${cwd}/calls"
case "$*" in
  *"/pulls -f"*) echo "${number}" ;;
  "run download"*) mkdir -p icon-diff; echo '${first}' > icon-diff/comment.md ;;
  *paginate*) echo "${old}" ;;
esac
`;
    writeTree(cwd, { 'bin/gh': gh });
    chmodSync(join(cwd, 'bin/gh'), 0o755);
    const PATH = `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`;
    const env = { PATH, REPO: 'o/r', RUN_ID: '7', HEAD: 'fork:branch', SHA: 'abc' };
    try {
      execFileSync('bash', ['-e', '-c', script], { cwd, env, stdio: 'pipe' });
    } catch {
      return ['failed'];
    }
    return readFileSync(join(cwd, 'calls'), 'utf8').trim().split('\n').slice(-1);
  }

  test('comments once, and updates its comment from then on', () => {
    expect(commentWith('')).toEqual([
      'api --method POST repos/o/r/issues/5/comments -F body=@icon-diff/comment.md --silent',
    ]);
    expect(commentWith('99')).toEqual([
      'api --method PATCH repos/o/r/issues/comments/99 -F body=@icon-diff/comment.md --silent',
    ]);
  });

  test('says nothing where the pull request has moved on, or the text is none of ours', () => {
    expect(commentWith('', undefined, '')).toEqual([expect.stringContaining('/pulls -f')]);
    expect(commentWith('', 'hello')).toEqual(['failed']);
  });

  test('runs no code of the pull request, and may write comments only', () => {
    const steps: readonly Step[] = comment.jobs.comment.steps;
    expect(comment.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' });
    expect(steps.filter(({ uses }) => uses !== undefined)).toEqual([]);
    // What others can choose, such as the name of a branch, is a variable and no part of the script.
    expect(script).not.toContain('${{');
    expect(Object.keys(comment.on)).toEqual(['workflow_run']);
    expect(comment.on.workflow_run.workflows).toEqual([diff.name]);
  });
});
