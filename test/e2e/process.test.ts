import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Run, runWith } from './run-cli.ts';
import { square, temporaryFolder, writeTree } from './test-build.ts';

const BIN = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
const ICONS = {
  'package.json': '{}',
  'icons/box.svg': square(8),
  'icons/nav/menu.svg': square(4),
};
const BROKEN = { ...ICONS, 'icons/foo.svg': '<svg' };

interface Case {
  readonly args: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly code: number;
  /** What each stream holds; nothing where it is missing. */
  readonly stdout?: RegExp;
  readonly stderr?: RegExp;
}

/** Each command ends by itself, says with which code, and keeps its streams apart. */
const CASES: readonly Case[] = [
  { args: ['build'], code: 0, stdout: /^2 icons → sprite\.svg\n/ },
  { args: ['build'], files: BROKEN, code: 1, stderr: /^icons\/foo\.svg:1:\d+ error/ },
  { args: ['build', 'gone'], code: 2, stderr: /error input-empty/ },
  { args: ['build', '--json'], files: BROKEN, code: 1, stdout: /^\{"ok":false,.*\}\n$/ },
  { args: ['build', '--shard', '1/2'], code: 0, stdout: /shard 1 of 2/ },
  { args: ['merge'], code: 2, stderr: /there is no partial result/ },
  { args: ['check', '--preset', 'none'], code: 0, stdout: /./ },
  { args: ['list'], code: 0, stdout: /^box .*\nnav-menu .*\n$/ },
  { args: ['explain', 'parse-error'], code: 0, stdout: /^parse-error {2}error\n {2}example: / },
  { args: ['explain', 'parse-eror'], code: 2, stderr: /Did you mean 'parse-error'/ },
  { args: ['cache'], code: 0, stdout: /icons/ },
  { args: ['init', '--yes', '--dry-run'], code: 0, stdout: /nothing written/ },
  { args: ['add', 'icons/box.svg', '--name', 'crate'], code: 0, stdout: /crate/ },
  { args: ['rename', 'box', 'crate'], code: 0, stdout: /crate/ },
  { args: ['deprecate', 'box', '--dry-run'], code: 0, stdout: /box/ },
  { args: ['diff', '--folder', 'icons', '--exit-code'], code: 0, stdout: /./ },
  { args: ['biuld'], code: 2, stderr: /unknown command 'biuld'/ },
  { args: ['--help'], code: 0, stdout: /^Usage: iconloom/ },
];

async function runCase({ args, files = ICONS }: Case): Promise<Run> {
  const cwd = temporaryFolder();
  writeTree(cwd, files);
  return runWith({}, cwd, ...args);
}

describe('a process', () => {
  test.each(CASES.map((each) => [each.args.join(' '), String(each.code), each] as const))(
    'of iconloom %s ends with %s',
    async (_, __, each) => {
      expect(await runCase(each)).toEqual({
        code: each.code,
        stdout: each.stdout ? expect.stringMatching(each.stdout) : '',
        stderr: each.stderr ? expect.stringMatching(each.stderr) : '',
      });
    },
  );

  test('whose reader stops early, as head does, ends well', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, ICONS);
    const { code, stderr } = await runNode(cwd, [BIN, 'list'], { stopsReading: true });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('that fails by a mistake of ours says so, with 70', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, ICONS);
    const mistake = 'data:text/javascript,process.cwd=()=>{throw new TypeError("lost")}';
    const { code, stdout, stderr } = await runNode(cwd, ['--import', mistake, BIN, 'list']);
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
    expect(stderr).toMatch(/^iconloom crashed\. This is a bug in iconloom.*\nTypeError: lost\n/);
  });
});

function runNode(
  cwd: string,
  args: readonly string[],
  { stopsReading = false } = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd, env: { ...process.env, NODE_OPTIONS: '' } },
      (_, stdout, stderr) => void resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
    if (stopsReading) child.stdout?.destroy();
  });
}
