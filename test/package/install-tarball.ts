import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * An empty project with the packed tarball installed: unpacked into its `node_modules`, beside
 * links to what the package declares as its dependencies, and nothing else. So a dependency that
 * is not declared is missed here, without asking a registry.
 */
export function installTarball(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'iconloom-package-'));
  const modules = join(folder, 'node_modules');
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const output = execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8' });
  const [{ filename }] = JSON.parse(output) as [{ filename: string }];
  mkdirSync(modules);
  execFileSync('tar', ['-xzf', filename], { cwd: folder });
  cpSync(join(folder, 'package'), join(modules, 'iconloom'), { recursive: true });

  for (const dependency of Object.keys(manifest().dependencies)) {
    const target = join(modules, dependency);
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', dependency), target, 'junction');
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Path of a program that the repository's own development uses, such as `typescript/bin/tsc`. */
export function developmentBin(path: string): string {
  return join(ROOT, 'node_modules', relative('.', path));
}

function manifest(): { dependencies: Record<string, string> } {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
}
