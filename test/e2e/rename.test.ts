import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';
import type { UserConfig } from '../../src/config/types.ts';
import { loadConfig } from '../../src/node/load-config.ts';
import { build } from '../../src/pipeline/build.ts';
import { applyPlan } from '../../src/rename/apply.ts';
import { planRename, type RenameOptions } from '../../src/rename/plan-rename.ts';
import { readTree, square, type Tree, temporaryFolder, writeTree } from './test-build.ts';

interface Project {
  readonly cwd: string;
  readonly config: UserConfig;
  readonly rename: (from: string, to: string, options?: RenameOptions) => Promise<Tree>;
}

/** A project with these files, and its configuration as it stands among them. */
async function projectOf(files: Tree): Promise<Project> {
  const cwd = temporaryFolder();
  writeTree(cwd, files);
  const { config, configFile } = await loadConfig(cwd);
  return {
    ...{ cwd, config: config as UserConfig },
    async rename(from, to, options) {
      applyPlan(await planRename(resolveConfig(config, { cwd, configFile }), from, to, options));
      return readTree(cwd);
    },
  };
}

/** What `iconNames` and `aliases` come to. */
async function namesOf(cwd: string): Promise<readonly string[]> {
  const { config, configFile } = await loadConfig(cwd);
  const { icons } = await build(config as UserConfig, { cwd, configFile, dryRun: true });
  return icons.map(({ name, aliases }) => [name, ...aliases].join(' '));
}

async function refusal(
  files: Tree,
  from: string,
  to: string,
  options?: RenameOptions,
): Promise<string> {
  const { cwd, rename } = await projectOf(files);
  const before = readTree(cwd);
  const error: Error = await rename(from, to, options).then(
    () => new Error('not refused'),
    (thrown) => thrown,
  );
  expect(readTree(cwd)).toEqual(before);
  return error.message;
}

describe('a renamed icon', () => {
  test('moves with its metadata, and keeps its old name as an alias', async () => {
    const meta = '{\n    "title": "Menu",\n    "tags": ["a",   "b"]\n}\n';
    const { cwd, rename } = await projectOf({
      'icons/menu.svg': square(8),
      'icons/menu.meta.json': meta,
    });
    expect(await rename('menu', 'hamburger')).toEqual({
      'icons/hamburger.svg': square(8),
      'icons/hamburger.meta.json':
        '{\n    "title": "Menu",\n    "tags": ["a",   "b"],\n    "aliases": ["menu"]\n}\n',
    });
    expect(await namesOf(cwd)).toEqual(['hamburger menu']);
  });

  test('gets metadata for the alias where it had none', async () => {
    const { rename } = await projectOf({ 'icons/menu.svg': square(8) });
    expect(await rename('menu', 'hamburger')).toEqual({
      'icons/hamburger.svg': square(8),
      'icons/hamburger.meta.json': '{\n  "aliases": ["menu"]\n}\n',
    });
  });

  test('leaves no alias behind where none is wanted', async () => {
    const { rename } = await projectOf({ 'icons/menu.svg': square(8) });
    const tree = await rename('menu', 'hamburger', { alias: false });
    expect(tree).toEqual({ 'icons/hamburger.svg': square(8) });
  });

  test('may take the name of its own alias, which goes', async () => {
    const meta = '{"aliases": ["play", "start"]}';
    const files = { 'icons/v-play.svg': square(8), 'icons/v-play.meta.json': meta };
    const kept = await (await projectOf(files)).rename('v-play', 'play');
    expect(kept['icons/play.meta.json']).toBe('{"aliases": ["v-play", "start"]}');
    const gone = await (await projectOf(files)).rename('v-play', 'start', { alias: false });
    expect(gone['icons/start.meta.json']).toBe('{"aliases": ["play"]}');
  });

  test.each([
    ['menu', 'nav/menu', 'icons/nav/menu.svg'],
    ['nav-Menu Open', 'nav-close', 'icons/nav/close.svg'],
    ['nav/Menu Open.svg', 'close', 'icons/close.svg'],
    ['nav-menu-open', 'nav-menu', 'icons/nav/menu.svg'],
    ['nav-menu-open', 'nav/sub/menu', 'icons/nav/sub/menu.svg'],
  ])('%s → %s lies in %s', async (from, to, path) => {
    const file = from === 'menu' ? 'menu.svg' : 'nav/Menu Open.svg';
    const { rename } = await projectOf({ [`icons/${file}`]: square(8) });
    const tree = await rename(from, to, { alias: false });
    expect(Object.keys(tree)).toEqual([path]);
  });

  test.each([
    ['face', {}, '{"displayName": "facebook", "aliases": ["facebook", "fb"]}'],
    ['facebook', {}, '{"aliases": ["fb"]}'],
    ['facebook', { alias: false }, '{"aliases": []}'],
  ])(
    'to %s %j keeps the alias that leads only if another name is left',
    async (to, options, meta) => {
      const { cwd, rename } = await projectOf({
        'icons/fb.svg': square(8),
        'icons/fb.meta.json': '{"displayName": "facebook", "aliases": ["facebook"]}',
      });
      expect((await rename('fb', to, options))[`icons/${to}.meta.json`]).toBe(meta);
      expect(await namesOf(cwd)).toHaveLength(1);
    },
  );

  test('leads by its new name where its old one led', async () => {
    const { rename } = await projectOf({
      'icons/fb.svg': square(8),
      'icons/fb.meta.json': '{"displayName": "fb"}',
    });
    const tree = await rename('fb', 'face', { alias: false });
    expect(tree['icons/face.meta.json']).toBe('{}');
  });

  test('may move to another folder under the same name, and needs no alias then', async () => {
    const { cwd, rename } = await projectOf({ 'icons/nav-menu.svg': square(8) });
    expect(Object.keys(await rename('nav-menu', 'nav/menu'))).toEqual(['icons/nav/menu.svg']);
    expect(await namesOf(cwd)).toEqual(['nav-menu']);
  });

  test('is what others are deprecated in favor of', async () => {
    const meta = '{ "deprecated": {"use": "menu", "since": "2.0"} }\r\n';
    const { rename } = await projectOf({
      'icons/menu.svg': square(8),
      'icons/old.svg': square(4),
      'icons/old.meta.json': meta,
    });
    const tree = await rename('menu', 'hamburger');
    expect(tree['icons/old.meta.json']).toBe(meta.replace('"menu"', '"hamburger"'));
  });

  test('is what aliases of the configuration stand for', async () => {
    const text = (name: string) =>
      `// ours\nexport default {\n  aliases: { burger: '${name}', other: 'x' }, // kept\n};\n`;
    const { cwd, rename } = await projectOf({
      'icons/menu.svg': square(8),
      'icons/x.svg': square(4),
      'iconloom.config.mjs': text('menu'),
    });
    const tree = await rename('menu', 'nav-menu');
    expect(tree['iconloom.config.mjs']).toBe(text('nav-menu'));
    expect(await namesOf(cwd)).toEqual(['nav-menu burger menu', 'x other']);
  });

  test('may take the name of an alias of the configuration', async () => {
    const { cwd, rename } = await projectOf({
      'icons/menu.svg': square(8),
      'package.json': '{\n  "iconloom": { "aliases": { "burger": "menu" } }\n}\n',
    });
    const tree = await rename('menu', 'burger', { alias: false });
    expect(JSON.parse(tree['package.json'] ?? '')).toEqual({ iconloom: { aliases: {} } });
    expect(await namesOf(cwd)).toEqual(['burger']);
  });
});

