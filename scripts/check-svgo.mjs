/**
 * Compares pictures of icons made with the newest svgo that users can install with those of the
 * tested version. Installs it in a temporary folder, so package-lock.json stays unchanged.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const options = { stdio: 'inherit', shell: process.platform === 'win32' };

const { dependencies } = readJson(new URL('../package.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'iconloom-svgo-'));
try {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', `svgo@${dependencies.svgo}`], {
    ...options,
    cwd: folder,
  });
  const svgo = join(folder, 'node_modules/svgo');
  console.log(`svgo ${readJson(join(svgo, 'package.json')).version}`);
  execFileSync(
    'npx',
    ['vitest', 'run', 'test/svgo/installed-version.test.ts', '--project', 'together'],
    { ...options, env: { ...process.env, ICONLOOM_SVGO: join(svgo, 'dist/svgo.browser.js') } },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
