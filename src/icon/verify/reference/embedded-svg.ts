import { parseDataUrl } from '../../data-url.ts';
import { decodeSvg } from '../../source/decode.ts';

/** Prepares the text of a source that is embedded in another. */
export type PrepareEmbedded = (svg: string) => string;

/** Prepares the SVG of a data URL; all other URLs are unchanged. */
export function prepareDataUrl(url: string, prepare: PrepareEmbedded): string {
  const data = parseDataUrl(url);
  if (data?.type !== 'image/svg+xml') return url;
  const svg = decodeSvg(data.bytes, '');
  if (typeof svg !== 'string') return url;
  return `data:image/svg+xml,${encodeURIComponent(prepare(svg))}`;
}
