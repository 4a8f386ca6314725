import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run-cli.ts';
import { readTree, type Tree, temporaryFolder, writeTree } from './test-build.ts';

const json = (fields: object) => `${JSON.stringify(fields, null, 2)}\n`;
const VITE =
  "import { defineConfig } from 'vite';\n\nexport default defineConfig({ plugins: [] });\n";

/** An app of Vite. */
const app = (folder: string, name: string): Tree => ({
  [`${folder}/package.json`]: json({ name, type: 'module', devDependencies: { vite: '1' } }),
  [`${folder}/vite.config.js`]: VITE,
  [`${folder}/index.html`]: '',
});
/** A package of components, built by Vite, and one of icons. */
const PACKAGES: Tree = {
  'packages/ui/package.json': json({
    ...{ name: '@acme/ui', exports: './dist/index.js', scripts: { dev: 'vite build --watch' } },
    devDependencies: { vite: '1', react: '1' },
  }),
  'packages/ui/vite.config.js': VITE,
  'packages/icons/package.json': json({ name: '@acme/icons', exports: { './svg/*': './svg/*' } }),
};
const WORKSPACES = {
  npm: { 'package.json': json({ private: true, workspaces: ['apps/*', 'packages/*'] }) },
  'yarn 1': {
    'package.json': json({ private: true, workspaces: { packages: ['apps/*', 'packages/*'] } }),
    'yarn.lock': '',
  },
  pnpm: {
    'package.json': json({ private: true, devDependencies: { vite: '1', typescript: '1' } }),
    'pnpm-workspace.yaml':
      "# ours\npackages:\n  # apps\n  - 'apps/*'\n  - \"packages/*\" # libraries\n  - '!**/test/**'\n\ncatalog:\n  - x\n",
  },
  'pnpm, on one line': {
    'package.json': json({ private: true }),
    'pnpm-workspace.yaml': "packages: ['apps/*', packages/*]\n",
  },
} as const satisfies Record<string, Tree>;
const TWO = { ...app('apps/web', 'web'), ...app('apps/Admin', '@acme/admin'), ...PACKAGES };

async function init(files: Tree, ...args: readonly string[]) {
  const cwd = temporaryFolder();
  writeTree(cwd, files);
  const ran = await run(cwd, 'init', ...args);
  const changed = Object.entries(readTree(cwd)).filter(([path, text]) => files[path] !== text);
  return { ...ran, cwd, changed: changed.map(([path]) => path) };
}

const IN_WEB = [
  'apps/web/icon-example.js',
  'apps/web/iconloom.config.js',
  'apps/web/icons/search.meta.json',
  'apps/web/icons/search.svg',
  'apps/web/vite.config.js',
];

describe.each(Object.entries(WORKSPACES))('a workspace of %s', (_, root) => {
  test('with one app is set up in that', async () => {
    const ran = await init({ ...root, ...app('apps/web', 'web'), ...PACKAGES }, '--yes');
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    expect(ran.changed).toEqual(IN_WEB);
    expect(ran.stdout).toContain('apps/web: ');
    expect(ran.stdout).toContain('1. change to the folder of the app: cd apps/web\n');
  });

  test('with several apps lists them and writes nothing', async () => {
    const { code, stderr, changed } = await init({ ...root, ...TWO }, '--yes');
    expect(code).toBe(2);
    expect(stderr).toContain(
      'error app-unclear  This is a workspace with several apps: apps/Admin, apps/web.\n  fix: Choose one with --app apps/Admin, or run the command in its folder.',
    );
    expect(changed).toEqual([]);
  });
});

test.each([
  ['its folder', 'apps/web', IN_WEB],
  ['its folder, as shells complete it', './apps/web/', IN_WEB],
  ['its package', 'web', IN_WEB],
])('an app is named by %s', async (_, name, paths) => {
  const { code, changed } = await init({ ...WORKSPACES.npm, ...TWO }, '--yes', '--app', name);
  expect(code).toBe(0);
  expect(changed).toEqual(paths);
});

test('a package that is no app, and the root, can be named', async () => {
  const files = { ...WORKSPACES.npm, ...TWO };
  const ui = await init(files, '--yes', '--app', '@acme/ui');
  expect(ui.changed).toContain('packages/ui/vite.config.js');
  const root = await init(files, '--yes', '--app', '.');
  expect(root.changed).toContain('iconloom.config.mjs');
});

test('a name that nothing has is refused with the nearest', async () => {
  const { code, stderr, changed } = await init(
    { ...WORKSPACES.npm, ...TWO },
    ...['--yes', '--app', 'apps/wep'],
  );
  expect({ code, changed }).toEqual({ code: 2, changed: [] });
  expect(stderr).toContain("Did you mean 'apps/web'?");
});

test('a root that is an app itself is one of the choices', async () => {
  const root = {
    'package.json': json({ workspaces: ['packages/*'], devDependencies: { vite: '1' } }),
    'vite.config.js': VITE,
  };
  const alone = await init({ ...root, ...PACKAGES }, '--yes');
  expect(alone.changed).toContain('vite.config.js');
  const two = await init({ ...root, ...PACKAGES, ...app('packages/site', 'site') }, '--yes');
  expect(two.stderr).toContain('several apps: ., packages/site.');
});

test('packages without any app are listed', async () => {
  const { code, stderr, changed } = await init({ ...WORKSPACES.npm, ...PACKAGES }, '--yes');
  expect({ code, changed }).toEqual({ code: 2, changed: [] });
  expect(stderr).toContain(
    'This is a workspace without an app; its packages are: packages/icons, packages/ui.',
  );
});

test('as JSON, the app is named', async () => {
  const files = { ...WORKSPACES.npm, ...app('apps/web', 'web') };
  const { stdout } = await init(files, '--json', '--dry-run');
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, app: 'apps/web' });
});

test('a folder of a workspace is set up by itself', async () => {
  const cwd = temporaryFolder();
  writeTree(cwd, { ...WORKSPACES.npm, ...TWO });
  const { code } = await run(join(cwd, 'apps/web'), 'init', '--yes');
  expect(code).toBe(0);
  expect(Object.keys(readTree(join(cwd, 'apps/web')))).toContain('iconloom.config.js');
});
