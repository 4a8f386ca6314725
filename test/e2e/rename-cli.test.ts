import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonOf, run, runIn } from './run-cli.ts';
import { readTree, square } from './test-build.ts';

const CODE = `import { Icon } from 'iconloom/react';\nexport const page = <Icon name="box" />;\n`;
const PROJECT = {
  'icons/box.svg': square(8),
  'icons/lid.svg': square(4),
  'icons/lid.meta.json': '{\n  "tags": ["cover"]\n}\n',
  'src/page.tsx': CODE,
};
const USES = ['--source', 'src/**'];

describe('rename', () => {
  test('moves the drawing, keeps the old name, and lists what it did', async () => {
    const { code, stdout, stderr, tree } = await runIn(PROJECT, 'rename', 'lid', 'cover');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('icons/lid.svg → icons/cover.svg');
    const icons = tree('icons');
    expect(Object.keys(icons)).toEqual(['box.svg', 'cover.meta.json', 'cover.svg']);
    expect(icons['cover.meta.json']).toBe('{\n  "tags": ["cover"],\n  "aliases": ["lid"]\n}\n');
  });

  test('--no-alias lets the old name go', async () => {
    const { tree } = await runIn(PROJECT, 'rename', 'box', 'crate', '--no-alias');
    expect(Object.keys(tree('icons'))).toEqual(['crate.svg', 'lid.meta.json', 'lid.svg']);
  });

  test('--merge makes one of two that draw the same, and lists what goes', async () => {
    const twins = { 'icons/box.svg': square(8), 'icons/crate.svg': square(8) };
    const refused = await runIn(twins, 'rename', 'crate', 'box');
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain("--merge makes 'crate' an alias of 'box'");
    const { code, stdout, tree } = await runIn(twins, 'rename', 'crate', 'box', '--merge');
    expect(code).toBe(0);
    expect(stdout).toContain('  remove  icons/crate.svg  icons/box.svg has the same drawing\n');
    expect(Object.keys(tree('icons'))).toEqual(['box.meta.json', 'box.svg']);
  });

  test('code is not changed before it was seen: the uses are listed, and nothing is written', async () => {
    const { code, stdout, stderr, cwd } = await runIn(PROJECT, 'rename', 'box', 'crate', ...USES);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'src/page.tsx:2:33\n    - <Icon name="box" />\n    + <Icon name="crate" />',
    );
    expect(stderr).toContain('--yes');
    expect(readTree(cwd)).toEqual(PROJECT);
  });

  test('--yes writes it all', async () => {
    const { cwd } = await runIn(PROJECT, 'rename', 'box', 'crate', ...USES, '--yes');
    const after = readTree(cwd);
    expect(after['src/page.tsx']).toBe(CODE.replace('"box"', '"crate"'));
    expect(after['icons/crate.svg']).toBe(square(8));
    expect(after).not.toHaveProperty(join('icons', 'box.svg'));
  });

  test('--dry-run writes nothing, --json says so', async () => {
    const flags = [...USES, '--yes', '--dry-run', '--json'];
    const { cwd, ...result } = await runIn(PROJECT, 'rename', 'box', 'crate', ...flags);
    expect(jsonOf(result)).toMatchObject({
      ok: true,
      written: false,
      moves: [{ from: 'icons/box.svg', to: 'icons/crate.svg' }],
      uses: [{ file: 'src/page.tsx', where: { line: 2, column: 33 } }],
    });
    expect(readTree(cwd)).toEqual(PROJECT);
  });

  test('a name that is taken, and one that is none: exit code 2, the reason, nothing written', async () => {
    const { cwd, code, stderr } = await runIn(PROJECT, 'rename', 'box', 'lid');
    expect(code).toBe(2);
    expect(stderr).toContain("'lid'");
    const none = await run(cwd, 'rename', 'bux', 'crate');
    expect(none.code).toBe(2);
    expect(none.stderr).toContain("Did you mean 'box'?");
    expect(readTree(cwd)).toEqual(PROJECT);
  });
});

describe('deprecate', () => {
  test('says in the metadata what to use, and types and manifest say it after a build', async () => {
    const { cwd, code } = await runIn(
      PROJECT,
      ...['deprecate', 'lid', '--use', 'box', '--since', '2.0.0'],
    );
    expect(code).toBe(0);
    await run(cwd, 'build');
    const { 'icons/lid.meta.json': meta = '', ...after } = readTree(cwd);
    expect(JSON.parse(meta)).toEqual({
      tags: ['cover'],
      deprecated: { use: 'box', since: '2.0.0' },
    });
    expect(JSON.parse(after['dist/manifest.json'] ?? '').icons.lid.deprecated).toEqual({
      use: 'box',
      since: '2.0.0',
    });
    expect(after['dist/icons.d.ts']).toMatch(/@deprecated[^\n]*box/);
  });

  test('--dry-run writes nothing', async () => {
    const { cwd, stdout } = await runIn(PROJECT, 'deprecate', 'lid', '--use', 'box', '--dry-run');
    expect(stdout).toContain("is deprecated in favor of 'box'");
    expect(readTree(cwd)).toEqual(PROJECT);
  });

  test('--note says why nothing replaces it: check accepts it, and types and list show it', async () => {
    const { cwd } = await runIn(PROJECT, 'deprecate', 'lid', '--note', 'Boxes have no lids.');
    await run(cwd, 'build');
    const tree = readTree(cwd);
    const deprecated = { note: 'Boxes have no lids.' };
    expect(JSON.parse(tree['icons/lid.meta.json'] ?? '')).toEqual({ tags: ['cover'], deprecated });
    expect(tree['dist/icons.d.ts']).toContain('* @deprecated Boxes have no lids.');
    expect((await run(cwd, 'list')).stdout).toMatch(
      /^lid .*\(deprecated: Boxes have no lids\.\)$/m,
    );
    expect(jsonOf(await run(cwd, 'list', '--json'))[1]).toMatchObject({ name: 'lid', deprecated });
    expect((await run(cwd, 'check')).stdout).not.toContain('lint/deprecations');
  });

  test('takes the names that lead, and writes them', async () => {
    const led = (name: string) => `{"displayName": "${name}", "aliases": ["${name}"]}`;
    const { cwd, code } = await runIn(
      { ...PROJECT, 'icons/lid.meta.json': led('cover'), 'icons/box.meta.json': led('crate') },
      ...['deprecate', 'cover', '--use', 'crate'],
    );
    expect(code).toBe(0);
    const { deprecated } = JSON.parse(readTree(cwd)['icons/lid.meta.json'] ?? '');
    expect(deprecated).toEqual({ use: 'crate' });
  });

  test('an icon to use that is itself deprecated, without a replacement: exit code 2', async () => {
    const { code, stderr } = await runIn(
      { ...PROJECT, 'icons/box.meta.json': '{"deprecated": {"note": "Gone."}}' },
      ...['deprecate', 'lid', '--use', 'box'],
    );
    expect(code).toBe(2);
    expect(stderr).toContain('Name another icon with --use.');
  });

  test('an icon to use that is none: exit code 2, what may be meant, nothing written', async () => {
    const { cwd, code, stderr } = await runIn(PROJECT, 'deprecate', 'lid', '--use', 'bax');
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean 'box'?");
    expect(readTree(cwd)).toEqual(PROJECT);
  });
});
