import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guardedReaddir } from '../../src/node/guarded-readdir.ts';
import { searchFolder } from '../../src/pipeline/glob-search.ts';
import { type FolderSearch, walkFolder } from '../../src/pipeline/walk-folder.ts';
import { temporaryFolder, writeTree } from '../e2e/test-build.ts';

/** A project with all kinds of entries that a search meets. */
function project(): string {
  const cwd = temporaryFolder();
  const names = [
    ...['home.svg', 'Nav/Menu Open.SVG', 'nav/deep/er/x.svg', 'a.svg/inside.svg', 'note.txt'],
    ...['.hidden.svg', '.git/a.svg', 'nav/.cache/b.svg', 'old.svgz', 'x.svg.bak', '[a](b){c}.svg'],
    ...[
      'node_modules/p/a.svg',
      'nav/Node_Modules/a.svg',
      'node_modules.svg',
      '!not.svg',
      'é ö.svg',
    ],
  ];
  writeTree(cwd, Object.fromEntries(names.map((name) => [`icons/${name}`, '<svg/>'])));
  writeTree(cwd, { 'elsewhere/out.svg': '<svg/>' });
  symlinkSync('home.svg', join(cwd, 'icons/link.svg'));
  symlinkSync('gone.svg', join(cwd, 'icons/broken.svg'));
  symlinkSync('itself.svg', join(cwd, 'icons/itself.svg'));
  symlinkSync('../elsewhere', join(cwd, 'icons/one'));
  symlinkSync('../elsewhere', join(cwd, 'icons/folder.svg'));
  symlinkSync('..', join(cwd, 'icons/around'));
  return cwd;
}

function filesOf({ folder, find }: FolderSearch, cwd: string): readonly string[] {
  return [...find(guardedReaddir(join(cwd, folder), cwd, []))].sort();
}

test.each(['icons', '.', '../icons', 'icons/nav'])('finds in %s what the glob finds', (input) => {
  const root = project();
  const cwd = input.startsWith('..') ? join(root, 'elsewhere') : root;
  const [walked, globbed] = [walkFolder(input, cwd), searchFolder(input, cwd, [])];
  const files = filesOf(walked, cwd);
  expect(files).not.toEqual([]);
  expect(files).toEqual(filesOf(globbed, cwd));
  const prefix = input === '.' ? '' : `${input}/`;
  for (const file of [`${prefix}.hidden.svg`, `${prefix}.git/a.svg`, `${prefix}old.svgz`]) {
    expect(walked.wouldMatch(file)).toBe(globbed.wouldMatch(file));
  }
});
