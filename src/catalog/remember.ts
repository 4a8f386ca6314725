import type { PageState, State } from './state.ts';

const KEY = 'iconloom-catalog';
const KEPT = [
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
export function recall(standard: Partial<State>): Partial<State> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(([key, value]) => {
        const usual = standard[key as keyof State];
        return KEPT.includes(key as never) && typeof value === typeof usual;
      }),
    );
  } catch {
    // Pages opened from the disk, or with cookies off, may have no storage.
    return {};
  }
}

export function remember(state: PageState): void {
  state.watch((now, before) => {
    if (KEPT.every((key) => now[key] === before[key])) return;
    try {
      localStorage.setItem(
        KEY,
        JSON.stringify(Object.fromEntries(KEPT.map((key) => [key, now[key]]))),
      );
    } catch {}
  });
}
