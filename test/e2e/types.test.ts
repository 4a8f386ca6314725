import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { typeProblems } from '../package/type-problems.ts';
import { run } from './run-cli.ts';
import { readTree, square, type Tree, temporaryFolder, writeTree } from './test-build.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const UI = 'packages/ui';

/** A package of components without a build, whose icons are in a package beside it. */
function uiPackage(): string {
  const root = temporaryFolder();
  writeTree(root, {
    'package.json': '{ "workspaces": ["packages/*"] }',
    'packages/icons/package.json': '{ "name": "@acme/icons" }',
    'packages/icons/svg/house.svg': square(4),
    'packages/icons/svg/nav/menu.svg': square(6),
    [`${UI}/package.json`]: '{ "type": "module" }',
    [`${UI}/iconloom.config.json`]: '{ "inputs": "@acme/icons/svg" }',
    [`${UI}/tsconfig.json`]: JSON.stringify({
      compilerOptions: {
        ...{ strict: true, noEmit: true, jsx: 'react-jsx', types: [] },
        ...{ module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true },
      },
      include: ['src'],
    }),
    [`${UI}/src/Menu.tsx`]: `import { Icon } from 'iconloom/react';
export const right = <Icon name="nav-menu" />;
export const wrong = <Icon name="nav-menv" />;
`,
  });
  link(join(root, 'node_modules/@acme/icons'), join(root, 'packages/icons'));
  link(join(root, 'node_modules/iconloom'), ROOT);
  for (const name of ['react', '@types/react', 'csstype']) {
    link(join(root, 'node_modules', name), join(ROOT, 'node_modules', name));
  }
  return root;
}

function link(path: string, target: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

test('a package of components refuses wrong names by itself, once its types are written', async () => {
  const root = uiPackage();
  const { code, stdout, stderr } = await run(join(root, UI), 'types');
  expect({ code, stdout, stderr }).toEqual({
    ...{ code: 0, stderr: '' },
    stdout: '2 names written to src/iconloom.d.ts\n',
  });
  const problems = typeProblems(join(root, UI));
  expect(problems).toContain('"nav-menv"');
  expect(problems.match(/error TS/g)).toHaveLength(1);
  const again = await run(join(root, UI), 'types');
  expect(again.stdout).toBe('2 names in src/iconloom.d.ts, unchanged\n');
});

async function types(files: Tree, ...args: readonly string[]) {
  const cwd = temporaryFolder();
  writeTree(cwd, files);
  const ran = await run(cwd, 'types', ...args);
  return { ...ran, tree: readTree(cwd) };
}

test('inputs and the file can be named', async () => {
  const files = { 'art/a.svg': square(2), 'package.json': '{}' };
  const { tree, stdout } = await types(files, 'art', '--dts', 'types/icons.d.ts');
  expect(stdout).toBe('1 name written to types/icons.d.ts\n');
  expect(tree['types/icons.d.ts']).toContain('"a": true;');
});

test.each([
  ['inputs that are missing', {}, 2, 'input-empty'],
  [
    'an icon with errors',
    { 'icons/a.svg': '<svg><script/></svg>', 'icons/b.svg': square(2) },
    1,
    'a.svg',
  ],
] as const)('%s: nothing is written', async (_, files, expected, text) => {
  const { code, stderr, tree } = await types(files);
  expect(code).toBe(expected);
  expect(stderr).toContain(text);
  expect(Object.keys(tree)).not.toContain('iconloom.d.ts');
});
