import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 403 | 405 | 415;
  readonly reason: string;
}

/** What a server knows its own by. */
export interface Gate {
  readonly port: number;
  /** Secret of this run. */
  readonly token: string;
  /** Whether a key opens the page, and only once. */
  readonly takeKey: (key: string) => boolean;
}

/** Name of the cookie. Cookies of one host are shared by its ports. */
export function cookieName({ port }: Gate): string {
  return `iconloom-preview-${port}`;
}

/**
 * Refuses what the page of this run did not send: other names for this address, which is how pages
 * of strangers reach it, other origins, and whoever does not know the token.
 */
export function refusalOf(request: IncomingMessage, gate: Gate): Refusal | undefined {
  const { method, headers } = request;
  const host = headers.host ?? '';
  if (!hostsOf(gate).includes(host)) return refuse('This server answers to its own address only.');
  if (method !== 'GET' && method !== 'POST') {
    return { status: 405, reason: 'Only GET and POST are answered.' };
  }
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) {
    return refuse('Requests of other pages are not answered.');
  }
  if (!isOwnSite(request)) return refuse('Requests of other pages are not answered.');
  if (!knowsToken(request, gate)) {
    return refuse('Open the address that iconloom preview printed: it holds the key to this page.');
  }
  if (method === 'GET') return undefined;
  if (origin === undefined) return refuse('What changes files must come from the page itself.');
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    return { status: 415, reason: 'The body must be JSON.' };
  }
  return undefined;
}

/** Key in the address of the page, by which a browser gets the cookie. */
export function keyOf(request: IncomingMessage): string | undefined {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  return url.pathname === '/' ? (url.searchParams.get('token') ?? undefined) : undefined;
}

function refuse(reason: string): Refusal {
  return { status: 403, reason };
}

function hostsOf({ port }: Gate): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/** Browsers say where a request comes from; only the address itself may be followed from elsewhere. */
function isOwnSite(request: IncomingMessage): boolean {
  const {
    'sec-fetch-site': site,
    'sec-fetch-mode': mode,
    'sec-fetch-dest': dest,
  } = request.headers;
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return mode === 'navigate' && dest === 'document' && keyOf(request) !== undefined;
}

function knowsToken(request: IncomingMessage, gate: Gate): boolean {
  const key = keyOf(request);
  if (key !== undefined) return isSame(key, gate.token) || gate.takeKey(key);
  const { authorization = '', cookie = '' } = request.headers;
  const bearer = /^Bearer (.+)$/.exec(authorization)?.[1];
  const cookies = cookie.split(';').map((each) => each.trim().split('=', 2));
  const own = cookies.filter(([name]) => name === cookieName(gate)).map(([, value]) => value);
  return [bearer, ...own].some((said) => said !== undefined && isSame(said, gate.token));
}

/** Takes the same time wherever they differ. */
export function isSame(said: string, secret: string): boolean {
  const [a, b] = [Buffer.from(said), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
