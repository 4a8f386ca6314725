import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ResolvedConfig } from '../config/types.ts';
import { diagnose } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import type { Refused } from '../core/preview.ts';
import { type Answer, json, notFound, send } from './answer.ts';
import { BodyError, readJson } from './body.ts';
import { type Events, openEvents } from './events.ts';
import { cookieName, type Gate, isSame, keyOf, refusalOf } from './guard.ts';
import { folderOf, type IconSet, openIconSet } from './icon-set.ts';
import { openLive } from './live-data.ts';
import type { Desk } from './look.ts';
import { openLooks } from './looks.ts';
import { pageFile } from './page.ts';
import { asProblem } from './problem.ts';
import { answerGet, POSTS } from './routes.ts';
import { TakenError } from './save.ts';

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
  readonly urlForOnce: () => string;
  readonly set: IconSet;
  readonly close: () => Promise<void>;
}

/** Allowance for JSON escapes and base64, which make a source longer. */
const ROOM = { factor: 2, more: 65_536 };

/**
 * Serves the icons of a configuration on 127.0.0.1.
 *
 * @throws {BuildError} when the configuration is wrong or the port cannot be used.
 */
export async function startPreview(
  config: ResolvedConfig,
  { port: wanted = 0 }: PreviewOptions = {},
): Promise<Preview> {
  const once = new Set<string>();
  let set: IconSet | undefined;
  const events = openEvents(() => ({ version: set?.now().version }));
  set = await openIconSet(config, (change) => events.tell('change', change));
  const live = openLive(config);
  const desk: Desk = { set, live, looks: openLooks(), folder: folderOf(config) };
  const server = createServer();
  const port = await listen(server, wanted).catch(async (error: unknown) => {
    events.close();
    await set.close();
    throw error;
  });
  const token = randomBytes(24).toString('base64url');
  const gate: Gate = { port, token, takeKey: (key) => takeFrom(once, key) };
  const most = config.limits.bytes * ROOM.factor + ROOM.more;
  let writing: Promise<unknown> = Promise.resolve();
  /** Runs writes one after another, since each must see the files of the previous one. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = writing.then(task);
    writing = done.catch(() => {});
    return done;
  };
  server.on('request', (request, response) => {
    answer(request, response, { gate, desk, events, most, inTurn }).catch((error: unknown) =>
      fail(response, error),
    );
  });
  const address = (key: string) => `http://127.0.0.1:${port}/?token=${key}`;
  return {
    url: address(token),
    urlForOnce() {
      const key = randomBytes(24).toString('base64url');
      once.add(key);
      return address(key);
    },
    set,
    async close() {
      events.close();
      const closed = new Promise<void>((done) => void server.close(() => done()));
      server.closeAllConnections();
      await Promise.all([closed, writing]);
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

function takeFrom(keys: Set<string>, said: string): boolean {
  const key = [...keys].find((each) => isSame(said, each));
  return key !== undefined && keys.delete(key);
}

interface Context {
  readonly gate: Gate;
  readonly desk: Desk;
  readonly events: Events;
  /** Maximum size of a body in bytes. */
  readonly most: number;
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { gate, desk, events, most, inTurn }: Context,
): Promise<void> {
  const refusal = refusalOf(request, gate);
  if (refusal) {
    const { status, reason } = refusal;
    // The rest of the body is not read.
    const headers = { connection: 'close' };
    return send(response, {
      status,
      type: 'text/plain; charset=utf-8',
      body: `${reason}\n`,
      headers,
    });
  }
  const [target = '/', search] = (request.url ?? '/').split('?');
  const path = target.slice(1);
  if (request.method === 'POST') {
    const post = Object.hasOwn(POSTS, path) ? POSTS[path] : undefined;
    if (!post) return send(response, notFound('Not found.'));
    const said = await readJson(request, most);
    return send(response, await inTurn(() => post(said, desk)));
  }
  if (path === 'api/events') return events.listen(response);
  const found =
    (await answerGet(path, new URLSearchParams(search), desk)) ?? (await pageFile(path));
  if (!found) return send(response, notFound('Not found.'));
  send(response, keyOf(request) === undefined ? found : withCookie(found, gate));
}

/** Sets the token as a cookie that scripts cannot read. */
function withCookie(found: Answer, gate: Gate): Answer {
  const cookie = `${cookieName(gate)}=${gate.token}; Path=/; HttpOnly; SameSite=Strict`;
  return { ...found, headers: { ...found.headers, 'set-cookie': cookie } };
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  send(response, refusedWith(error));
}

function refusedWith(error: unknown): Answer {
  const headers = { connection: 'close' };
  if (error instanceof BodyError) {
    return { ...json({ reason: error.message }, error.status), headers };
  }
  if (error instanceof TakenError) {
    return json({ problems: [], taken: error.taken } satisfies Refused, 409);
  }
  if (error instanceof BuildError) {
    return json({ problems: error.diagnostics.map(asProblem) } satisfies Refused, 422);
  }
  const reason = error instanceof Error ? error.message : String(error);
  return json({ reason: `This is a bug in iconloom: ${reason}` }, 500);
}
