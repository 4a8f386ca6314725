import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
// Built, since threads of its own cannot run TypeScript.
import { BuildError, type IconWatcher, type WatchBuild, watch } from '../../dist/index.js';
import { namesIn, readTree, square, temporaryFolder, writeTree } from './test-build.ts';

const PROJECT = {
  'package.json': '{}',
  'icons/box.svg': square(8),
  'icons/cup.svg': square(6),
};

interface Studio {
  readonly cwd: string;
  readonly watcher: IconWatcher;
  /** What was told, in order. */
  readonly told: (WatchBuild | BuildError)[];
  /** Resolves when the outputs hold these icons, with these sides. */
  readonly shows: (sides: Readonly<Record<string, number>>) => Promise<void>;
  /** Resolves with the first thing told, from now on, that a test holds for. */
  readonly tells: (test: (told: WatchBuild | BuildError) => boolean) => Promise<void>;
}

async function until(what: () => boolean, message: () => string): Promise<void> {
  for (const end = Date.now() + 20_000; !what(); await sleep(5)) {
    if (Date.now() > end) throw new Error(message());
  }
}

async function open(files: Record<string, string> = PROJECT, config = {}): Promise<Studio> {
  const cwd = temporaryFolder();
  writeTree(cwd, files);
  const watcher = watch(config, { cwd });
  onTestFinished(() => watcher.close());
  const told: (WatchBuild | BuildError)[] = [];
  watcher.on('build', (build) => told.push(build));
  watcher.on('error', (error) => {
    if (!(error instanceof BuildError)) throw error;
    told.push(error);
  });
  const sprite = () => readTree(join(cwd, 'dist'))['sprite.svg'] ?? '';
  const shows: Studio['shows'] = (sides) =>
    until(
      () =>
        sprite().split('<symbol').length - 1 === Object.keys(sides).length &&
        Object.entries(sides).every(([name, side]) =>
          sprite().includes(`id="${name}" viewBox="0 0 24 24"><path d="M0 0h${side}v${side}`),
        ),
      () => `not shown: ${JSON.stringify(sides)}\n${sprite()}`,
    );
  const tells: Studio['tells'] = async (isMeant) => {
    const from = told.length;
    await until(
      () => told.slice(from).some(isMeant),
      () => `not told: ${isMeant}`,
    );
  };
  await until(
    () => told.length > 0,
    () => 'never built',
  );
  return { cwd, watcher, told, shows, tells };
}

const at = ({ cwd }: Studio, path: string) => join(cwd, path);
const codes = ({ diagnostics }: WatchBuild | BuildError) => diagnostics.map(({ code }) => code);

test('builds at once, and again for each change, addition and removal', async () => {
  const studio = await open();
  await studio.shows({ box: 8, cup: 6 });
  writeFileSync(at(studio, 'icons/box.svg'), square(7));
  await studio.shows({ box: 7, cup: 6 });
  writeFileSync(at(studio, 'icons/lid.svg'), square(3));
  await studio.shows({ box: 7, cup: 6, lid: 3 });
  rmSync(at(studio, 'icons/cup.svg'));
  await studio.shows({ box: 7, lid: 3 });
  renameSync(at(studio, 'icons/lid.svg'), at(studio, 'icons/top.svg'));
  await studio.shows({ box: 7, top: 3 });
});

test('works on what changed, and says what it wrote and how long it took', async () => {
  const studio = await open();
  writeFileSync(at(studio, 'icons/box.svg'), square(7));
  await studio.tells((told) => 'stats' in told && told.stats.worked === 1);
  const last = studio.told.at(-1) as WatchBuild;
  expect(last.ms).toBeGreaterThan(0);
  expect(
    last.changes.filter(({ status }) => status === 'unchanged').map(({ path }) => path),
  ).toEqual(['icons.js']);
});

test.each([
  [
    'by a new file in its place',
    (path: string, svg: string) => {
      writeFileSync(`${path}~`, svg);
      renameSync(`${path}~`, path);
    },
  ],
  [
    'by a copy of the old file first',
    (path: string, svg: string) => {
      renameSync(path, `${path}.bak`);
      writeFileSync(path, svg);
      rmSync(`${path}.bak`);
    },
  ],
  [
    'empty first',
    (path: string, svg: string) => {
      writeFileSync(path, '');
      writeFileSync(path, svg);
    },
  ],
  [
    'in two writes, the second a moment later',
    async (path: string, svg: string) => {
      writeFileSync(path, svg.slice(0, 40));
      await sleep(30);
      writeFileSync(path, svg);
    },
  ],
])('sees what an editor saves %s', async (_, save) => {
  const studio = await open();
  for (const side of [7, 5, 3]) {
    await save(at(studio, 'icons/box.svg'), square(side));
    await studio.shows({ box: side, cup: 6 });
  }
});

