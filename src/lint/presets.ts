import { RECOMMENDED_SOURCE_RULES, STRICT_SOURCE_RULES } from './source-rule-presets.ts';
import type { RuleSetting } from './types.ts';

export const PRESET_NAMES = ['recommended', 'strict', 'none'] as const;

/** Name of a preset of rule settings. */
export type Preset = (typeof PRESET_NAMES)[number];

/**
 * Settings by rule of each preset; a missing rule is off. `recommended` finds mistakes in sets of
 * any style; `strict` requires one style and complete metadata.
 */
export const PRESETS: Readonly<Record<Preset, Readonly<Record<string, RuleSetting>>>> = {
  recommended: {
    ...RECOMMENDED_SOURCE_RULES,
    naming: 'warning',
    metadata: 'warning',
    aliases: 'warning',
    deprecations: 'error',
    duplicates: 'warning',
    'near-duplicates': 'info',
    'sprite-budget': 'warning',
  },
  strict: {
    ...STRICT_SOURCE_RULES,
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
