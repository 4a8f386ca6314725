import type { PresetDefaultOverrides } from 'svgo';

/** How much of svgo's preset runs. */
export interface Gentleness {
  /** For the diagnostic: what this step does, after “it was”. */
  readonly about: string;
  /** `false`: no pass of svgo runs. */
  readonly preset:
    | false
    | { readonly floatPrecision?: number; readonly overrides?: PresetDefaultOverrides };
}

/** Passes that rebuild what is drawn from other parts; the rest only shortens or drops. */
const REBUILDING: PresetDefaultOverrides = {
  collapseGroups: false,
  convertPathData: false,
  convertShapeToPath: false,
  convertTransform: false,
  mergePaths: false,
  moveElemsAttrsToGroup: false,
  moveGroupAttrsToElems: false,
  removeHiddenElems: false,
  removeUnknownsAndDefaults: false,
  removeUselessStrokeAndFill: false,
};

/** What every icon gets first. */
export const USUAL: Gentleness = { about: 'optimized as usual', preset: {} };

/** The last resort: only our own passes run. */
export const UNOPTIMIZED: Gentleness = { about: 'cleaned but not optimized', preset: false };

/** Steps to try after it, each gentler than the one before, until the picture is right. */
export const GENTLER: readonly Gentleness[] = [
  { about: 'optimized with more digits', preset: { floatPrecision: 6 } },
  {
    about: 'optimized without rebuilding shapes and groups',
    preset: { floatPrecision: 6, overrides: REBUILDING },
  },
  UNOPTIMIZED,
];
