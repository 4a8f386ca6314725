import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Files and folders that the build reads. */
const SOURCES = ['src', 'scripts', 'icons', 'client.d.ts', 'package.json', 'package-lock.json'];

/** File of the last step that writes files of its own. */
const LAST_OUTPUT = 'dist/commonjs/index.cjs';

/**
 * Builds the package before all tests, unless `dist` is newer than every source file. Scripts that
 * have just built it set `ICONLOOM_BUILT` to skip the comparison.
 */
export default function setup(): void {
  if (process.env.ICONLOOM_BUILT || isBuilt()) return;
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function isBuilt(): boolean {
  const built = statSync(join(ROOT, LAST_OUTPUT), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.every((path) => newest(join(ROOT, path)) < built);
}

/** Time of the last change of a file, or of a folder and all that it contains, in ms. */
function newest(path: string): number {
  const stats = statSync(path);
  const inside = stats.isDirectory() ? readdirSync(path) : [];
  return Math.max(stats.mtimeMs, ...inside.map((name) => newest(join(path, name))));
}
