import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ResolvedConfig } from '../config/types.ts';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { RejectedResponse } from './api.ts';
import { createEventStream, type EventStream } from './event-stream.ts';
import { type AuthGuard, checkRequest, cookieName, isSameSecret, keyFromUrl } from './guard.ts';
import { createLiveFeed } from './live-data.ts';
import { pageFile } from './page.ts';
import { iconsFolderOf, openPreviewIcons, type PreviewIcons } from './preview-icons.ts';
import type { PreviewContext } from './preview-source.ts';
import { createPreviewSymbols } from './preview-symbols.ts';
import { toProblem } from './problem.ts';
import { BodyError, readJson } from './request-body.ts';
import { jsonResponse, notFound, type PreviewResponse, sendResponse } from './response.ts';
import { handleGet, POST_HANDLERS } from './routes.ts';
import { NameConflictError } from './save.ts';

/** Options of the server. */
export interface PreviewOptions {
  /** Port; 0 picks a free one. @default 0 */
  readonly port?: number;
}

/** Running preview, until it is closed. */
export interface Preview {
  /** URL of the page, with its token. */
  readonly url: string;
  /** URL that opens the page once, for a command line that others may read. */
  readonly singleUseUrl: () => string;
  readonly set: PreviewIcons;
  readonly close: () => Promise<void>;
}

/** Allowance for JSON escapes and base64, which make a source longer. */
const BODY_OVERHEAD = { factor: 2, more: 65_536 };

/**
 * Serves the icons of a configuration on 127.0.0.1.
 *
 * @throws {BuildError} when the configuration is wrong or the port cannot be used.
 */
export async function startPreview(
  config: ResolvedConfig,
  { port: requestedPort = 0 }: PreviewOptions = {},
): Promise<Preview> {
  const singleUseKeys = new Set<string>();
  let set: PreviewIcons | undefined;
  const events = createEventStream(() => ({ version: set?.getState().version }));
  set = await openPreviewIcons(config, (change) => events.send('change', change));
  const live = createLiveFeed(config);
  const context: PreviewContext = {
    set,
    live,
    previewSymbols: createPreviewSymbols(),
    folder: iconsFolderOf(config),
  };
  const server = createServer();
  const port = await listen(server, requestedPort).catch(async (error: unknown) => {
    events.close();
    await set.close();
    throw error;
  });
  const token = randomBytes(24).toString('base64url');
  const guard: AuthGuard = { port, token, consumeKey: (key) => consumeKeyFrom(singleUseKeys, key) };
  const maxBytes = config.limits.bytes * BODY_OVERHEAD.factor + BODY_OVERHEAD.more;
  let lastWrite: Promise<unknown> = Promise.resolve();
  /** Runs writes one after another, since each must see the files of the previous one. */
  const runExclusive = <T>(task: () => Promise<T>): Promise<T> => {
    const done = lastWrite.then(task);
    lastWrite = done.catch(() => {});
    return done;
  };
  server.on('request', (request, response) => {
    handleRequest(request, response, { guard, context, events, maxBytes, runExclusive }).catch(
      (error: unknown) => sendError(response, error),
    );
  });
  const address = (key: string) => `http://127.0.0.1:${port}/?token=${key}`;
  return {
    url: address(token),
    singleUseUrl() {
      const key = randomBytes(24).toString('base64url');
      singleUseKeys.add(key);
      return address(key);
    },
    set,
    async close() {
      events.close();
      const closed = new Promise<void>((done) => void server.close(() => done()));
      server.closeAllConnections();
      await Promise.all([closed, lastWrite]);
      await set.close();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const reasons: Readonly<Record<string, string>> = {
        EADDRINUSE: 'another program listens on it',
        EACCES: 'only an administrator may',
      };
      const args = { port: `${port}`, reason: reasons[code ?? ''] ?? message };
      reject(new BuildError([diagnose('port-unusable', { file: 'command line', args })]));
    });
    // No other machine can reach it.
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function consumeKeyFrom(keys: Set<string>, given: string): boolean {
  const key = [...keys].find((each) => isSameSecret(given, each));
  return key !== undefined && keys.delete(key);
}

interface RequestContext {
  readonly guard: AuthGuard;
  readonly context: PreviewContext;
  readonly events: EventStream;
  /** Maximum size of a body in bytes. */
  readonly maxBytes: number;
  readonly runExclusive: <T>(task: () => Promise<T>) => Promise<T>;
}

async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { guard, context, events, maxBytes, runExclusive }: RequestContext,
): Promise<void> {
  const refusal = checkRequest(request, guard);
  if (refusal) {
    const { status, reason } = refusal;
    // The rest of the body is not read.
    const headers = { connection: 'close' };
    return sendResponse(response, {
      status,
      type: 'text/plain; charset=utf-8',
      body: `${reason}\n`,
      headers,
    });
  }
  const [target = '/', search] = (request.url ?? '/').split('?');
  const path = target.slice(1);
  if (request.method === 'POST') {
    const post = Object.hasOwn(POST_HANDLERS, path) ? POST_HANDLERS[path] : undefined;
    if (!post) return sendResponse(response, notFound('Not found.'));
    const body = await readJson(request, maxBytes);
    return sendResponse(response, await runExclusive(() => post(body, context)));
  }
  if (path === 'api/events') return events.subscribe(response);
  const reply =
    (await handleGet(path, new URLSearchParams(search), context)) ?? (await pageFile(path));
  if (!reply) return sendResponse(response, notFound('Not found.'));
  sendResponse(response, keyFromUrl(request) === undefined ? reply : withCookie(reply, guard));
}

/** Sets the token as a cookie that scripts cannot read. */
function withCookie(reply: PreviewResponse, guard: AuthGuard): PreviewResponse {
  const cookie = `${cookieName(guard)}=${guard.token}; Path=/; HttpOnly; SameSite=Strict`;
  return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } };
}

function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  sendResponse(response, errorResponse(error));
}

function errorResponse(error: unknown): PreviewResponse {
  const headers = { connection: 'close' };
  if (error instanceof BodyError) {
    return { ...jsonResponse({ reason: error.message }, error.status), headers };
  }
  if (error instanceof NameConflictError) {
    return jsonResponse({ problems: [], taken: error.conflict } satisfies RejectedResponse, 409);
  }
  if (error instanceof BuildError) {
    return jsonResponse(
      { problems: error.diagnostics.map(toProblem) } satisfies RejectedResponse,
      422,
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  return jsonResponse({ reason: `This is a bug in iconloom: ${reason}` }, 500);
}
