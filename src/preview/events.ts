import type { ServerResponse } from 'node:http';
import { headersFor } from './headers.ts';

/** The pages that listen. */
export interface Events {
  /** Keeps a page's connection, and tells it how things are. */
  readonly listen: (response: ServerResponse) => void;
  readonly tell: (event: string, data: unknown) => void;
  readonly close: () => void;
}

/** How often a line is sent though nothing happens, in ms, so that nobody in between hangs up. */
const BEAT = 25_000;

/** @param hello data of the event `hello`, which each page gets first, also when it comes back */
export function openEvents(hello: () => unknown): Events {
  const pages = new Set<ServerResponse>();
  const beat = setInterval(() => {
    for (const page of pages) page.write(': still here\n\n');
  }, BEAT);
  beat.unref();
  return {
    listen(response) {
      response.writeHead(200, headersFor('text/event-stream'));
      response.write(`retry: 1000\n${message('hello', hello())}`);
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    tell(event, data) {
      for (const page of pages) page.write(message(event, data));
    },
    close() {
      clearInterval(beat);
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}

function message(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
