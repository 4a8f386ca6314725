/** Headers of all responses: no caching, sniffing, framing or referrers. */
const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/**
 * Policy of the page: its own scripts and styles. Firefox applies `default-src` to the sprite of a `<use>`;
 * icons that are images in their symbols are data, and dropped pictures are blobs.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Policy of source files, which may be untrusted: no scripts, and nothing from the network. */
const SVG_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "frame-ancestors 'none'",
  'sandbox',
].join('; ');

/** Headers of a response of this type. */
export function headersFor(type: string): Readonly<Record<string, string>> {
  const isSvg = type.startsWith('image/svg+xml');
  return {
    ...COMMON_HEADERS,
    'content-type': type,
    'content-security-policy': isSvg ? SVG_POLICY : PAGE_POLICY,
  };
}
