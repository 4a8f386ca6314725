import type { XastElement } from 'svgo';
import { asEmbeddedImageDiagnostic, type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { svgDataUrl } from '../core/svg-data-url.ts';
import { symbolToSvg } from '../core/symbol.ts';
import type { Result } from '../core/types.ts';
import { type SizeAttributes, sizeOf } from '../svg/view-box.ts';
import { cleanBitmap } from './bitmap.ts';
import type { WorkBudget } from './budget.ts';
import { type DataUrl, parseDataUrl } from './data-url.ts';
import type { SourceFacts } from './passes/inspect-source.ts';
import type { ReportProblem } from './problem-log.ts';
import { decodeSvg } from './source/decode.ts';

/** An embedded SVG, transformed by the same passes as a file. */
interface EmbeddedSource {
  readonly plainSymbol: string;
  readonly source: SourceFacts;
  /** Number of elements that it draws, including repetitions by `<use>` and other references. */
  readonly drawnCount: number;
  /** Diagnostics without an effect if it looks the same. */
  readonly harmlessIfSame: ReadonlySet<Diagnostic>;
}

/** Transforms the text of an embedded SVG like a file, into a symbol with the id given. */
type TransformEmbedded = (
  text: string,
  options: { readonly id: string; readonly level: number; readonly imageSize: SizeAttributes },
) => Result<EmbeddedSource | undefined>;

/** Context of the file that embeds images. */
export interface EmbeddingOptions {
  /** The file to name in diagnostics. */
  readonly file: string;
  /** Nesting level of the SVG that holds the images. */
  readonly level: number;
  readonly budget: WorkBudget;
  readonly report: ReportProblem;
  readonly transform: TransformEmbedded;
}

/** Embedded images of one SVG. */
export interface EmbeddedImages {
  /**
   * Returns the data URL of an `<image>` or `<feImage>`, cleaned: bitmaps without metadata, SVGs as
   * documents of their own. Reports images that cannot be drawn and returns `undefined`.
   *
   * @throws {LimitError} if the file with its images exceeds a limit.
   */
  embed(element: XastElement, url: string): string | undefined;
  /** Number of elements that a URL from {@link embed} draws; 0 for other URLs. */
  drawnOf(url: string): number;
}

export function embeddedImages(options: EmbeddingOptions): EmbeddedImages {
  const cache = new Map<string, CleanedImage | undefined>();
  const drawnCounts = new Map<string, number>();
  return {
    embed(element, url) {
      const data = parseDataUrl(url);
      if (!isSvgImage(data)) return embedBitmap(element, url, options);
      const { width, height } = element.attributes;
      const key = `${width} ${height} ${url}`;
      const cleaned = cache.has(key) ? cache.get(key) : embedSvg(data, { width, height }, options);
      cache.set(key, cleaned);
      if (cleaned) drawnCounts.set(cleaned.url, cleaned.drawnCount);
      return cleaned?.url;
    },
    drawnOf: (url) => drawnCounts.get(url) ?? 0,
  };
}

/** Checks if an image is an SVG. Browsers only look at the MIME type. */
function isSvgImage(data: DataUrl | undefined): data is DataUrl {
  return data?.type === SVG_TYPE;
}

const SVG_TYPE = 'image/svg+xml';

function embedBitmap(
  { name }: XastElement,
  url: string,
  { file, budget, report }: EmbeddingOptions,
): string | undefined {
  const bitmap = cleanBitmap(url);
  if (!bitmap) {
    const start = url.length > MAX_SHOWN_LENGTH ? `${url.slice(0, MAX_SHOWN_LENGTH - 3)}…` : url;
    report(diagnose('bitmap-unreadable', { file, args: { found: `${start} on <${name}>` } }));
    return undefined;
  }
  budget.spendPixels(bitmap.width * bitmap.height);
  return bitmap.url;
}

/** Characters of a URL that are shown. */
const MAX_SHOWN_LENGTH = 60;

/** Decodes the text like a file. If that fails, uses the charset of the URL. */
function decodeText({ bytes, charset }: DataUrl, file: string): string | Diagnostic {
  const text = decodeSvg(bytes, file);
  if (typeof text === 'string' || charset === '') return text;
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

interface CleanedImage {
  readonly url: string;
  readonly drawnCount: number;
}

function embedSvg(
  data: DataUrl,
  imageSize: SizeAttributes,
  { file, level, budget, report, transform }: EmbeddingOptions,
): CleanedImage | undefined {
  const text = decodeText(data, file);
  const decodeProblem = typeof text === 'string' ? undefined : text;
  if (typeof text !== 'string' || !budget.spendSource(text, level)) {
    report(asEmbeddedImageDiagnostic(decodeProblem ?? diagnose('entities-too-large', { file })));
    return undefined;
  }
  const unreadableReason = findUnreadableReason(text);
  if (unreadableReason !== undefined) {
    report(diagnose('bitmap-unreadable', { file, args: { found: unreadableReason } }));
    return undefined;
  }
  const { value, diagnostics } = transform(text, { id: EMBEDDED_ID, level: level + 1, imageSize });
  for (const each of diagnostics) {
    const isHarmlessIfSame = value?.harmlessIfSame.has(each);
    report(asEmbeddedImageDiagnostic(each), undefined, { isHarmlessIfSame });
  }
  // An SVG that draws nothing becomes an empty symbol and needs no image.
  if (!value?.plainSymbol.endsWith('</symbol>')) return undefined;
  return { url: svgDataUrl(toStandaloneSvg(value)), drawnCount: value.drawnCount };
}

/** Reason why browsers draw nothing of an embedded SVG. Source files are read more leniently. */
function findUnreadableReason(text: string): string | undefined {
  if (/^\s+<\?xml\s/.test(text)) return 'an SVG image with white space before <?xml';
  const isBare = /<svg[\s/>]/.test(text) && !/\sxmlns(?::[\w.-]+)?\s*=/.test(text);
  return isBare ? 'an SVG image without xmlns' : undefined;
}

/** Short, since the document contains no other symbol. */
const EMBEDDED_ID = 'i';

/** Writes the SVG with the size and ratio that it had as an image. */
function toStandaloneSvg({ plainSymbol, source: { root, size } }: EmbeddedSource): string {
  const { viewBox = '', width, height } = root;
  const hasSize = isLength(width) || isLength(height);
  const sides = hasSize ? ` width="${size.width}" height="${size.height}"` : '';
  const svg = symbolToSvg(plainSymbol, EMBEDDED_ID, sides);
  if (viewBox.trim() !== '') return svg;
  // Without a viewBox an image is stretched to its place. Source: SVG 2, 8.2 and 12.3; Chromium
  // and Firefox do.
  const end = svg.indexOf('>');
  const start = svg.slice(0, end).replace(/ preserveAspectRatio="[^"]*"/, '');
  return `${start} preserveAspectRatio="none"${svg.slice(end)}`;
}

function isLength(side: string | undefined): boolean {
  return typeof sizeOf({ width: side, height: side }) !== 'string';
}
