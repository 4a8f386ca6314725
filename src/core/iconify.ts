/** Icon of an Iconify set: the content of its `<svg>` and its viewBox. Lengths are in px. */
export interface IconifyIcon {
  readonly body: string;
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
  readonly hFlip?: boolean;
  readonly vFlip?: boolean;
  /** Quarter turns clockwise. */
  readonly rotate?: number;
  /** Deprecated: kept for apps that still use it. */
  readonly hidden?: boolean;
}

/** Another name of an icon, which may transform it. */
export interface IconifyAlias extends Omit<IconifyIcon, 'body'> {
  readonly parent: string;
}

/** Name, author and license of a set. */
export interface IconifyInfo {
  /** Name of the set: `Material Design Icons`. */
  readonly name?: string;
  readonly author?: { readonly name?: string; readonly url?: string };
  readonly license?: { readonly title?: string; readonly spdx?: string; readonly url?: string };
}

/** Names of the icons of each category. */
export type IconifyCategories = Readonly<Record<string, readonly string[]>>;

/** Set of icons in one file. Source: Iconify's documentation, “IconifyJSON”. */
export interface IconifySet {
  readonly prefix?: string;
  readonly info?: IconifyInfo;
  readonly icons: Readonly<Record<string, IconifyIcon>>;
  readonly aliases?: Readonly<Record<string, IconifyAlias>>;
  readonly categories?: IconifyCategories;
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
}

/** Default side of icons of a set. */
const DEFAULT_SIDE = 16;
/** Maximum length of a chain of aliases. */
export const MAX_ALIAS_DEPTH = 10;

/** Resolves an icon or alias with everything that it inherits; `undefined` if there is none. */
export function iconifyIcon(set: IconifySet, name: string): Required<IconifyIcon> | undefined {
  const chain: (IconifyIcon | IconifyAlias)[] = [];
  let at = name;
  for (let step = 0; step < MAX_ALIAS_DEPTH; step++) {
    const icon = ownEntry(set.icons, at);
    if (icon) return mergeChain([...chain, icon, set as Omit<IconifyIcon, 'body'> as IconifyIcon]);
    const alias = ownEntry(set.aliases ?? {}, at);
    if (!alias) return undefined;
    chain.push(alias);
    at = alias.parent;
  }
  return undefined;
}

/** Returns all names that resolve to an icon; some aliases do not. */
export function iconifyNames(set: IconifySet): readonly string[] {
  const names = [...Object.keys(set.icons), ...Object.keys(set.aliases ?? {})];
  return names.filter((name) => iconifyIcon(set, name) !== undefined);
}

function ownEntry<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Merges a chain: the first value of a length counts, flips and turns add up. */
function mergeChain(chain: readonly (IconifyIcon | IconifyAlias)[]): Required<IconifyIcon> {
  const first = <K extends 'left' | 'top' | 'width' | 'height'>(key: K, fallback: number) =>
    chain.find((each) => typeof each[key] === 'number')?.[key] ?? fallback;
  const isOdd = (key: 'hFlip' | 'vFlip') => chain.filter((each) => each[key]).length % 2 === 1;
  const body = chain.find((each): each is IconifyIcon => 'body' in each)?.body ?? '';
  return {
    body,
    left: first('left', 0),
    top: first('top', 0),
    width: first('width', DEFAULT_SIDE),
    height: first('height', DEFAULT_SIDE),
    hFlip: isOdd('hFlip'),
    vFlip: isOdd('vFlip'),
    rotate: chain.reduce((sum, { rotate }) => sum + (isQuarterTurns(rotate) ? rotate : 0), 0) % 4,
    hidden: chain.some(({ hidden }) => hidden === true),
  };
}

function isQuarterTurns(rotate: unknown): rotate is number {
  return Number.isSafeInteger(rotate);
}

/** Converts an icon of a set to an SVG file. */
export function iconifySvg(icon: Required<IconifyIcon>): string {
  const { body, left, top, width, height, hFlip, vFlip, rotate } = icon;
  const turns = ((rotate % 4) + 4) % 4;
  const [centerX, centerY] = [left + width / 2, top + height / 2];
  const isSideways = turns % 2 === 1;
  const [w, h] = isSideways ? [height, width] : [width, height];
  // A quarter turn around the middle swaps width and height.
  const [x, y] = [centerX - w / 2, centerY - h / 2];
  const transforms = [
    ...(turns > 0 ? [`rotate(${turns * 90} ${centerX} ${centerY})`] : []),
    ...(hFlip ? [`translate(${2 * left + width} 0) scale(-1 1)`] : []),
    ...(vFlip ? [`translate(0 ${2 * top + height}) scale(1 -1)`] : []),
  ];
  const inner = transforms.length > 0 ? `<g transform="${transforms.join(' ')}">${body}</g>` : body;
  const names = body.includes('xlink:') ? ' xmlns:xlink="http://www.w3.org/1999/xlink"' : '';
  return `<svg xmlns="http://www.w3.org/2000/svg"${names} width="${w}" height="${h}" viewBox="${x} ${y} ${w} ${h}">${inner}</svg>`;
}
