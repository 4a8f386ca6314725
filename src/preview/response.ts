import type { ServerResponse } from 'node:http';
import { headersFor } from './headers.ts';

/** Response to a request, as data. */
export interface PreviewResponse {
  readonly status?: number;
  /** @default 'application/json' */
  readonly type?: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export function jsonResponse(value: unknown, status = 200): PreviewResponse {
  return { status, body: JSON.stringify(value) };
}

export function svgResponse(
  body: string,
  headers: Readonly<Record<string, string>> = {},
): PreviewResponse {
  return { type: 'image/svg+xml; charset=utf-8', body, headers };
}

export function notFound(what: string): PreviewResponse {
  return { status: 404, type: 'text/plain; charset=utf-8', body: `${what}\n` };
}

export function sendResponse(response: ServerResponse, content: PreviewResponse): void {
  const { status = 200, type = 'application/json', body, headers } = content;
  response.writeHead(status, { ...headersFor(type), ...headers });
  response.end(body);
}
