/** An icon of an Iconify set: what is in its `<svg>`, and where that lies. Lengths are in px. */
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
  /** No longer to be used: kept so that those who do are not left without. */
  readonly hidden?: boolean;
}

/** Another name of an icon, which may change how it lies. */
export interface IconifyAlias extends Omit<IconifyIcon, 'body'> {
  readonly parent: string;
}

/** What a set says of itself. */
export interface IconifyInfo {
  readonly author?: { readonly name?: string; readonly url?: string };
  readonly license?: { readonly title?: string; readonly spdx?: string; readonly url?: string };
}

/** A set of icons in one file. Source: Iconify's documentation, “IconifyJSON”. */
export interface IconifySet {
  readonly prefix?: string;
  readonly info?: IconifyInfo;
  readonly icons: Readonly<Record<string, IconifyIcon>>;
  readonly aliases?: Readonly<Record<string, IconifyAlias>>;
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
}

/** Side of a drawing of a set that does not say it. */
const SIDE = 16;
/** An alias of an alias of … */
const MOST_STEPS = 10;

/** An icon or alias with all that it takes from others; `undefined` where there is none. */
export function iconifyIcon(set: IconifySet, name: string): Required<IconifyIcon> | undefined {
  const chain: (IconifyIcon | IconifyAlias)[] = [];
  let at = name;
  for (let step = 0; step < MOST_STEPS; step++) {
    const icon = own(set.icons, at);
    if (icon) return merged([...chain, icon, set as Omit<IconifyIcon, 'body'> as IconifyIcon]);
    const alias = own(set.aliases ?? {}, at);
    if (!alias) return undefined;
    chain.push(alias);
    at = alias.parent;
  }
  return undefined;
}

/** All names that stand for an icon: an alias can lead nowhere. */
export function iconifyNames(set: IconifySet): readonly string[] {
  const names = [...Object.keys(set.icons), ...Object.keys(set.aliases ?? {})];
  return names.filter((name) => iconifyIcon(set, name) !== undefined);
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The first that says a length counts; flips and turns add up. */
function merged(chain: readonly (IconifyIcon | IconifyAlias)[]): Required<IconifyIcon> {
  const first = <K extends 'left' | 'top' | 'width' | 'height'>(key: K, otherwise: number) =>
    chain.find((each) => typeof each[key] === 'number')?.[key] ?? otherwise;
  const isOdd = (key: 'hFlip' | 'vFlip') => chain.filter((each) => each[key]).length % 2 === 1;
  const body = chain.find((each): each is IconifyIcon => 'body' in each)?.body ?? '';
  return {
    body,
    left: first('left', 0),
    top: first('top', 0),
    width: first('width', SIDE),
    height: first('height', SIDE),
    hFlip: isOdd('hFlip'),
    vFlip: isOdd('vFlip'),
    rotate: chain.reduce((sum, { rotate }) => sum + (isTurn(rotate) ? rotate : 0), 0) % 4,
    hidden: chain.some(({ hidden }) => hidden === true),
  };
}

function isTurn(rotate: unknown): rotate is number {
  return Number.isSafeInteger(rotate);
}

/** An icon of a set as an SVG file. */
export function iconifySvg(icon: Required<IconifyIcon>): string {
  const { body, left, top, width, height, hFlip, vFlip, rotate } = icon;
  const turns = ((rotate % 4) + 4) % 4;
  const [middle, center] = [left + width / 2, top + height / 2];
  const isTurned = turns % 2 === 1;
  const [w, h] = isTurned ? [height, width] : [width, height];
  // Turned around its middle, the drawing lies on its side there.
  const [x, y] = [middle - w / 2, center - h / 2];
  const transforms = [
    ...(turns > 0 ? [`rotate(${turns * 90} ${middle} ${center})`] : []),
    ...(hFlip ? [`translate(${2 * left + width} 0) scale(-1 1)`] : []),
    ...(vFlip ? [`translate(0 ${2 * top + height}) scale(1 -1)`] : []),
  ];
  const inner = transforms.length > 0 ? `<g transform="${transforms.join(' ')}">${body}</g>` : body;
  const names = body.includes('xlink:') ? ' xmlns:xlink="http://www.w3.org/1999/xlink"' : '';
  return `<svg xmlns="http://www.w3.org/2000/svg"${names} width="${w}" height="${h}" viewBox="${x} ${y} ${w} ${h}">${inner}</svg>`;
}
