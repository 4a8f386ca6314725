import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { symbolToSvg } from '../../src/core/symbol.ts';
import { transformIcon } from '../../src/icon/transform.ts';

const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const FOLDERS = [
  'lucide-static/icons',
  'simple-icons/icons',
  '@tabler/icons/icons/outline',
  '@tabler/icons/icons/filled',
  'flag-icons/flags/4x3',
];
const EVERY = 20;

describe.each(FOLDERS)('every 20th icon of %s', (folder) => {
  test.each(['keep', 'variables'] as const)('is the same when built again: %s', async (color) => {
    const files = readdirSync(join(MODULES, folder)).sort();
    for (const file of files.filter((_, index) => index % EVERY === 0)) {
      const svg = readFileSync(join(MODULES, folder, file), 'utf8');
      const { symbol } = await transformIcon(svg, { id: 'icon', color });
      const again = await transformIcon(symbolToSvg(symbol, 'icon'), { id: 'icon', color });
      expect(again.symbol, file).toBe(symbol);
    }
  });
});
