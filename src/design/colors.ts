/**
 * Colors of all pages, by the name of their custom property: in light, in dark, and if the system
 * forces colors. Text has a contrast of at least 4.5 to 1.
 */
export const THEMED_COLORS = {
  paper: ['#ffffff', '#17171a', 'Canvas'],
  sunken: ['#f7f7f5', '#1e1e22', 'Canvas'],
  hover: ['#f0f0ed', '#28282d', 'Canvas'],
  line: ['#e3e2de', '#313137', 'CanvasText'],
  'strong-line': ['#8a8984', '#77767e', 'CanvasText'],
  text: ['#1c1c1e', '#ededf1', 'CanvasText'],
  soft: ['#5f5e5a', '#a9a8b0', 'CanvasText'],
  accent: ['#4338ca', '#a8b1ff', 'Highlight'],
  'on-accent': ['#ffffff', '#14141f', 'HighlightText'],
  tint: ['#eeedfc', '#2a2a45', 'Canvas'],
  warning: ['#7a4b00', '#f3c262', 'CanvasText'],
  'warning-tint': ['#fdf3dc', '#33290f', 'Canvas'],
  'warning-mark': ['#c47a00', '#c47a00', 'Highlight'],
  error: ['#a81c14', '#ff9d94', 'CanvasText'],
  'error-tint': ['#fdecea', '#3b1c1a', 'Canvas'],
  'error-mark': ['#d0342c', '#d0342c', 'Highlight'],
  good: ['#17663a', '#7fd6a2', 'CanvasText'],
  removed: ['#a84300', '#ff9a52', 'CanvasText'],
  added: ['#0b5cc2', '#6fb0ff', 'CanvasText'],
} as const;

/** Colors that are the same in every theme: backgrounds that icons are shown on, and lines on icons. */
export const FIXED_COLORS = {
  'ground-light': '#ffffff',
  'ink-light': '#1c1c1e',
  'soft-light': '#5f5e5a',
  'ground-dark': '#17171a',
  'ink-dark': '#f2f2f5',
  'soft-dark': '#a9a8b0',
  brand: '#5b3df5',
  'on-brand': '#ffffff',
  // Parts of a picture that a change removed or added: distinct with every color vision.
  'removed-mark': '#e66100',
  'added-mark': '#1a85ff',
  'pixel-grid': '#6e6e6e',
  keyline: '#e8256e',
  'keyline-on-brand': '#ff2d78',
  'live-area': '#0b6fd0',
  seam: '#4338ca',
  'image-ground': '#ffffff',
  'image-ink': '#000000',
} as const;
