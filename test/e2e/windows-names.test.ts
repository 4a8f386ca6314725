import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addIcons } from '../../src/add/add-icons.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { BuildError } from '../../src/core/errors.ts';
import { windowsNameProblem } from '../../src/core/reserved-names.ts';
import { checkIcons } from '../../src/pipeline/check.ts';
import { proposeName } from '../../src/preview/propose-name.ts';
import { resolveSaveTarget } from '../../src/preview/save-target.ts';
import { planRename } from '../../src/rename/plan-rename.ts';
import { square, temporaryFolder, writeTree } from './test-build.ts';

describe('a path', () => {
  test.each([
    'con.svg',
    'CON',
    'nav/Aux.svg',
    'nul.tar.svg',
    'com1.svg',
    'LPT9',
    'com¹.svg',
    'lpt³',
    'prn/menu.svg',
    'nul .svg',
    'CONOUT$.svg',
    'a:b.svg',
    'a?.svg',
    'a*b.svg',
    'a"b.svg',
    'a|b.svg',
    'a\\b.svg',
    'a\nb.svg',
    'menu./x.svg',
    'menu /x.svg',
  ])('%j cannot be on Windows', (path) => {
    expect(windowsNameProblem(path)).toBeDefined();
  });

  test.each([
    'icon.svg',
    'console.svg',
    'com.svg',
    'com10.svg',
    'aux-in.svg',
    'lpt.svg',
    '../a.svg',
    './a',
    'D:/a.svg',
    '日本.svg',
  ])('%j can', (path) => {
    expect(windowsNameProblem(path)).toBeUndefined();
  });
});

describe.each(['con', 'AUX', 'nul.svg', 'com1', 'LPT³', 'prn/menu', 'Con.', 'con ', ':nul'])(
  'the name %j',
  (name) => {
    function project() {
      const cwd = temporaryFolder();
      writeTree(cwd, { 'icons/menu.svg': square(8), 'new.svg': square(4) });
      return { cwd, config: resolveConfig({}, { cwd, configFile: 'x' }) };
    }
    const errorOf = async (task: () => unknown) => {
      try {
        await task();
      } catch (error) {
        expect(error).toBeInstanceOf(BuildError);
        return (error as BuildError).diagnostics[0];
      }
      return undefined;
    };

    test('is refused by add, rename and the preview', async () => {
      const { cwd, config } = project();
      const added = await errorOf(() => addIcons(['new.svg'], config, { name }));
      expect(added?.code).toBe('name-reserved');
      expect(added?.message).toMatch(/Windows reserves '\S+' for a device/);
      expect(added?.hint).toContain('another name');
      const renamed = await errorOf(() => planRename(config, 'menu', name));
      expect(renamed?.message).toContain('for a device');
      const saved = await errorOf(() =>
        resolveSaveTarget(name, undefined, join(cwd, 'icons'), config),
      );
      expect(saved?.code).toBe('name-reserved');
      expect(existsSync(join(cwd, 'icons/con.svg'))).toBe(false);
      expect(readFileSync(join(cwd, 'icons/menu.svg'), 'utf8')).toBe(square(8));
    });
  },
);

test.each(['con.svg', 'AUX.svg', 'com1.svg', 'ic-nul-24px.svg'])(
  'the preview proposes another name for %s',
  (file) => {
    const name = proposeName([file], []);
    expect(name).toMatch(/^\w+-icon$/);
    expect(windowsNameProblem(name)).toBeUndefined();
  },
);

test('the linter tells of sources that Windows cannot have', async () => {
  const cwd = temporaryFolder();
  writeTree(cwd, {
    'icons/con.svg': square(1),
    'icons/aux/menu.svg': square(2),
    'icons/com¹.svg': square(3),
    'icons/fine.svg': square(4),
    ...(process.platform === 'win32' ? {} : { 'icons/what?.svg': square(5) }),
  });
  const { diagnostics } = await checkIcons({ lint: { rules: { naming: 'warning' } } }, { cwd });
  const found = diagnostics.filter(
    ({ code, message }) => code === 'lint/naming' && /Windows/.test(message),
  );
  expect(found.map(({ file }) => file)).toEqual(
    ['icons/aux/menu.svg', 'icons/com¹.svg', 'icons/con.svg', 'icons/what?.svg'].slice(
      0,
      process.platform === 'win32' ? 3 : 4,
    ),
  );
});
