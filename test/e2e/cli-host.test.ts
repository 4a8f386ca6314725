import { afterAll, expect, test } from 'vitest';
import { newHost } from './cli-host.ts';
import { temporaryFolder } from './test-build.ts';

const host = newHost();
afterAll(() => host.end());

test('a process that is killed after earlier runs ends the run, and the next run has a new process', {
  timeout: 60_000,
}, async () => {
  const cwd = temporaryFolder();
  const args = ['--version'];
  expect(await host.call({ cwd, args })).toMatchObject({ code: 0, signal: undefined });
  expect(await host.call({ cwd, args, seconds: 0 })).toMatchObject({ signal: 'SIGKILL' });
  expect(await host.call({ cwd, args })).toMatchObject({ code: 0, signal: undefined });
});
