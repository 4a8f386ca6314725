import { readdirSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';
import type { UserConfig } from '../../src/config/types.ts';
import { type Preview, startPreview } from '../../src/preview/server.ts';
import { temporaryFolder, writeTree } from '../e2e/test-build.ts';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  readonly json: () => any;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Started {
  readonly cwd: string;
  readonly preview: Preview;
  readonly port: number;
  readonly token: string;
  /** As anyone on this machine may ask: without the key. */
  readonly ask: (path: string, asked?: Asked) => Promise<Reply>;
  /** As the page asks. */
  readonly get: (path: string) => Promise<Reply>;
  readonly post: (path: string, body: unknown) => Promise<Reply>;
  readonly path: (path: string) => string;
}

/** Starts a preview of icons in a new folder. It ends with the test. */
export async function start(
  files: Readonly<Record<string, string>>,
  config: UserConfig = {},
): Promise<Started> {
  const cwd = temporaryFolder();
  writeTree(cwd, { 'package.json': '{}', ...files });
  return startIn(cwd, config);
}

/** Starts a preview of the icons of a folder. It ends with the test. */
export async function startIn(cwd: string, config: UserConfig = {}): Promise<Started> {
  const configFile = readdirSync(cwd).find((file) => file.startsWith('iconloom.config'));
  const origin = { cwd, configFile: configFile ?? 'configuration' };
  const preview = await startPreview(resolveConfig(config, origin));
  onTestFinished(() => preview.close());
  const url = new URL(preview.url);
  const port = Number(url.port);
  const token = url.searchParams.get('token') as string;
  const ask = (path: string, asked: Asked = {}) => askAt(port, path, asked);
  const own = { cookie: `iconloom-preview-${port}=${token}` };
  const page = { ...own, origin: url.origin, 'content-type': 'application/json' };
  return {
    ...{ cwd, preview, port, token, ask },
    get: (path) => ask(path, { headers: own }),
    post: (path, body) => ask(path, { method: 'POST', headers: page, body: JSON.stringify(body) }),
    path: (path) => join(cwd, path),
  };
}

/** A request of its own connection with exactly these headers, which browsers and `fetch` do not let scripts send. */
export function askAt(port: number, path: string, asked: Asked = {}): Promise<Reply> {
  const { method = 'GET', headers = {}, body } = asked;
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          const { statusCode: status = 0, headers: got } = response;
          resolve({ status, headers: got, text, json: () => JSON.parse(text) });
        });
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
