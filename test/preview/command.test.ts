import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../e2e/run-cli.ts';
import { square, temporaryFolder, writeTree } from '../e2e/test-build.ts';
import { askAt } from './start.ts';

const BIN = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));

/** Starts the command; resolves with the address that it prints. */
async function preview(cwd: string, ...args: string[]): Promise<[URL, ChildProcess]> {
  const child = spawn(process.execPath, [BIN, 'preview', ...args], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for await (const part of child.stdout) {
    text += part;
    if (text.includes('Ctrl+C')) break;
  }
  const [address = ''] = text.split('\n');
  return [new URL(address), child];
}

function project(): string {
  const cwd = temporaryFolder();
  writeTree(cwd, { 'package.json': '{}', 'icons/box.svg': square(8) });
  return cwd;
}

test('prints its address, and ends on Ctrl-C', async () => {
  const [url, child] = await preview(project());
  expect(url.hostname).toBe('127.0.0.1');
  const port = Number(url.port);
  expect((await askAt(port, `/${url.search}`)).status).toBe(200);
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  await expect(askAt(port, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('names what is wrong with a call', async () => {
  const { code, stderr } = await run(project(), 'preview', '--port', 'http');
  expect(code).toBe(2);
  expect(stderr).toContain(
    "port-unusable  The preview cannot listen on port http: 'http' is not a",
  );
});
