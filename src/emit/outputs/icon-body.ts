import type { Icon } from '../../core/types.ts';

/** Content of an icon for pages and tools that write the `<svg>` themselves. Lengths in units of its viewBox. */
export interface IconBody {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Attributes of the icon as a whole, with a space before each: ` fill="none" stroke="currentColor"`. */
  readonly attributes: string;
  /** Elements inside the icon. */
  readonly content: string;
}

/** Parts of a symbol as iconloom writes it: id first, then the viewBox. */
const SYMBOL =
  /^<symbol id="[^"]*" viewBox="([^"]*)"( preserveAspectRatio="[^"]*")?([^>]*)>(.*)<\/symbol>$/s;

/**
 * Content of an icon that becomes part of a page. Icons with text are images inside, since text
 * would take the font of the page.
 *
 * An icon that is stretched to its size keeps that by a nested `<svg>`, since tools ignore
 * `preserveAspectRatio`.
 */
export function iconBody({ symbol, plainSymbol, facts }: Icon): IconBody {
  const [, viewBox = '', ratio, attributes = '', content = ''] =
    SYMBOL.exec(facts.needs.includes('text') ? symbol : plainSymbol) ?? [];
  const [left = 0, top = 0, width = 0, height = 0] = viewBox.split(' ').map(Number);
  if (ratio === undefined) return { left, top, width, height, attributes, content };
  const box = `width="${facts.width}" height="${facts.height}" viewBox="${viewBox}"${ratio}`;
  return {
    ...{ left: 0, top: 0, width: facts.width, height: facts.height, attributes },
    content: `<svg ${box}>${content}</svg>`,
  };
}

/** Content of an icon with its attributes, in a group if there are any. */
export function markupOf({ attributes, content }: IconBody): string {
  return attributes === '' || content === '' ? content : `<g${attributes}>${content}</g>`;
}

/** The viewBox: `0 0 24 24`. */
export function viewBoxOf({ left, top, width, height }: IconBody): string {
  return `${left} ${top} ${width} ${height}`;
}
