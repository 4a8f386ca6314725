import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { addIcons } from '../../src/add/add-icons.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { applyPlan } from '../../src/rename/apply.ts';
import { planRename } from '../../src/rename/plan-rename.ts';
import { namesIn, square, temporaryFolder, testBuild, writeTree } from './test-build.ts';

const BIN = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
const isTemporary = (name: string) => /\.iconloom-\d+-[\da-f]+$/.test(name);
/** Of a process that no system has. */
const LEFT = '.menu.svg.iconloom-999999999-0123456789ab';

const CALLS = {
  add: ['add', 'new.svg'],
  'add --force': ['add', 'new.svg', '--name', 'menu', '--force'],
  rename: ['rename', 'menu', 'burger', '--yes'],
} as const;

describe.each(Object.entries(CALLS))('%s', (_, args) => {
  test('that is killed while it writes leaves whole drawings, and the next run clears up', async () => {
    let killed = 0;
    // On a busy machine, a run may end before it is seen to write.
    for (let turn = 0; turn < 3 || (killed === 0 && turn < 30); turn++) {
      const cwd = temporaryFolder();
      const icons = join(cwd, 'icons');
      writeTree(cwd, {
        ...{ 'icons/menu.svg': square(8), 'icons/other.svg': square(6), 'new.svg': square(4) },
        'icons/menu.meta.json': '{"tags":["x"]}',
      });
      const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: 'ignore' });
      const watcher = watch(icons, () => {
        if (readdirSync(icons).some(isTemporary)) child.kill('SIGKILL');
      });
      await once(child, 'exit');
      watcher.close();
      killed += Number(child.signalCode === 'SIGKILL');
      // What was left is no icon, and no drawing is half there.
      const before = readdirSync(icons).filter((name) => !isTemporary(name));
      expect(before).toContain('other.svg');
      const config = resolveConfig({}, { cwd, configFile: 'x' });
      await planRename(config, 'other', 'another').then(applyPlan);
      expect(readdirSync(icons).filter(isTemporary)).toEqual([]);
    }
    expect(killed).toBeGreaterThan(0);
  });
});

describe('what a killed run left', () => {
  function project() {
    const cwd = temporaryFolder();
    writeTree(cwd, { 'icons/menu.svg': square(8), 'new.svg': square(4) });
    writeFileSync(join(cwd, 'icons', LEFT), '<svg');
    return { cwd, config: resolveConfig({}, { cwd, configFile: 'x' }) };
  }

  test('is no icon of a build', async () => {
    const { cwd } = project();
    const { tree } = await testBuild({ cwd });
    expect(namesIn(tree)).toEqual(['menu']);
  });

  test('is gone after the next add', async () => {
    const { cwd, config } = project();
    await addIcons(['new.svg'], config);
    expect(readdirSync(join(cwd, 'icons')).sort()).toEqual([
      'menu.svg',
      'new.meta.json',
      'new.svg',
    ]);
  });

  test('is gone after the next rename', async () => {
    const { cwd, config } = project();
    applyPlan(await planRename(config, 'menu', 'burger'));
    expect(readdirSync(join(cwd, 'icons')).sort()).toEqual(['burger.meta.json', 'burger.svg']);
  });

  test('stays where it belongs to a process that still works on it', async () => {
    const { cwd, config } = project();
    const busy = LEFT.replace('999999999', String(process.pid));
    writeFileSync(join(cwd, 'icons', busy), '');
    await addIcons(['new.svg'], config);
    expect(readdirSync(join(cwd, 'icons')).filter(isTemporary)).toEqual([busy]);
  });
});
