import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkIcons } from '../../src/pipeline/check.ts';
import { namesIn, square, testBuild } from './test-build.ts';

const meta = (said: object) => JSON.stringify(said);

/** Names of what every object has, wherever a project gives names. */
const FILES = {
  'icons/constructor/constructor.svg': square(1),
  'icons/__proto__/__proto__.svg': square(2),
  'icons/toString/hasOwnProperty.svg': square(3),
  'icons/valueOf.svg': square(4),
  'icons/valueOf.meta.json':
    '{"category":"__proto__","tags":["constructor","__proto__"],"aliases":["constructor"],' +
    '"deprecated":{"use":"constructor-constructor"}}',
  'icons/prototype.svg': square(5),
  'icons/prototype.meta.json': meta({ category: 'constructor', source: 'toString' }),
};

test('icons, folders, aliases, tags and categories may be called as what objects have', async () => {
  const { tree, cwd } = await testBuild({
    files: FILES,
    config: { split: 'folder', catalog: 'folder', layouts: 'view', names: 'js' },
  });
  expect([...namesIn(tree)].sort()).toEqual([
    'constructor-constructor',
    'proto-proto',
    'prototype',
    'to-string-has-own-property',
    'value-of',
  ]);
  expect(Object.keys(tree)).toEqual(
    expect.arrayContaining(['constructor.svg', 'proto.svg', 'to-string.svg']),
  );
  const path = join(cwd, 'dist/icons.mjs');
  writeFileSync(path, tree['icons.js'] ?? '');
  const { iconHref, isIconName, aliases } = await import(path);
  expect(iconHref('constructor')).toContain('#value-of');
  expect(iconHref('constructor-constructor')).toContain('#constructor-constructor');
  expect(Object.keys(aliases)).toEqual(['constructor']);
  expect(isIconName('toString')).toBe(false);
});

test.for(['constructor', '__proto__', 'toString'])(
  'an exception from a rule %s, which there is not, is told',
  async (rule) => {
    const { cwd } = await testBuild({
      files: {
        'icons/box.svg': square(8),
        'icons/box.meta.json': `{"suppressions":{"${rule}":"why"}}`,
      },
    });
    const { diagnostics } = await checkIcons({}, { cwd });
    expect(diagnostics.map(({ code }) => code)).toContain('exception-unknown');
  },
);

test('sprites of these names have the budget that all have', async () => {
  const { cwd } = await testBuild({
    files: { 'icons/constructor/a.svg': square(1), 'icons/toString/a.svg': square(2) },
    config: { split: 'folder' },
  });
  const rules = { 'sprite-budget': ['error', { raw: 10 }] } as const;
  const { diagnostics } = await checkIcons({ split: 'folder', lint: { rules } }, { cwd });
  const found = diagnostics.filter(({ code }) => code === 'lint/sprite-budget');
  expect(found.map(({ file }) => file)).toEqual(['dist/constructor.svg', 'dist/to-string.svg']);
});

test.for(['constructor', '__proto__', 'prototype'])(
  'the configuration is told that %s stands for no number',
  async (key) => {
    for (const option of ['aliases', 'color']) {
      const config = JSON.parse(`{"${option}":{"${key}":5}}`);
      const { error } = await testBuild({
        files: { 'icons/box.svg': square(8) },
        config,
        diagnostics: ['configuration invalid-option'],
      });
      expect(error?.diagnostics[0]?.message).toContain(`'${option}' must be`);
    }
  },
);
