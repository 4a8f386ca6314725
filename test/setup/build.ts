import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Builds the package once before all tests: those of the command line and the tarball use it. Who
 * has built it, and starts several runs of tests, says so by `ICONLOOM_BUILT`.
 */
export default function setup(): void {
  if (process.env.ICONLOOM_BUILT) return;
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
