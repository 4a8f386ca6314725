import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Folders that installing and building make, and that are not part of the examples. */
const MADE = new Set(['node_modules', 'dist', 'out', 'build', '.next', '.astro', '.svelte-kit']);

/** What was started there may still be ending. */
const REMOVED = { recursive: true, force: true, maxRetries: 10, retryDelay: 200 } as const;

/** The examples as somebody has them who took them and the package, and nothing of the repository. */
export interface Box {
  /** Folder of an example. */
  readonly folderOf: (example: string) => string;
  /** Builds an example as its users do. Resolves to the seconds that it took. */
  readonly build: (example: string) => Promise<number>;
  /** Files of an example that the repository holds otherwise, which building it has changed. */
  readonly changedIn: (example: string) => readonly string[];
  readonly remove: () => void;
}

/**
 * Copies the examples into a folder of their own, below the unpacked tarball of the package, which
 * their `file:../..` then means, and installs what their lockfile says.
 */
export function installExamples(): Box {
  const folder = mkdtempSync(join(tmpdir(), 'iconloom-examples-'));
  try {
    return fill(folder);
  } catch (error) {
    rmSync(folder, REMOVED);
    throw error;
  }
}

function fill(folder: string): Box {
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const output = execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8' });
  const [{ filename }] = JSON.parse(output) as [{ filename: string }];
  execFileSync('tar', ['-xzf', filename, '--strip-components=1'], { cwd: folder });
  const examples = join(folder, 'examples');
  cpSync(join(ROOT, 'examples'), examples, {
    recursive: true,
    filter: (path) => !MADE.has(basename(path)),
  });
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], {
    cwd: examples,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const folderOf = (example: string) => join(examples, example);
  return {
    folderOf,
    async build(example) {
      const start = performance.now();
      const options = { cwd: folderOf(example), env: ENVIRONMENT };
      await promisify(execFile)('npm', ['run', 'build', '--silent'], options);
      return (performance.now() - start) / 1000;
    },
    changedIn: (example) =>
      committed(example).filter(
        (file) =>
          !readFileSync(join(ROOT, 'examples', example, file)).equals(
            readFileSync(join(folderOf(example), file)),
          ),
      ),
    remove: () => rmSync(folder, REMOVED),
  };
}

/** Paths of the files of an example that are kept in the repository, relative to it. */
function committed(example: string): readonly string[] {
  const options = { cwd: join(ROOT, 'examples', example), encoding: 'utf8' } as const;
  return execFileSync('git', ['ls-files', '-z'], options).split('\0').filter(Boolean);
}

/** As on a machine that builds, and without a word to those who count how their tools are used. */
export const ENVIRONMENT: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries({
    ...process.env,
    CI: '1',
    NO_COLOR: '1',
    NODE_ENV: undefined,
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
  }).filter(([key, value]) => value !== undefined && !/^VITEST|^FORCE_COLOR$/.test(key)),
) as NodeJS.ProcessEnv;
