import { expect, it } from 'vitest';
import * as icons from '../../dist/icons.js';
import * as library from '../../dist/index.js';

it('exports this from iconloom, and nothing else', () => {
  expect(Object.keys(library).sort()).toEqual([
    'BuildError',
    'build',
    'buildShard',
    'checkIcons',
    'defineConfig',
    'mergeShards',
    'transformIcon',
    'watch',
  ]);
});

it('exports this from iconloom/icons, and nothing else', () => {
  expect(Object.keys(icons).sort()).toEqual([
    'aliases',
    'directional',
    'icon',
    'iconHref',
    'iconNames',
    'icons',
    'isIconName',
  ]);
});
