import type { ServerResponse } from 'node:http';
import { headersFor } from './headers.ts';

/** Response to a request, as data. */
export interface Answer {
  readonly status?: number;
  /** @default 'application/json' */
  readonly type?: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export function json(value: unknown, status = 200): Answer {
  return { status, body: JSON.stringify(value) };
}

export function svg(body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { type: 'image/svg+xml; charset=utf-8', body, headers };
}

export function notFound(what: string): Answer {
  return { status: 404, type: 'text/plain; charset=utf-8', body: `${what}\n` };
}

export function send(response: ServerResponse, answer: Answer): void {
  const { status = 200, type = 'application/json', body, headers } = answer;
  response.writeHead(status, { ...headersFor(type), ...headers });
  response.end(body);
}
