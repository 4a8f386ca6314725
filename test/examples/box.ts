import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Folders that installing and building make, and that are not part of the examples. */
const MADE = new Set(['node_modules', 'dist', 'out', '.next', '.astro']);

/** The examples as somebody has them who took them and the package, and nothing of the repository. */
export interface Box {
  /** Folder of an example. */
  readonly folderOf: (example: string) => string;
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
    rmSync(folder, { recursive: true, force: true });
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
  return {
    folderOf: (example) => join(examples, example),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
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
