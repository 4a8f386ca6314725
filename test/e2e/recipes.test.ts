import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readTree, square, temporaryFolder, writeTree } from './test-build.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOC = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');

/** The blocks of code of a language, in order. */
function blocks(language: string): readonly string[] {
  return [...DOC.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, code = '']) => code,
  );
}

const ICONS = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7, 8, 9].map((side) => [`icons/box-${side}.svg`, square(side)]),
);

/** A project in which iconloom and turbo are installed. */
function checkout(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder();
  writeTree(cwd, { 'package.json': '{"name":"icons"}', ...ICONS, ...files });
  const bin = join(cwd, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(join(ROOT, 'dist/cli/bin.js'), join(bin, 'iconloom'));
  execFileSync('chmod', ['+x', join(ROOT, 'dist/cli/bin.js')]);
  return cwd;
}

function sh(cwd: string, command: string): string {
  return execFileSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** Runs the steps of a job as GitHub would, with a folder in the place of its artifacts. */
function runJob(steps: readonly Step[], artifacts: string, values: Record<string, string>): string {
  const cwd = checkout({});
  const fill = (text = '') =>
    text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, name: string) => values[name] ?? '');
  for (const { uses = '', run, with: given = {} } of steps) {
    if (run !== undefined && run !== 'npm ci') sh(cwd, fill(run));
    if (uses.startsWith('actions/upload-artifact')) {
      cpSync(join(cwd, fill(given.path)), join(artifacts, fill(given.name)), { recursive: true });
    }
    if (uses.startsWith('actions/download-artifact')) {
      cpSync(artifacts, join(cwd, fill(given.path)), { recursive: true });
    }
  }
  return cwd;
}

test('the workflow for GitHub Actions gives the bytes of one build', () => {
  const { jobs } = parse(blocks('yaml')[0] ?? '');
  const artifacts = temporaryFolder();
  for (const shard of jobs.shard.strategy.matrix.shard as number[]) {
    const values = { 'matrix.shard': String(shard), 'github.sha': 'abc' };
    runJob(jobs.shard.steps, artifacts, values);
  }
  const merged = runJob(jobs.merge.steps, artifacts, {});
  const whole = checkout({});
  sh(whole, 'npx iconloom build');
  expect(readTree(join(merged, 'dist'))).toEqual(readTree(join(whole, 'dist')));
  expect(Object.keys(readTree(join(artifacts, 'sprite')))).toContain('sprite.svg');
});

test('the tasks for Turborepo restore outputs and cache, and work on what changed', () => {
  const [packageJson = '{}', turboJson = '{}'] = blocks('json');
  const manager = { packageManager: 'npm@10.8.0', workspaces: ['packages/*'] };
  const cwd = temporaryFolder();
  writeTree(cwd, {
    'package.json': JSON.stringify({ name: 'root', ...manager }),
    'package-lock.json': JSON.stringify({
      ...{ name: 'root', lockfileVersion: 3, requires: true },
      packages: { '': { name: 'root' }, 'packages/icons': { name: 'icons' } },
    }),
    'turbo.json': turboJson,
    '.gitignore': 'node_modules\ndist\n.turbo\n',
    'packages/icons/package.json': packageJson,
    ...Object.fromEntries(
      Object.entries(ICONS).map(([file, svg]) => [`packages/icons/${file}`, svg]),
    ),
  });
  const icons = join(cwd, 'packages/icons');
  mkdirSync(join(cwd, 'node_modules/.bin'), { recursive: true });
  symlinkSync(join(ROOT, 'dist/cli/bin.js'), join(cwd, 'node_modules/.bin/iconloom'));
  const turbo = () => {
    const cache = `--cache-dir ${join(cwd, '.turbo/cache')} --no-update-notifier --no-daemon`;
    const env = 'TURBO_TELEMETRY_DISABLED=1';
    return sh(cwd, `${env} ${join(ROOT, 'node_modules/.bin/turbo')} run icons ${cache} 2>&1`);
  };

  expect(turbo()).toContain('9 icons → sprite.svg');
  const tree = readTree(join(icons, 'dist'));
  for (const folder of ['dist', 'node_modules']) {
    rmSync(join(icons, folder), { recursive: true });
  }
  expect(turbo()).toContain('FULL TURBO');
  expect(readTree(join(icons, 'dist'))).toEqual(tree);

  writeFileSync(join(icons, 'icons/box-1.svg'), square(12));
  expect(turbo()).toContain('(8 of 9 icons from cache)');
});
