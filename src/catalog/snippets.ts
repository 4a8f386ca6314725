import type { CatalogData, CatalogIcon } from '../emit/catalog-format.ts';
import { shownName } from './shown-name.ts';

/** Labels of the text formats of an icon. */
export const SNIPPETS = {
  name: 'Name',
  html: 'HTML',
  jsx: 'JSX',
  vue: 'Vue',
  css: 'CSS',
  svg: 'SVG',
} as const;

export type Snippet = keyof typeof SNIPPETS;

/** Input of a snippet. */
export interface SnippetParts {
  readonly icon: CatalogIcon;
  readonly data: CatalogData;
  /** Longer side in px. */
  readonly size: number;
  /** Icon as a standalone SVG; see `standalone-svg.ts`. */
  readonly svg: string;
}

export function snippetOf(kind: Snippet, parts: SnippetParts): string {
  return WRITERS[kind](parts);
}

const WRITERS: Readonly<Record<Snippet, (parts: SnippetParts) => string>> = {
  name: ({ icon }) => shownName(icon),
  html({ icon, data, size }) {
    const { width, height } = scaledSize(icon, size);
    const href = escapeAttribute(`${spriteUrl(icon, data)}#${icon.id}`);
    return `<svg width="${width}" height="${height}" aria-hidden="true"><use href="${href}"></use></svg>`;
  },
  jsx: ({ icon, size }) => `<Icon name="${escapeAttribute(shownName(icon))}" size={${size}} />`,
  vue: ({ icon, size }) => `<Icon name="${escapeAttribute(shownName(icon))}" :size="${size}" />`,
  css({ icon, size, svg }) {
    const { width, height } = scaledSize(icon, size);
    const url = `url("data:image/svg+xml,${encodeDataUrl(svg)}")`;
    // A mask has one color; a multicolor icon is a background image.
    const paint =
      icon.color === 'mono'
        ? `background: currentColor;\n  mask: ${url} center / contain no-repeat;`
        : `background: ${url} center / contain no-repeat;`;
    return `.icon-${shownName(icon)} {\n  display: inline-block;\n  width: ${width}px;\n  height: ${height}px;\n  ${paint}\n}`;
  },
  svg: ({ svg }) => svg,
};

/** Size of an icon whose longer side is given; in px, rounded to hundredths. */
export function scaledSize(
  { width, height }: CatalogIcon,
  size: number,
): { readonly width: number; readonly height: number } {
  const scale = size / Math.max(width, height);
  const side = (length: number) => Math.round(length * scale * 100) / 100;
  return { width: side(width), height: side(height) };
}

function spriteUrl({ sprite }: CatalogIcon, { sprites, base }: CatalogData): string {
  const file = sprites.find(({ name }) => name === sprite)?.file ?? `${sprite}.svg`;
  return base ? `${base.replace(/\/$/, '')}/${file}` : file;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** Escapes an SVG for a data URL in double quotes. */
export function encodeDataUrl(svg: string): string {
  return svg
    .replaceAll('%', '%25')
    .replaceAll('#', '%23')
    .replaceAll('"', "'")
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replace(/[\n\r]/g, ' ');
}
