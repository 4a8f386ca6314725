import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** File that the server sends. */
interface ServedFile {
  /** Media type. */
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Server for the browsers of one run. */
export interface FileServer {
  /** `http://127.0.0.1:` and the port. */
  readonly origin: string;
  /** Files by path with the leading slash. They are looked up at each request. */
  readonly files: Map<string, ServedFile>;
  close(): Promise<void>;
}

/**
 * Serves files on a free port of 127.0.0.1. Requests to another host name, which DNS rebinding uses,
 * are refused. The server does not keep the process alive.
 */
export async function startFileServer(): Promise<FileServer> {
  const files = new Map<string, ServedFile>();
  let host = '';
  const server = createServer(({ url = '', headers }, response) => {
    const file = headers.host === host ? files.get(url) : undefined;
    if (!file) return void response.writeHead(404).end();
    const common = {
      'content-type': file.type,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    };
    response.writeHead(200, { ...file.headers, ...common }).end(file.body);
  });
  server.unref();
  await new Promise<void>((open, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', open);
  });
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    files,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
