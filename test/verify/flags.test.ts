import { expect, test } from 'vitest';
import { resolveProject } from '../../src/node/resolve-project.ts';
import { loadVerifyInput } from '../../src/verify/verify-input.ts';
import { square, temporaryFolder, writeTree } from '../e2e/test-build.ts';

const PROJECT = {
  'package.json': '{}',
  'icons/box.svg': square(8).replace('d="M0 0', 'stroke="red" d="M0.12345 0'),
  'icons/nav/up.svg': square(3),
  'icons/script.svg': square(8).replace('<path', '<script/><path'),
  'icons/gradient.svg': square(8).replace(
    '<path',
    '<linearGradient id="g"><stop stop-color="red"/></linearGradient><path fill="url(#g)"',
  ),
};

/** Everything that a verification in browsers depends on, without running any. */
async function inputOf(options: object): Promise<unknown> {
  const cwd = temporaryFolder();
  writeTree(cwd, PROJECT);
  const config = resolveProject({ cache: false, ...options }, { cwd, configFile: 'x' });
  const { sprites, ...input } = await loadVerifyInput(config, { inMemory: true, command: 'b' });
  return { ...input, sprites: [...sprites] };
}

test.each([
  { exclude: ['icons/box.svg'] },
  { prefix: 'a-' },
  { ids: ['x-[name]'] },
  { precision: 1 },
  { color: 'currentColor' },
  { portable: false },
  { activeContent: 'remove' },
  { split: 'folder' },
  { fileName: 'x.svg' },
])('%j decides what is verified, so the help lists its flag', async (options) => {
  expect(await inputOf(options)).not.toEqual(await inputOf({}));
});

test.each([
  { names: 'ts' },
  { base: '/x/' },
  { layouts: ['css'] },
  { styles: ['scss'] },
  { catalog: 'file' },
  { keepGoing: true },
])('%j changes nothing that is verified, so the help hides its flag', async (options) => {
  expect(await inputOf(options)).toEqual(await inputOf({}));
});
