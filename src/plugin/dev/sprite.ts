import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Icon } from '../../core/types.ts';
import { symbolsOf } from '../../emit/svg.ts';
import type { Catalog } from '../catalog.ts';

/** Shown where an icon is missing: a dashed box with a cross, in the text color. */
const MISSING =
  '<symbol id="iconloom-missing" viewBox="0 0 24 24"><path fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2" d="M3 3h18v18H3zM8 8l8 8M16 8l-8 8"/></symbol>';

/** Answers requests for the sprite, or for one icon of it, out of memory. */
export function answerWith(
  folder: string,
  catalog: () => Catalog,
): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  return (request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (!path.startsWith(folder)) return next();
    const icons = iconsAt(path.slice(folder.length), catalog());
    if (!icons) return next();
    // What is asked for by its version never changes.
    const isVersioned = /[?&]v=/.test(request.url ?? '');
    response.setHeader('content-type', 'image/svg+xml');
    response.setHeader('cache-control', isVersioned ? 'max-age=31536000, immutable' : 'no-cache');
    response.end(
      `<svg xmlns="http://www.w3.org/2000/svg">${icons.map(symbolsOf).join('')}${MISSING}</svg>`,
    );
  };
}

function iconsAt(path: string, catalog: Catalog): readonly Icon[] | undefined {
  if (path === 'sprite.svg') return catalog.icons;
  const [, name] = /^icons\/([^/]+)\.svg$/.exec(path) ?? [];
  const icon = name === undefined ? undefined : catalog.icon(decoded(name));
  return icon && [icon];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
