import type { ServerResponse } from 'node:http';
import { headersFor } from './headers.ts';

/** Server-sent events to all open pages. */
export interface EventStream {
  /** Keeps a page's connection open, and sends it the event `hello`. */
  readonly subscribe: (response: ServerResponse) => void;
  readonly send: (event: string, data: unknown) => void;
  readonly close: () => void;
}

/** Interval of keep-alive comments in ms, so that proxies do not close the connection. */
const HEARTBEAT = 25_000;

/** @param hello data of the event `hello`, which each page gets when it connects or reconnects */
export function createEventStream(hello: () => unknown): EventStream {
  const pages = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const page of pages) page.write(': still here\n\n');
  }, HEARTBEAT);
  heartbeat.unref();
  return {
    subscribe(response) {
      response.writeHead(200, headersFor('text/event-stream'));
      response.write(`retry: 1000\n${message('hello', hello())}`);
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    send(event, data) {
      for (const page of pages) page.write(message(event, data));
    },
    close() {
      clearInterval(heartbeat);
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}

function message(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
