import type { Theme } from './state.ts';

const darkQuery = matchMedia('(prefers-color-scheme: dark)');
let selected: Theme = 'system';

/** Sets the theme of the page: light, dark, or following the system. */
export function showTheme(theme: Theme): void {
  selected = theme;
  apply();
}

function apply(): void {
  const systemTheme = darkQuery.matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = selected === 'system' ? systemTheme : selected;
}

darkQuery.addEventListener('change', apply);
