import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file as the server sends it. */
export interface ServedFile {
  /** Its media type. */
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A running server. */
export interface Site {
  /** `http://127.0.0.1:` and the port. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Files by path with the leading slash. */
export interface ServedFiles {
  get(path: string): ServedFile | undefined;
}

/**
 * Serves files. They are asked for at each request, so they may come later. The server does not
 * keep the process alive.
 */
export async function serve(files: ServedFiles): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = files.get(decodeURIComponent(pathname));
    if (file)
      response.writeHead(200, { ...file.headers, 'content-type': file.type }).end(file.body);
    else response.writeHead(404).end();
  });
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
