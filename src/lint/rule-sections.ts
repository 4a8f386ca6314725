/** Sections of the documentation of rules, in its order. */
export const RULE_SECTIONS = {
  size: { title: 'Size and place', intro: '' },
  lines: { title: 'Lines', intro: '' },
  shapes: { title: 'Shapes', intro: '' },
  color: { title: 'Color', intro: '' },
  features: { title: 'Gradients, filters, bitmaps, text and masks', intro: '' },
  budgets: { title: 'Size budgets', intro: '' },
  names: { title: 'Names and metadata', intro: '' },
  similar: {
    title: 'Similar icons',
    intro:
      'These rules compare icons as pictures of 48 × 48 px, in their colors, independent of their original size and points. Deprecated icons are skipped, because they often look like their replacement.',
  },
} as const;

export type RuleSection = keyof typeof RULE_SECTIONS;
