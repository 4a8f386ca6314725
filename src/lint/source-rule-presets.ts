import type { RuleSetting } from './types.ts';

/** Settings of rules that check drawings. */
export type SourceRulePreset = Readonly<Record<string, RuleSetting>>;

/**
 * Reports mistakes in sets of any style, but no matters of taste. Every build reports text and
 * bitmaps anyway.
 */
export const RECOMMENDED_SOURCE_RULES: SourceRulePreset = {
  'view-box': 'warning',
  'live-area': 'warning',
  'optical-center': 'off',
  'pixel-grid': 'off',
  'stroke-width': 'warning',
  'stroke-caps': 'warning',
  'stroke-joins': 'warning',
  'open-shapes': 'warning',
  'stray-points': 'warning',
  'invisible-shapes': 'warning',
  colors: 'off',
  'color-count': 'off',
  contrast: 'info',
  gradients: 'off',
  filters: 'warning',
  bitmaps: 'off',
  text: 'off',
  portability: 'warning',
  nodes: 'off',
  bytes: ['info', { most: 16_384 }],
};

/** Requires one grid, line style and live area: those of most drawings, or as configured. */
export const STRICT_SOURCE_RULES: SourceRulePreset = {
  'view-box': ['error', { origin: true, agree: 0.6 }],
  'live-area': ['warning', { margin: 'set' }],
  'optical-center': 'warning',
  'pixel-grid': 'warning',
  'stroke-width': ['error', { agree: 0.6 }],
  'stroke-caps': ['error', { agree: 0.6 }],
  'stroke-joins': ['error', { agree: 0.6 }],
  'open-shapes': ['warning', { lined: false }],
  'stray-points': 'warning',
  'invisible-shapes': ['warning', { frame: true }],
  colors: ['warning', { agree: 0.6 }],
  'color-count': 'warning',
  contrast: ['warning', { share: 0.5 }],
  gradients: 'warning',
  filters: 'error',
  bitmaps: 'error',
  text: 'error',
  portability: ['warning', { multicolor: true }],
  nodes: 'warning',
  bytes: 'warning',
};
