import { describe, expect, test } from 'vitest';
import { jsonOf, runIn } from './run-cli.ts';
import { square } from './test-build.ts';

const PROJECT = {
  'package.json': '{ "devDependencies": { "vite": "*", "react": "*", "vite-plugin-svgr": "*" } }\n',
  'vite.config.js':
    "import svgr from 'vite-plugin-svgr';\n\nexport default { plugins: [svgr()] };\n",
  'src/icons/home.svg': square(4),
  'src/main.jsx':
    "import Home from './icons/home.svg?react';\n\nexport const page = <Home width={8} height={8} />;\n",
};

describe('migrate', () => {
  test('lists what it would change, and writes nothing unless asked to', async () => {
    const { code, stdout, stderr, tree } = await runIn(PROJECT, 'migrate');
    expect(code).toBe(0);
    expect(stdout).toContain(`  src/main.jsx:3
    - export const page = <Home width={8} height={8} />;
    + export const page = <Icon name="home" width={8} height={8} />;`);
    expect(stdout).toContain('  create  iconloom.config.mjs  the configuration');
    expect(stderr).toContain('Run the command again with --yes');
    expect(Object.keys(tree('.')).sort()).toEqual(Object.keys(PROJECT).sort());
  });

  test('writes with --yes, and says what to do next', async () => {
    const { stdout, tree } = await runIn(PROJECT, 'migrate', '--yes');
    expect(tree('.')['vite.config.js']).toContain("import icons from 'iconloom/vite';");
    expect(stdout).toContain('uninstall vite-plugin-svgr');
  });

  test('writes nothing with --dry-run, and tells a program the same as JSON', async () => {
    const run = await runIn(PROJECT, 'migrate', '--dry-run', '--json');
    expect(jsonOf(run)).toMatchObject({ ok: true, written: false, manual: [] });
    expect(run.tree('.')['src/main.jsx']).toBe(PROJECT['src/main.jsx']);
  });

  test('of a project with none of the tools is an error of the call', async () => {
    const { code, stderr } = await runIn({ 'package.json': '{}' }, 'migrate');
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('nothing-to-migrate'),
    });
  });
});

test('init says that a tool was found which can be migrated', async () => {
  const { stdout } = await runIn(PROJECT, 'init', '--dry-run');
  expect(stdout).toContain(
    'found vite-plugin-svgr: to migrate its icons and uses, run npx iconloom migrate',
  );
});