describe('a name is refused', () => {
  test('where it is the alias that leads, since that is not the name of the file', async () => {
    const files = {
      'icons/fb.svg': square(8),
      'icons/fb.meta.json': '{"displayName": "facebook", "aliases": ["facebook"]}',
    };
    expect(await refusal(files, 'facebook', 'face')).toContain("it is an alias of 'fb'");
  });

  const files = {
    'icons/menu.svg': square(8),
    'icons/close.svg': square(4),
    'icons/close.meta.json': '{"aliases":["x"]}',
  };

  test.each([
    [
      'mneu',
      'y',
      "'mneu' cannot be renamed: there is no icon with that name. Did you mean 'menu'?",
    ],
    ['x', 'y', "'x' cannot be renamed: it is an alias of 'close'."],
    ['menu', 'close', "'menu' cannot be renamed to 'close': icons/close.svg has that name."],
    ['menu', 'Close', 'icons/close.svg has that name.'],
    ['menu', 'x', "that is an alias of 'close'."],
    ['menu', 'menu', 'that is its name already.'],
    ['menu', '../menu', 'a name, or a part of it, has no letter or digit.'],
    ['menu', '!', 'a name, or a part of it, has no letter or digit.'],
  ])('%s → %s', async (from, to, reason) => {
    expect(await refusal(files, from, to)).toContain(reason);
  });

  test('where a file lies in the way', async () => {
    const inTheWay = { ...files, 'icons/y.meta.json': '{}' };
    expect(await refusal(inTheWay, 'menu', 'y')).toContain('icons/y.meta.json: ');
  });

  test('where the inputs would not find the drawing', async () => {
    const config = { 'package.json': '{"iconloom":{"inputs":["icons/m*.svg","icons/close.svg"]}}' };
    const told = await refusal({ ...files, ...config }, 'menu', 'y');
    expect(told).toContain('its file would be icons/y.svg, which is not among the inputs.');
  });

  test('where the metadata is no JSON', async () => {
    const broken = { ...files, 'icons/menu.meta.json': '{' };
    expect(await refusal(broken, 'menu', 'y')).toContain('it is not a JSON object');
  });

  test('where the drawing belongs to a package', async () => {
    const told = await refusal(
      {
        'node_modules/them/a.svg': square(4),
        'package.json': '{"iconloom":{"inputs":"node_modules/them"}}',
      },
      ...(['a', 'b'] as const),
    );
    expect(told).toContain('it is in an installed package');
  });
});

