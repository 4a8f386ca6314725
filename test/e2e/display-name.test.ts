import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonOf, run, runIn } from './run-cli.ts';
import { readTree, square, writeTree } from './test-build.ts';

const FB = { title: 'Facebook', displayName: 'facebook', aliases: ['facebook', 'meta'] };
const SET = {
  'icons/fb.svg': square(8),
  'icons/fb.meta.json': JSON.stringify(FB),
  'icons/box.svg': square(4),
};

/** The catalog's data, which is JSON in a file of its own. */
function catalogIcons(cwd: string) {
  const data = readTree(join(cwd, 'dist/catalog'))['catalog.json'] ?? '';
  return JSON.parse(data).icons as readonly Record<string, unknown>[];
}

describe('the alias that leads', () => {
  test('is in the manifest and in the catalog; ids and names stay', async () => {
    const { cwd, code, stderr } = await runIn(SET, 'build', '--catalog', 'folder');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { 'manifest.json': manifest = '', ...files } = readTree(join(cwd, 'dist'));
    const { fb, box } = JSON.parse(manifest).icons;
    expect(fb).toMatchObject({ id: 'fb', displayName: 'facebook', aliases: ['facebook', 'meta'] });
    expect(box).not.toHaveProperty('displayName');
    expect(files['sprite.svg']).toContain('<symbol id="fb"');
    const [boxEntry, fbEntry] = catalogIcons(cwd);
    expect(fbEntry).toMatchObject({ name: 'fb', id: 'fb', displayName: 'facebook' });
    expect(boxEntry).not.toHaveProperty('displayName');
  });

  test('has the title in tooltips, and the other names point to it', async () => {
    const { tree } = await runIn(SET, 'build');
    const { 'icons.d.ts': types = '' } = tree('dist');
    const docs = [
      ...types.matchAll(/\/\*\*\n {3}\* (.*)\n.*\n.*\n {3}\*\/\n {2}readonly (\w+): "fb";/g),
    ];
    expect(docs.map(([, doc, name]) => [name, doc])).toEqual([
      ['facebook', 'Facebook'],
      ['fb', 'Facebook. Also named `facebook`.'],
      ['meta', 'Alias of `facebook`.'],
    ]);
  });

  test('comes first in lists, which are sorted by it', async () => {
    const files = { ...SET, 'icons/email.svg': square(6), 'icons/fan.svg': square(5) };
    const { cwd, stdout } = await runIn(files, 'list');
    expect(stdout.split('\n').map((line) => line.split(/\s+/).join(' '))).toEqual([
      ...['box 24×24 #000', 'email 24×24 #000', 'facebook 24×24 #000 fb meta', 'fan 24×24 #000'],
      '',
    ]);
    const listed = jsonOf(await run(cwd, 'list', '--json'));
    expect(listed.map(({ name, displayName }: typeof FB & { name: string }) => [name, displayName]))
      // Scripts rely on the order of names.
      .toEqual([['box'], ['email'], ['fan'], ['fb', 'facebook']].map(([a, b]) => [a, b]));
  });

  test('may be an alias of the configuration', async () => {
    const { tree, stderr } = await runIn(
      {
        ...SET,
        'icons/fb.meta.json': '{"displayName": "face"}',
        'iconloom.config.json': '{"aliases": {"face": "fb"}}',
      },
      'build',
    );
    expect(stderr).toBe('');
    expect(JSON.parse(tree('dist')['manifest.json'] ?? '').icons.fb.displayName).toBe('face');
  });

  test('changes with the metadata, and survives a build from the cache', async () => {
    const { cwd } = await runIn({ ...SET, 'package.json': '{}' }, 'build');
    const shown = () =>
      JSON.parse(readTree(join(cwd, 'dist'))['manifest.json'] ?? '').icons.fb.displayName;
    rmSync(join(cwd, 'dist'), { recursive: true });
    await run(cwd, 'build');
    expect(shown()).toBe('facebook');
    writeTree(cwd, { 'icons/fb.meta.json': JSON.stringify({ ...FB, displayName: 'meta' }) });
    await run(cwd, 'build');
    expect(shown()).toBe('meta');
  });
});

test.each([
  ['"facbook"', 'display-name-unknown', "Did you mean 'facebook'?"],
  ['"FB"', 'display-name-unknown', "Did you mean 'fb'?"],
  ['7', 'meta-invalid', "'displayName': "],
  ['""', 'meta-invalid', "'displayName': "],
])('a wrong one, %s, fails the build and says what is meant', async (value, code, text) => {
  const meta = `{"aliases": ["facebook"], "displayName": ${value}}`;
  const built = await runIn({ ...SET, 'icons/fb.meta.json': meta }, 'build');
  expect(built.code).toBe(1);
  expect(built.stderr).toContain(code);
  expect(built.stderr).toContain(text);
});
