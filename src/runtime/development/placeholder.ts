/** Placeholder of a missing icon: a dashed box with a cross, in the text color. */
export const BOX = { viewBox: '0 0 24 24' } as const;

/** Attributes of its path, in the spelling of HTML. */
export const CROSS = {
  d: 'M3 3h18v18H3zM8 8l8 8M16 8l-8 8',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-dasharray': '3 2',
  'stroke-width': '2',
} as const;