test('what has changed since the plan was made is left, with all else', async () => {
  const { cwd, config } = await projectOf({
    'icons/menu.svg': square(8),
    'icons/menu.meta.json': '{}',
  });
  const plan = await planRename(resolveConfig(config, { cwd, configFile: '' }), 'menu', 'x');
  writeFileSync(join(cwd, 'icons/menu.meta.json'), '{"title":"Now"}');
  expect(() => applyPlan(plan)).toThrow('it has changed since the plan was made.');
  expect(Object.keys(readTree(cwd))).toEqual(['icons/menu.meta.json', 'icons/menu.svg']);
  expect(readFileSync(join(cwd, 'icons/menu.meta.json'), 'utf8')).toContain('Now');
});

describe('two icons that draw the same', () => {
  /** The same square, drawn the other way round. */
  const turned =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2v8h8V2z"/></svg>';
  const straight =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h8v8H2z"/></svg>';
  const icons = { 'icons/house.svg': turned, 'icons/home.svg': straight };

  test('become one, with the name of the other as an alias', async () => {
    const { cwd, rename } = await projectOf(icons);
    expect(await rename('house', 'home', { merge: true })).toEqual({
      'icons/home.svg': straight,
      'icons/home.meta.json': '{\n  "aliases": ["house"]\n}\n',
    });
    expect(await namesOf(cwd)).toEqual(['home house']);
  });

  test('join their aliases and tags, and leave the rest of what is said', async () => {
    const { cwd, rename } = await projectOf({
      ...icons,
      'icons/house.meta.json': '{"title":"House","aliases":["hut","cabin"],"tags":["a","b"]}',
      'icons/home.meta.json':
        '{\n  "title": "Home",\n  "tags": ["b"],\n  "aliases": ["start"]\n}\n',
    });
    const tree = await rename('house', 'home', { merge: true });
    expect(tree).toEqual({
      'icons/home.svg': straight,
      'icons/home.meta.json':
        '{\n  "title": "Home",\n  "tags": ["b", "a"],\n  "aliases": ["start", "house", "hut", "cabin"]\n}\n',
    });
    expect(await namesOf(cwd)).toEqual(['home cabin house hut start']);
  });

  test('leave no alias where none is wanted', async () => {
    const { rename } = await projectOf(icons);
    const tree = await rename('house', 'home', { merge: true, alias: false });
    expect(tree).toEqual({ 'icons/home.svg': straight });
  });

  test('are followed by those that are deprecated in favor of one', async () => {
    const { rename } = await projectOf({
      ...{ ...icons, 'icons/old.svg': square(3) },
      'icons/old.meta.json': '{"deprecated": {"use": "house"}}',
    });
    const tree = await rename('house', 'home', { merge: true });
    expect(tree['icons/old.meta.json']).toBe('{"deprecated": {"use": "home"}}');
  });

  test('tell what goes', async () => {
    const { cwd, config } = await projectOf({
      ...{ ...icons, 'icons/house.meta.json': '{"title": "House", "tags": ["a"]}' },
    });
    const plan = await planRename(
      resolveConfig(config, { cwd, configFile: 'package.json' }),
      'house',
      'home',
      { merge: true },
    );
    expect(plan.removals).toEqual([
      { file: 'icons/house.svg', about: 'icons/home.svg has the same drawing' },
      {
        file: 'icons/house.meta.json',
        about: 'its aliases and tags are merged, and its title with it',
      },
    ]);
  });

  const merging = { merge: true };
  test.each<[string, Tree, string, string, RegExp]>([
    [
      'others are refused',
      { ...icons, 'icons/home.svg': square(5) },
      'house',
      'home',
      /'house' cannot be merged with 'home': icons\/home\.svg has a different drawing/,
    ],
    [
      'one that is not there is told',
      icons,
      'house',
      'hme',
      /there is no icon with that name.+'home'/s,
    ],
    ['one with itself is none', icons, 'home', 'home', /they are the same icon/],
    [
      'one that cannot be built is told',
      { ...icons, 'icons/home.svg': '<svg' },
      'house',
      'home',
      /one of them cannot be built/,
    ],
    [
      'one that is to be given up is told',
      { ...icons, 'icons/home.meta.json': '{"deprecated":{"use":"house"}}' },
      'house',
      'home',
      /'home' is deprecated in favor of it/,
    ],
  ])('%s', async (_, files, from, to, told) => {
    expect(await refusal(files, from, to, merging)).toMatch(told);
  });
});
