import type { CatalogData, CatalogIcon } from '../core/catalog.ts';
import { openStore, type Store } from './store.ts';

/** Sides that icons are shown at, in px. */
export const SIZES = [16, 20, 24, 32, 48, 64] as const;

/** What icons stand on. `page`: light or dark as the page is. */
export const GROUNDS = ['page', 'light', 'dark', 'brand'] as const;

export type Ground = (typeof GROUNDS)[number];
export type Theme = 'system' | 'light' | 'dark';

/** Narrows the icons down; all that are set must hold. */
export interface Filters {
  readonly category: string | undefined;
  readonly color: 'mono' | 'multi' | undefined;
  readonly withProblems: boolean;
  readonly deprecated: boolean;
}

/** Icons found by their looks, the most alike first, and what they were held against. */
export interface Likes {
  readonly names: readonly string[];
  readonly of: 'sketch' | 'picture';
}

/** All that the page shows follows from this. */
export interface State {
  readonly data: CatalogData;
  readonly query: string;
  readonly likes: Likes | undefined;
  readonly filters: Filters;
  /** Name of the icon whose details are shown. */
  readonly open: string | undefined;
  readonly size: number;
  readonly ground: Ground;
  /** CSS color of the brand ground. */
  readonly brand: string;
  /** CSS color that stands for `currentColor`; as fits the ground where it is not set. */
  readonly color: string | undefined;
  /** CSS colors for `--icon-1`, `--icon-2` …, by number. */
  readonly layers: Readonly<Record<number, string>>;
  readonly rtl: boolean;
  readonly pixelGrid: boolean;
  readonly keylines: boolean;
  readonly theme: Theme;
  /** Whether keys such as `/` and `c` do something by themselves. */
  readonly shortcuts: boolean;
}

export type PageState = Store<State>;

export const NO_FILTERS: Filters = {
  category: undefined,
  color: undefined,
  withProblems: false,
  deprecated: false,
};

export function openState(data: CatalogData, kept: Partial<State>): PageState {
  return openStore<State>({
    data,
    query: '',
    likes: undefined,
    filters: NO_FILTERS,
    open: undefined,
    size: 24,
    ground: 'page',
    brand: '#5b3df5',
    color: undefined,
    layers: {},
    rtl: false,
    pixelGrid: true,
    keylines: false,
    theme: 'system',
    shortcuts: true,
    ...kept,
  });
}

/** The icon of a name, or of one that was given to it further. */
export function iconNamed({ icons }: CatalogData, name: string): CatalogIcon | undefined {
  return (
    icons.find((icon) => icon.name === name) ?? icons.find(({ aliases }) => aliases.includes(name))
  );
}
