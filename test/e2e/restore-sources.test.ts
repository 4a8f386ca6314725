import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { UserConfig } from '../../src/config/types.ts';
import { openBuildCache } from '../../src/node/cache/build-cache.ts';
import { build } from '../../src/pipeline/build.ts';
import { collectSources, type Sources } from '../../src/pipeline/collect-sources.ts';
import { resolveBuildConfig } from '../../src/pipeline/context.ts';
import { restoreSources } from '../../src/pipeline/restore-sources.ts';
import { square, temporaryFolder, writeTree } from './test-build.ts';

const FILES = {
  'package.json': '{}',
  'icons/box.svg': square(8),
  'icons/box.meta.json': '{"title":"A box"}',
  'icons/arrows/left.svg': square(6),
  'elsewhere/cup.svg': square(4),
  'elsewhere/more/lid.svg': square(2),
};

/** A project that was built, long enough ago for its files to be known by their times. */
async function built(config: UserConfig, files: Readonly<Record<string, string>> = {}) {
  const cwd = temporaryFolder();
  writeTree(cwd, { ...FILES, ...files });
  await sleep(30);
  await build(config, { cwd });
  const resolved = resolveBuildConfig(config, { cwd });
  const recall = (): Sources | undefined => {
    const cache = openBuildCache(resolved);
    return cache && restoreSources(resolved, cache);
  };
  return { cwd, recall, search: () => collectSources(resolved) };
}

describe.each([
  ['a folder', 'icons'],
  ['a glob', 'icons/**/b*.svg'],
  ['two folders', ['icons', 'elsewhere']],
  ['a file', ['icons', 'elsewhere/cup.svg']],
  ['all but some', ['icons', '!icons/arrows/**']],
])('drawings of %s', (_, inputs) => {
  test('need no other search while nothing changes', async () => {
    const { recall, search } = await built({ inputs });
    const { value, diagnostics } = await search();
    expect(recall()).toMatchObject({ value, diagnostics });
  });

  test('need none when only a drawing changes', async () => {
    const { cwd, recall, search } = await built({ inputs });
    writeFileSync(join(cwd, 'icons/box.svg'), square(7));
    expect(recall()?.value).toEqual((await search()).value);
  });
});

describe('a search is made again', () => {
  test.each<[string, (cwd: string) => void]>([
    ['a drawing is new', (cwd) => writeFileSync(join(cwd, 'icons/new.svg'), square(5))],
    ['one is gone', (cwd) => rmSync(join(cwd, 'icons/arrows/left.svg'))],
    [
      'one has another name',
      (cwd) => renameSync(join(cwd, 'icons/box.svg'), join(cwd, 'icons/bag.svg')),
    ],
    [
      'a folder with drawings is new',
      (cwd) => writeTree(cwd, { 'icons/new/sun.svg': square(3), 'icons/new/moon.svg': square(1) }),
    ],
    [
      'one is new in a folder below',
      (cwd) => writeFileSync(join(cwd, 'icons/arrows/right.svg'), square(5)),
    ],
    [
      'metadata is new',
      (cwd) => writeFileSync(join(cwd, 'icons/arrows/left.meta.json'), '{"title":"Back"}'),
    ],
    [
      'metadata changes',
      (cwd) => writeFileSync(join(cwd, 'icons/box.meta.json'), '{"title":"A bag"}'),
    ],
    ['metadata is gone', (cwd) => rmSync(join(cwd, 'icons/box.meta.json'))],
    ['a folder is gone', (cwd) => rmSync(join(cwd, 'icons/arrows'), { recursive: true })],
    [
      'a folder takes the place of a drawing',
      (cwd) => {
        unlinkSync(join(cwd, 'icons/box.svg'));
        mkdirSync(join(cwd, 'icons/box.svg'));
      },
    ],
  ])('when %s', async (_, change) => {
    const { cwd, recall } = await built({ inputs: 'icons' });
    expect(recall()).toBeDefined();
    change(cwd);
    expect(recall()).toBeUndefined();
  });

  test('when a file that a pattern names comes to be', async () => {
    const inputs = 'icons/{box,bag}.svg';
    const { cwd, recall } = await built({ inputs });
    expect(recall()).toBeDefined();
    writeFileSync(join(cwd, 'icons/bag.svg'), square(5));
    expect(recall()).toBeUndefined();
    const { icons } = await build({ inputs }, { cwd });
    expect(icons.map(({ name }) => name)).toEqual(['bag', 'box']);
  });

  test('when the configuration file that messages name is another', async () => {
    const { cwd } = await built({ inputs: 'icons' });
    const other = resolveBuildConfig({ inputs: 'icons' }, { cwd, configFile: 'other.json' });
    const cache = openBuildCache(other);
    expect(cache?.last).toBeDefined();
    expect(cache && restoreSources(other, cache)).toBeUndefined();
  });
});

describe('a search is always made', () => {
  test('where folders hold links, which can come to lead elsewhere', async () => {
    const { cwd, recall } = await built({ inputs: 'icons' });
    symlinkSync('../elsewhere', join(cwd, 'icons/linked'));
    await build({ inputs: 'icons' }, { cwd });
    expect(recall()).toBeUndefined();
    unlinkSync(join(cwd, 'icons/linked'));
    symlinkSync('../elsewhere/more', join(cwd, 'icons/linked'));
    const { icons } = await build({ inputs: 'icons' }, { cwd });
    expect(icons.map(({ name }) => name)).toEqual(['arrows-left', 'box', 'linked-lid']);
  });

  test('for metadata that changed in the moment in which it was read', async () => {
    const { cwd, recall } = await built({ inputs: 'icons' });
    appendFileSync(join(cwd, 'icons/box.meta.json'), ' ');
    await build({ inputs: 'icons' }, { cwd });
    expect(recall()).toBeUndefined();
    await sleep(30);
    await build({ inputs: 'icons' }, { cwd });
    expect(recall()).toBeDefined();
  });
});
