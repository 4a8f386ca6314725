import type { CatalogState, PageState } from './state.ts';

const STORAGE_KEY = 'iconloom-catalog';
const PERSISTED_KEYS = [
  'size',
  'ground',
  'brand',
  'rtl',
  'pixelGrid',
  'keylines',
  'theme',
  'shortcuts',
] as const;

/** Loads the preferences of the last visit; values of a wrong type are ignored. */
export function loadPreferences(defaults: Partial<CatalogState>): Partial<CatalogState> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter(([key, value]) => {
        const defaultValue = defaults[key as keyof CatalogState];
        return PERSISTED_KEYS.includes(key as never) && typeof value === typeof defaultValue;
      }),
    );
  } catch {
    // Pages opened from the disk, or with cookies off, may have no storage.
    return {};
  }
}

export function savePreferences(state: PageState): void {
  state.watch((now, before) => {
    if (PERSISTED_KEYS.every((key) => now[key] === before[key])) return;
    try {
      localStorage.setItem(
        STORAGE_KEY,
        JSON.stringify(Object.fromEntries(PERSISTED_KEYS.map((key) => [key, now[key]]))),
      );
    } catch {}
  });
}
