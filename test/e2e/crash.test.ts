import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FSWatcher, mkdirSync, mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { callHost, type Host, newHost } from './cli-host.ts';
import { readTree, square, type Tree, temporaryFolder, writeTree } from './test-build.ts';

const BIN = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
const KILLS = Number(process.env.ICONLOOM_KILLS ?? 25);
/** Time in ms in which a build that has begun to write is killed; writing takes about as long. */
const WRITING = 5;

/** Two builds no output of which is the same, and each with outputs that the other lacks. */
const SETS = {
  a: ['build', 'a', '--out', 'out'],
  b: ['build', 'b', '--out', 'out', '--names', 'ts', '--layout', 'css'],
} as const;

type SetName = keyof typeof SETS;

const DRAWINGS = {
  'a/box.svg': square(8),
  'a/lid.svg': square(6),
  'b/box.svg': square(4),
  'b/cup.svg': square(2),
};

type Build = ChildProcessByStdio<null, null, Readable>;

function start(cwd: string, set: SetName): Build {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const stdio: ['ignore', 'ignore', 'pipe'] = ['ignore', 'ignore', 'pipe'];
  return spawn(process.execPath, [BIN, ...SETS[set]], { cwd, env, stdio });
}

/** A build in a process of its own. */
async function runAlone(cwd: string, set: SetName): Promise<void> {
  const build = start(cwd, set);
  const [stderr, [code]] = await Promise.all([text(build.stderr), once(build, 'exit')]);
  expect(code, stderr).toBe(0);
}

/** A build that nobody kills, and that need not start a process for itself. */
async function run(cwd: string, set: SetName, call: Host['call'] = callHost): Promise<void> {
  const { code, stderr } = await call({ cwd, args: SETS[set] });
  expect(code, stderr).toBe(0);
}

/** What each build makes, and how long one takes in ms. */
let trees: Record<SetName, Tree>;
let duration: number;

beforeAll(async () => {
  const build = async (set: SetName) => {
    const cwd = mkdtempSync(join(tmpdir(), 'iconloom-test-'));
    writeTree(cwd, DRAWINGS);
    await runAlone(cwd, set);
    const tree = readTree(join(cwd, 'out'));
    rmSync(cwd, { recursive: true });
    return tree;
  };
  const a = await build('a');
  const begin = performance.now();
  const b = await build('b');
  duration = performance.now() - begin;
  trees = { a, b };
});

async function kill(build: Build, after: number): Promise<boolean> {
  const exit = build.exitCode ?? once(build, 'exit');
  const end = performance.now() + after;
  // Timers are no finer than a millisecond, and that is most of the time that writing takes.
  // Turns without one are for its end only: they take a processor from the build.
  if (after > WRITING) await sleep(after - WRITING);
  while (performance.now() < end) await nextTurn();
  build.kill('SIGKILL');
  await exit;
  return build.signalCode === 'SIGKILL';
}

/** Resolves when a build makes its lock, or ends without. */
async function beginsToWrite(build: Build, out: string): Promise<void> {
  let watcher: FSWatcher | undefined;
  const lock = new Promise<void>((resolve) => {
    watcher = watch(out, () => resolve());
  });
  await Promise.race([lock, once(build, 'exit')]);
  watcher?.close();
}

const isOfBuilds = (path: string) => /^\.iconloom\.lock$|\.iconloom-\d+-[0-9a-f]+$/.test(path);

/** The outputs, without what a build has there while it works. */
function outputsIn(tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([path]) => !isOfBuilds(path)));
}

function isEqual(a: Tree, b: Tree): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

describe('builds that are killed', () => {
  test(`${KILLS} times leave whole files, and the next build puts all right`, {
    timeout: 60_000 + KILLS * 5_000,
  }, async () => {
    const cwd = temporaryFolder();
    const out = join(cwd, 'out');
    writeTree(cwd, DRAWINGS);
    mkdirSync(out);
    const count = { killed: 0, untouched: 0, complete: 0, mixed: 0, leftOver: 0 };
    for (let turn = 0; turn < KILLS; turn++) {
      const [old, next]: readonly SetName[] = turn % 2 ? ['b', 'a'] : ['a', 'b'];
      if (!old || !next) continue;
      if (turn > 0) expect(isEqual(readTree(out), trees[old])).toBe(true);
      else await run(cwd, old);
      const build = start(cwd, next);
      // Half of the kills anywhere, and half in the short time of writing.
      const isAnywhere = turn % 4 < 2;
      if (!isAnywhere) await beginsToWrite(build, out);
      const wasKilled = await kill(build, Math.random() * (isAnywhere ? duration : WRITING));
      count.killed += Number(wasKilled);

      const tree = readTree(out);
      const outputs = outputsIn(tree);
      for (const [path, contents] of Object.entries(outputs)) {
        expect([trees.a[path], trees.b[path]], path).toContain(contents);
      }
      if (isEqual(outputs, trees[old])) count.untouched += 1;
      else if (isEqual(outputs, trees[next])) count.complete += 1;
      else count.mixed += 1;
      count.leftOver += Number(!isEqual(outputs, tree));

      // The build that was killed, or the one before it: both must clear up.
      if (turn % 3 === 0) {
        await run(cwd, old);
        expect(readTree(out)).toEqual(trees[old]);
      }
      await run(cwd, next);
      expect(readTree(out)).toEqual(trees[next]);
    }
    console.log('kills:', JSON.stringify(count));
    expect(count.killed).toBeGreaterThan(0);
  });

  test('in a new folder leave what the next build makes whole', async () => {
    for (let turn = 0; turn < 6; turn++) {
      const cwd = temporaryFolder();
      const out = join(cwd, 'out');
      writeTree(cwd, DRAWINGS);
      mkdirSync(out);
      const build = start(cwd, 'b');
      await beginsToWrite(build, out);
      await kill(build, Math.random() * WRITING);
      const next = turn % 2 ? 'a' : 'b';
      await run(cwd, next);
      expect(readTree(out)).toEqual(trees[next]);
    }
  });
});

describe('four builds at once', () => {
  test('of two sets into one folder all succeed and leave one complete build', async () => {
    const cwd = temporaryFolder();
    writeTree(cwd, DRAWINGS);
    // Those of a round begin together, not when their processes have come so far.
    const hosts = (['a', 'b', 'a', 'b'] as const).map((set) => ({ set, host: newHost() }));
    onTestFinished(() => {
      for (const { host } of hosts) host.end();
    });
    for (let round = 0; round < 5; round++) {
      await Promise.all(hosts.map(({ set, host }) => run(cwd, set, host.call)));
      expect(Object.values(trees)).toContainEqual(readTree(join(cwd, 'out')));
    }
  });
});
