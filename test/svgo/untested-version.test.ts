import { describe, expect, test, vi } from 'vitest';
import { isTestedVersion } from '../../src/icon/svgo/installed-svgo.ts';
import { tryTransformIcon } from '../../src/icon/transform.ts';
import { expectSamePicture, FIXTURES } from './expect-pictures.ts';

type Overrides = Readonly<Record<string, unknown>>;

/** Overrides of each run of the preset. */
const runs = vi.hoisted((): Overrides[] => []);

/** A later svgo: its internals are gone, a plugin has gone, and one is new. */
vi.mock('svgo/browser', async (importOriginal) => {
  const svgo = await importOriginal<typeof import('svgo/browser')>();
  const isPreset = ({ name }: { name: string }) => name === 'preset-default';
  const preset = svgo.builtinPlugins.find(isPreset) as unknown as {
    plugins: readonly { name: string }[];
    fn: (root: unknown, params: object, info: unknown) => void;
  };
  const names = [...preset.plugins.map(({ name }) => name), 'removeEverything'];
  const laterPreset = {
    name: 'preset-default',
    plugins: names.filter((name) => name !== 'mergeStyles').map((name) => ({ name })),
    fn(root: unknown, { overrides, ...params }: { overrides: Overrides }, info: unknown) {
      runs.push(overrides);
      const { removeEverything, ...others } = overrides;
      preset.fn(root, { ...params, overrides: { ...others, mergeStyles: false } }, info);
    },
  };
  return {
    ...svgo,
    VERSION: '4.9.0',
    _collections: undefined,
    builtinPlugins: [...svgo.builtinPlugins.filter((each) => !isPreset(each)), laterPreset],
  };
});

const svgOf = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${inner}</svg>`;

/** Overrides of the first run of the preset for a source. */
async function overridesFor(inner: string): Promise<Overrides> {
  runs.length = 0;
  const { diagnostics } = await tryTransformIcon(svgOf(inner), { id: 'icon' });
  expect(diagnostics).toEqual([]);
  return runs[0] ?? {};
}

test('the preset runs as a whole, without plugins for ids and styles, and without new ones', async () => {
  expect(isTestedVersion).toBe(false);
  const overrides = await overridesFor('<path d="M4 4h9v9z"/>');
  expect(overrides).toMatchObject({
    cleanupIds: false,
    inlineStyles: false,
    minifyStyles: false,
    removeEverything: false,
  });
  // svgo prints a warning for a plugin that it does not have.
  expect(overrides).not.toHaveProperty('mergeStyles');
  expect(overrides).not.toHaveProperty('collapseGroups');
});

test.each([
  [
    'an animation',
    'removeHiddenElems',
    '<path d="M4 4h9v9z"><set attributeName="fill" to="red"/></path>',
  ],
  ['a path length', 'convertPathData', '<path pathLength="9" stroke="red" d="M4 4h9v9z"/>'],
  ['a tiny scale', 'convertTransform', '<path transform="scale(.001)" d="M4 4h9999v9999z"/>'],
  [
    'opacity in opacity',
    'collapseGroups',
    '<g opacity=".5"><g><path opacity=".5" d="M4 4h9v9z"/></g></g>',
  ],
  [
    'a style sheet that counts',
    'removeEmptyContainers',
    '<style>@media print{path:first-child{fill:red}}</style><path d="M4 4h9v9z"/>',
  ],
])('%s turns %s off', async (_, plugin, inner) => {
  expect(await overridesFor(inner)).toHaveProperty(plugin, false);
});

test('an override for a plugin that svgo does not have is an error', async () => {
  const { diagnostics } = await tryTransformIcon(svgOf('<path d="M4 4h9v9z"/>'), {
    id: 'icon',
    svgo: { overrides: { noSuchPlugin: false } as never },
  });
  expect(diagnostics.map(({ message }) => message).join()).toContain('noSuchPlugin');
});

describe('fixtures look like those of the tested version', () => {
  test.for(FIXTURES)('$name', expectSamePicture);
});
