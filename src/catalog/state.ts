import type { CatalogData, CatalogIcon } from '../emit/catalog-format.ts';
import { createStore, type Store } from './store.ts';

/** Sizes that icons are shown at, in px. */
export const SIZES = [16, 20, 24, 32, 48, 64] as const;

/** Backgrounds of icons. `page`: light or dark like the page. */
export const BACKGROUNDS = ['page', 'light', 'dark', 'brand'] as const;

export type IconBackground = (typeof BACKGROUNDS)[number];
export type Theme = 'system' | 'light' | 'dark';

/** Filters of the icons; an icon must match all that are set. */
export interface Filters {
  /** `''`: icons without a category. */
  readonly category: string | undefined;
  readonly color: 'mono' | 'multi' | undefined;
  /** Icons with errors or warnings. */
  readonly withProblems: boolean;
  readonly withNotes: boolean;
  readonly deprecated: boolean;
}

/** Names of similar icons, the best first, and what they are similar to. */
export interface Likes {
  readonly names: readonly string[];
  readonly of: 'sketch' | 'picture';
}

/** State of the page, from which all that it shows derives. */
export interface CatalogState {
  readonly data: CatalogData;
  readonly query: string;
  readonly likes: Likes | undefined;
  readonly filters: Filters;
  /** Name of the icon whose details are shown. */
  readonly open: string | undefined;
  /** Name in a link that no icon has. */
  readonly unknown: string | undefined;
  readonly size: number;
  readonly ground: IconBackground;
  /** CSS color of the brand background. */
  readonly brand: string;
  /** CSS color for `currentColor`. Default: one that fits the background. */
  readonly color: string | undefined;
  /** CSS colors for `--icon-1`, `--icon-2` …, by number. */
  readonly layers: Readonly<Record<number, string>>;
  readonly rtl: boolean;
  readonly pixelGrid: boolean;
  readonly keylines: boolean;
  readonly theme: Theme;
  /** True if keys such as `/` and `c` work without a modifier. */
  readonly shortcuts: boolean;
}

export type PageState = Store<CatalogState>;

export const NO_FILTERS: Filters = {
  category: undefined,
  color: undefined,
  withProblems: false,
  withNotes: false,
  deprecated: false,
};

export function createState(data: CatalogData, stored: Partial<CatalogState>): PageState {
  return createStore<CatalogState>({
    data,
    query: '',
    likes: undefined,
    filters: NO_FILTERS,
    open: undefined,
    unknown: undefined,
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
    ...stored,
  });
}

/** Finds an icon by its name or alias. */
export function findIcon({ icons }: CatalogData, name: string): CatalogIcon | undefined {
  return (
    icons.find((icon) => icon.name === name) ?? icons.find(({ aliases }) => aliases.includes(name))
  );
}
