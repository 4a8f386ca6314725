import type { IncomingMessage, ServerResponse } from 'node:http';
import { symbolsOf } from '../../emit/svg.ts';
import type { Catalog } from '../catalog.ts';
import type { ServedPayload } from './served.ts';
import { symbolVersion } from './symbol-version.ts';

/**
 * Symbol for missing icons: a dashed box with a cross, in the text color. Code that shows it is in
 * `src/runtime/development`.
 */
const MISSING =
  '<symbol id="iconloom-missing" viewBox="0 0 24 24"><path fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2" d="M3 3h18v18H3zM8 8l8 8M16 8l-8 8"/></symbol>';

/** Serves the sprite, or single icons of it, from memory, once there are icons. */
export function iconMiddleware(
  folder: string,
  catalog: () => Catalog,
  served: () => Promise<ServedPayload>,
): (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void {
  async function respond(path: string, query: string, response: ServerResponse): Promise<boolean> {
    const { version } = await served();
    const found = symbolsAt(path, catalog(), version);
    if (!found) return false;
    // A URL with the current version never changes. A page may request an outdated one.
    const isVersioned = new URLSearchParams(query).get('v') === found.version;
    response.setHeader('content-type', 'image/svg+xml');
    response.setHeader('cache-control', isVersioned ? 'max-age=31536000, immutable' : 'no-cache');
    response.end(`<svg xmlns="http://www.w3.org/2000/svg">${found.symbols.join('')}</svg>`);
    return true;
  }

  return (request, response, next) => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    if (!path.startsWith(folder)) return next();
    respond(path.slice(folder.length), query, response).then((isDone) => {
      if (!isDone) next();
    }, next);
  };
}

function symbolsAt(
  path: string,
  catalog: Catalog,
  version: string,
): { readonly symbols: readonly string[]; readonly version: string } | undefined {
  if (path === 'sprite.svg') {
    return { symbols: [...catalog.icons.map(symbolsOf), MISSING], version };
  }
  const [, name] = /^icons\/([^/]+)\.svg$/.exec(path) ?? [];
  const icon = name === undefined ? undefined : catalog.icon(decodeSafely(name));
  return icon && { symbols: [icon.symbol], version: symbolVersion(icon) };
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
