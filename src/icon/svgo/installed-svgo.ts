/**
 * The installed svgo, and the internals that iconloom uses: the plugins of the preset, their order,
 * and their tables.
 */
import type { BuiltinPlugin } from 'svgo';
// Not a named import, since a missing export would be an error at import.
import * as svgo from 'svgo/browser';

type Collections = typeof svgo._collections;

/** Versions that `applicable-passes.ts`, `attribute-guards.ts` and `element-guards.ts` describe. */
const TESTED_VERSIONS = /^4\.1\.\d+$/;

const exported: Partial<typeof svgo> = svgo;

/** svgo's `preset-default`. */
export const PRESET = svgo.builtinPlugins.find(({ name }) => name === 'preset-default') as
  | (BuiltinPlugin<string, object> & {
      readonly plugins?: readonly BuiltinPlugin<string, object>[];
    })
  | undefined;

/** Tables of elements and attributes; empty if this version has none. */
export const COLLECTIONS: Collections =
  exported._collections ??
  ({
    elems: {},
    elemsGroups: { shape: new Set(), container: new Set(), nonRendering: new Set() },
    attrsGroups: {},
    attrsGroupsDefaults: {},
    attrsGroupsDeprecated: {},
    colorsProps: new Set(),
    colorsShortNames: {},
    inheritableAttrs: new Set(),
  } as unknown as Collections);

/**
 * True if the version is tested, so that single plugins can be ordered, skipped and guarded. Any
 * other version runs its preset as a whole.
 */
export const isTestedVersion: boolean =
  TESTED_VERSIONS.test(svgo.VERSION) &&
  exported._collections !== undefined &&
  PRESET?.plugins !== undefined;

/** Version of the installed svgo if it is not tested. */
export const untestedVersion: string | undefined = isTestedVersion ? undefined : svgo.VERSION;
