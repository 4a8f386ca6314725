import { RECOMMENDED_DRAWING, STRICT_DRAWING } from './presets-drawing.ts';
import type { RuleSetting } from './types.ts';

export const PRESET_NAMES = ['recommended', 'strict', 'none'] as const;

/** Settings of rules to start from. */
export type Preset = (typeof PRESET_NAMES)[number];

/**
 * What each preset sets, by rule; a rule that is not named is off. `recommended` finds what is wrong
 * in a set of any style; `strict` asks that a set is of one style, and told of in full.
 */
export const PRESETS: Readonly<Record<Preset, Readonly<Record<string, RuleSetting>>>> = {
  recommended: {
    ...RECOMMENDED_DRAWING,
    naming: 'warning',
    metadata: 'warning',
    aliases: 'warning',
    deprecations: 'error',
    duplicates: 'warning',
    'near-duplicates': 'info',
    'sprite-budget': 'warning',
  },
  strict: {
    ...STRICT_DRAWING,
    naming: ['error', { kebab: true }],
    metadata: ['error', { required: ['title', 'category', 'tags'] }],
    aliases: 'error',
    deprecations: 'error',
    duplicates: 'error',
    'near-duplicates': 'warning',
    'turned-duplicates': 'info',
    'sprite-budget': ['error', { brotli: 100_000 }],
  },
  none: {},
};
