import { FIXED_COLORS, THEMED_COLORS } from './colors.ts';

/** Design tokens that are no colors, by the name of their custom property. */
const MEASURES: Readonly<Record<string, string>> = {
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  mono: 'ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  'size-tiny': '11px',
  'size-small': '12px',
  'size-note': '13px',
  'size-body': '14px',
  'size-large': '16px',
  'size-title': '18px',
  'space-1': '4px',
  'space-2': '8px',
  'space-3': '12px',
  'space-4': '16px',
  'space-5': '24px',
  'space-6': '40px',
  'radius-small': '8px',
  radius: '10px',
  'radius-large': '14px',
  focus: '2px solid var(--accent)',
  'focus-offset': '2px',
};

const SHADOWS = {
  light: {
    shadow: '0 8px 28px rgb(20 20 30 / 14%), 0 1px 3px rgb(20 20 30 / 10%)',
    'shadow-small': '0 4px 14px rgb(20 20 30 / 8%)',
  },
  dark: {
    shadow: '0 10px 32px rgb(0 0 0 / 55%), 0 0 0 1px rgb(255 255 255 / 6%)',
    'shadow-small': '0 4px 14px rgb(0 0 0 / 40%)',
  },
};

/** Index of each theme in the table of colors. */
const THEMES = { light: 0, dark: 1, forced: 2 } as const;

const light = block(
  { ...themeColors('light'), ...SHADOWS.light, ...FIXED_COLORS, ...MEASURES },
  'light',
);
const dark = block({ ...themeColors('dark'), ...SHADOWS.dark }, 'dark');

/**
 * Style sheet with the design tokens of all pages, as custom properties. Pages follow the system; the
 * attribute `data-theme` of the root, `light` or `dark`, overrides it. `data-ground` is the background
 * of icons: `page`, `light`, `dark` or `brand`. Paper is always light.
 */
export const TOKENS_STYLE: string = `:root ${light}
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) ${dark} }
@media screen { :root[data-theme="dark"] ${dark} }
@media (forced-colors: active) { :root:root:root ${block(themeColors('forced'))} }
/* Backdrops inherit nothing in older browsers. */
:root, ::backdrop { --backdrop: rgb(10 10 14 / 55%); }
.ground { --ground: var(--paper); }
[data-ground="light"] .ground { --ground: var(--ground-light); --ink: var(--ink-light); color-scheme: light; }
[data-ground="dark"] .ground { --ground: var(--ground-dark); --ink: var(--ink-dark); color-scheme: dark; }
[data-ground="brand"] .ground { --ground: var(--brand); --ink: var(--on-brand); }
`;

function themeColors(theme: keyof typeof THEMES): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(THEMED_COLORS).map(([name, colors]) => [name, colors[THEMES[theme]]]),
  );
}

/** Declarations of custom properties in braces. */
function block(properties: Readonly<Record<string, string>>, scheme?: 'light' | 'dark'): string {
  const lines = Object.entries(properties).map(([name, value]) => `--${name}: ${value};`);
  return `{ ${[...(scheme ? [`color-scheme: ${scheme};`] : []), ...lines].join(' ')} }`;
}
