/**
 * Names of the presets. `recommended` finds mistakes in sets of any style, and icons that
 * differ from at least 90 % of their folder; `strict` requires one
 * style and complete metadata; `none` disables all rules.
 */
export const PRESET_NAMES = ['recommended', 'strict', 'none'] as const;

/** Name of a preset of rule settings. */
export type Preset = (typeof PRESET_NAMES)[number];
