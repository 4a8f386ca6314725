import type { Theme } from './state.ts';

const isDark = matchMedia('(prefers-color-scheme: dark)');
let chosen: Theme = 'system';

/** Shows the page in light or dark, or as the system is, whatever becomes of that. */
export function showTheme(theme: Theme): void {
  chosen = theme;
  apply();
}

function apply(): void {
  const ofSystem = isDark.matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = chosen === 'system' ? ofSystem : chosen;
}

isDark.addEventListener('change', apply);
