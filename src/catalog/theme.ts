import type { Theme } from './state.ts';

const isDark = matchMedia('(prefers-color-scheme: dark)');
let chosen: Theme = 'system';

/** Sets the theme of the page: light, dark, or following the system. */
export function showTheme(theme: Theme): void {
  chosen = theme;
  apply();
}

function apply(): void {
  const ofSystem = isDark.matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = chosen === 'system' ? ofSystem : chosen;
}

isDark.addEventListener('change', apply);
