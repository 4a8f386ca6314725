import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApps } from '../app-tests.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'iconloom-react-18-'));
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(fileURLToPath(new URL(file, import.meta.url)), join(folder, file));
  }
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  execFileSync('npm', ['ci', ...flags], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const packages = () => join(folder, 'node_modules');

test('it is React 18', () => {
  const text = readFileSync(join(packages(), 'react-dom/package.json'), 'utf8');
  expect(JSON.parse(text).version).toMatch(/^18\./);
});

testApps(['react.tsx'], packages);
