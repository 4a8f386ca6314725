import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Status and reason of a refused request. */
export interface RequestRefusal {
  readonly status: 403 | 405 | 415;
  readonly reason: string;
}

/** Credentials that requests must have. */
export interface AuthGuard {
  readonly port: number;
  /** Secret of this run. */
  readonly token: string;
  /** Checks a key that can be used only once. */
  readonly consumeKey: (key: string) => boolean;
}

/** Name of the cookie. Cookies of one host are shared by its ports. */
export function cookieName({ port }: AuthGuard): string {
  return `iconloom-preview-${port}`;
}

/**
 * Reason to refuse a request that the page of this run did not send: another host name, which DNS
 * rebinding uses, another origin, or no token.
 */
export function checkRequest(
  request: IncomingMessage,
  guard: AuthGuard,
): RequestRefusal | undefined {
  const { method, headers } = request;
  const host = headers.host ?? '';
  if (!allowedHosts(guard).includes(host))
    return refuse('This server answers requests to its own address only.');
  if (method !== 'GET' && method !== 'POST') {
    return { status: 405, reason: 'Only GET and POST are answered.' };
  }
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) {
    return refuse('Requests from other pages are refused.');
  }
  if (!isOwnSite(request)) return refuse('Requests from other pages are refused.');
  if (!hasValidToken(request, guard)) {
    return refuse(
      'Open the address that iconloom preview printed: it contains the token of this page.',
    );
  }
  if (method === 'GET') return undefined;
  if (origin === undefined)
    return refuse('Requests that change files must come from the page itself.');
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    return { status: 415, reason: 'The body must be JSON.' };
  }
  return undefined;
}

/** Token in the URL of the page, in exchange for which a browser gets the cookie. */
export function keyFromUrl(request: IncomingMessage): string | undefined {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  return url.pathname === '/' ? (url.searchParams.get('token') ?? undefined) : undefined;
}

function refuse(reason: string): RequestRefusal {
  return { status: 403, reason };
}

function allowedHosts({ port }: AuthGuard): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/** Checks fetch metadata: from other sites, only navigation to the URL of the page is allowed. */
function isOwnSite(request: IncomingMessage): boolean {
  const {
    'sec-fetch-site': site,
    'sec-fetch-mode': mode,
    'sec-fetch-dest': dest,
  } = request.headers;
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return mode === 'navigate' && dest === 'document' && keyFromUrl(request) !== undefined;
}

function hasValidToken(request: IncomingMessage, guard: AuthGuard): boolean {
  const key = keyFromUrl(request);
  if (key !== undefined) return isSameSecret(key, guard.token) || guard.consumeKey(key);
  const { authorization = '', cookie = '' } = request.headers;
  const bearer = /^Bearer (.+)$/.exec(authorization)?.[1];
  const cookies = cookie.split(';').map((each) => each.trim().split('=', 2));
  const ownTokens = cookies
    .filter(([name]) => name === cookieName(guard))
    .map(([, value]) => value);
  return [bearer, ...ownTokens].some(
    (given) => given !== undefined && isSameSecret(given, guard.token),
  );
}

/** Compares secrets in constant time. */
export function isSameSecret(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