test('keeps the last good version of an icon that has errors, and says so', async () => {
  const studio = await open();
  writeFileSync(at(studio, 'icons/box.svg'), '<svg');
  await studio.tells((told) => codes(told).includes('last-good-kept'));
  expect(codes(studio.told.at(-1) as WatchBuild)).toEqual(['parse-error', 'last-good-kept']);
  writeFileSync(at(studio, 'icons/cup.svg'), square(5));
  await studio.shows({ box: 8, cup: 5 });
  writeFileSync(at(studio, 'icons/box.svg'), square(4));
  // The sprite is there before it is told of.
  await studio.tells((told) => codes(told).length === 0);
  await studio.shows({ box: 4, cup: 5 });
});

test('writes nothing for an icon that never was good, and goes on', async () => {
  const studio = await open();
  writeFileSync(at(studio, 'icons/new.svg'), '<svg');
  await studio.tells((told) => told instanceof BuildError && codes(told).includes('parse-error'));
  await studio.shows({ box: 8, cup: 6 });
  writeFileSync(at(studio, 'icons/new.svg'), square(2));
  await studio.shows({ box: 8, cup: 6, new: 2 });
});

test('tells of a clash of names and writes when it is gone', async () => {
  const studio = await open();
  writeFileSync(at(studio, 'icons/Box.svg'), square(2));
  await studio.tells((told) => codes(told).includes('name-clash'));
  rmSync(at(studio, 'icons/Box.svg'));
  await studio.tells((told) => 'stats' in told);
  await studio.shows({ box: 8, cup: 6 });
});

test('keeps the outputs when the input folder goes, and goes on when it comes back', async () => {
  const studio = await open();
  rmSync(at(studio, 'icons'), { recursive: true });
  await studio.tells((told) => codes(told).includes('input-empty'));
  await studio.shows({ box: 8, cup: 6 });
  mkdirSync(at(studio, 'icons'));
  writeFileSync(at(studio, 'icons/box.svg'), square(5));
  await studio.shows({ box: 5 });
  writeFileSync(at(studio, 'icons/box.svg'), square(3));
  await studio.shows({ box: 3 });
});

test('follows folders that come, move and go', async () => {
  const studio = await open();
  mkdirSync(at(studio, 'icons/nav/deep'), { recursive: true });
  writeFileSync(at(studio, 'icons/nav/deep/up.svg'), square(2));
  await studio.shows({ box: 8, cup: 6, 'nav-deep-up': 2 });
  renameSync(at(studio, 'icons/nav'), at(studio, 'icons/way'));
  await studio.shows({ box: 8, cup: 6, 'way-deep-up': 2 });
  writeFileSync(at(studio, 'icons/way/deep/up.svg'), square(9));
  await studio.shows({ box: 8, cup: 6, 'way-deep-up': 9 });
  rmSync(at(studio, 'icons/way'), { recursive: true });
  await studio.shows({ box: 8, cup: 6 });
});

test('sees metadata', async () => {
  const studio = await open();
  const title = () =>
    JSON.parse(readFileSync(at(studio, 'dist/manifest.json'), 'utf8')).icons.box.title;
  writeFileSync(at(studio, 'icons/box.meta.json'), '{"title":"A box"}');
  await until(
    () => title() === 'A box',
    () => title(),
  );
  rmSync(at(studio, 'icons/box.meta.json'));
  await until(
    () => title() === 'Box',
    () => title(),
  );
});

test('takes 1,000 files that come and change at once, in few builds', async () => {
  const studio = await open();
  const files = Array.from({ length: 1000 }, (_, index) => `icons/many/n${index}.svg`);
  const before = studio.told.length;
  for (const round of [1, 2]) {
    writeTree(studio.cwd, Object.fromEntries(files.map((file) => [file, square(round)])));
  }
  const shown = () => readTree(join(studio.cwd, 'dist'))['sprite.svg']?.split('h2v2').length;
  await until(
    () => shown() === 1001,
    () => `${shown()}`,
  );
  expect(studio.told.length - before).toBeLessThan(20);
});

test('does not watch what it writes, hidden files or packages', async () => {
  const studio = await open(PROJECT, { inputs: '.', out: 'out' });
  const before = studio.told.length;
  writeTree(studio.cwd, {
    'node_modules/a/b.svg': square(2),
    '.hidden/b.svg': square(2),
    'notes.txt': 'a',
  });
  await sleep(300);
  expect(studio.told.length).toBe(before);
  expect(namesIn(readTree(join(studio.cwd, 'out')))).toEqual(['icons-box', 'icons-cup']);
});

test('writes nothing after it is closed', async () => {
  const studio = await open();
  await studio.watcher.close();
  writeFileSync(at(studio, 'icons/box.svg'), square(7));
  await sleep(200);
  await studio.shows({ box: 8, cup: 6 });
});

test('a wrong configuration is told at once', () => {
  expect(() => watch({ names: 'x' as 'js' })).toThrow(BuildError);
});
