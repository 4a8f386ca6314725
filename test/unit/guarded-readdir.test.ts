import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { guardedReaddir, type UnreadableFolder } from '../../src/node/guarded-readdir.ts';

let folder: string;
let unreadable: UnreadableFolder[];

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'iconloom-folders-'));
  unreadable = [];
  for (const name of ['icons/a', 'elsewhere/in'])
    mkdirSync(join(folder, name), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Names of what is in a folder, as the search sees it. */
function reader(): (path: string) => readonly string[] {
  const read = guardedReaddir(join(folder, 'icons'), folder, unreadable);
  return (path) => read(path).map(({ name }) => name);
}

test('a folder out of the search is read by the first link to it only', () => {
  for (const name of ['one', 'two']) symlinkSync('../elsewhere', join(folder, 'icons', name));
  const read = reader();
  expect(read('icons')).toEqual(['a', 'one', 'two']);
  expect(read('icons/one')).toEqual(['in']);
  expect(read('icons/one/in')).toEqual([]);
  expect(read('icons/two')).toEqual([]);
});

test('links to the folder itself, below it and around it are not followed', () => {
  symlinkSync('.', join(folder, 'icons/self'));
  symlinkSync('..', join(folder, 'icons/around'));
  symlinkSync('a', join(folder, 'icons/below'));
  const read = reader();
  for (const name of ['self', 'around', 'below']) expect(read(`icons/${name}`)).toEqual([]);
});

test('what cannot be read is kept to be told', () => {
  expect(reader()('icons/gone')).toEqual([]);
  expect(unreadable).toEqual([
    { path: join(folder, 'icons/gone'), error: expect.objectContaining({ code: 'ENOENT' }) },
  ]);
});
