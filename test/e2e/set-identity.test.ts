import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/config/types.ts';
import { setIdentity } from '../../src/pipeline/set-identity.ts';
import { square, temporaryFolder, testBuild, writeTree } from './test-build.ts';

const pack = (name: string, version: string) => JSON.stringify({ name, version });

const FILES = {
  'package.json': pack('@acme/app', '1.2.0'),
  '.git/HEAD': '',
  'node_modules/@acme/icons/package.json': pack('@acme/icons', '3.0.0'),
  'node_modules/@iconify-json/tiny/package.json': pack('@iconify-json/tiny', '1.0.5'),
  'node_modules/@iconify-json/tiny/icons.json': '{"icons":{}}',
  'node_modules/@iconify-json/tiny/info.json': '{"name":"Tiny Icons"}',
  'node_modules/@iconify-json/bare/package.json': pack('@iconify-json/bare', '2.0.0'),
  'node_modules/@iconify-json/bare/icons.json': '{"icons":{}}',
  'sets/own.json': '{"info":{"name":"Own Set"},"icons":{}}',
};

function identityOf(inputs: readonly Input[], files: Readonly<Record<string, string>> = FILES) {
  const cwd = temporaryFolder();
  writeTree(cwd, files);
  return setIdentity({ inputs, cwd });
}

describe('the name and version of a set are those', () => {
  test.each<[string, readonly Input[], object]>([
    ['of the project', ['icons'], { title: '@acme/app', release: '1.2.0' }],
    ['of the project, for any number of folders', ['icons', 'more'], { title: '@acme/app' }],
    [
      'of the package that all icons come from',
      ['node_modules/@acme/icons/svg', '!node_modules/@acme/icons/svg/old'],
      { title: '@acme/icons', release: '3.0.0' },
    ],
    [
      'of an Iconify set',
      [{ from: '@iconify-json/tiny' }],
      { title: 'Tiny Icons', release: '1.0.5' },
    ],
    [
      'of the package of an Iconify set without a name',
      [{ from: '@iconify-json/bare' }],
      { title: '@iconify-json/bare', release: '2.0.0' },
    ],
    ['in the file of an Iconify set', [{ from: './sets/own.json' }], { title: 'Own Set' }],
    [
      'of the project, if icons come from several packages',
      [{ from: '@iconify-json/tiny' }, 'node_modules/@acme/icons/svg'],
      { title: '@acme/app', release: '1.2.0' },
    ],
  ])('%s', (_, inputs, expected) => {
    expect(identityOf(inputs)).toMatchObject(expected);
  });
});

test('a package without a release has no version, and one without a name is skipped', () => {
  expect(identityOf(['icons'], { 'package.json': pack('app', '0.0.0'), '.git/HEAD': '' })).toEqual({
    title: 'app',
  });
  expect(identityOf(['icons'], { 'package.json': '{', '.git/HEAD': '' })).toEqual({});
});

test('a catalog has them in its title', async () => {
  const { tree } = await testBuild({
    files: { ...FILES, 'icons/box.svg': square(4) },
    config: { inputs: 'icons', catalog: 'folder' },
  });
  expect(tree['catalog/index.html']).toContain('<title>@acme/app 1.2.0</title>');
  expect(JSON.parse(tree['catalog/catalog.json'] ?? '')).toMatchObject({
    title: '@acme/app',
    release: '1.2.0',
  });
});
