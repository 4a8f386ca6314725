import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { packageFile } from '../../core/package-file.ts';
import type { Comparison, Pair, RenderProblem } from './compare.ts';
import type { Pixels } from './pixels.ts';
import type { Picture, RenderOptions } from './render.ts';

/** Task for the child process. */
export type RenderTask =
  | { readonly kind: 'compare'; readonly pair: Pair }
  | { readonly kind: 'pixels' | 'png'; readonly svg: string; readonly options: RenderOptions };

/** Message with a task for the child process. */
export interface RenderRequest {
  readonly id: number;
  readonly task: RenderTask;
}

/** Result of a task, by its kind. */
export type RenderResult = Comparison | Pixels | Uint8Array;

/** Message of the child process: the source that it renders next, or the end of a task. */
export type RenderReply =
  | { readonly id: number; readonly rendering: 'before' | 'after' }
  | { readonly id: number; readonly result: RenderResult | undefined }
  /** Last message of a process that ends itself, since a task takes too long. */
  | { readonly id: number; readonly isSlow: true };

interface Pending extends RenderRequest {
  readonly resolve: (result: RenderResult | undefined) => void;
  rendering: 'before' | 'after';
  problem: RenderProblem;
}

/** Tasks that are sent in advance, so that the process never waits. */
const MAX_SENT = 8;

let child: ChildProcess | undefined;
let lastId = 0;
/** Tasks in processing order; the first `sent` are with the child. */
const pending: Pending[] = [];
let sent = 0;

/** Compares two sources in a child process. */
export async function compareApart(pair: Pair): Promise<Comparison> {
  return (await ask({ kind: 'compare', pair })) as Comparison;
}

/**
 * Renders a source in a child process.
 *
 * @throws if the source cannot be rendered
 */
export async function renderApart(svg: string, options: RenderOptions): Promise<Picture> {
  const picture = await ask({ kind: 'pixels', svg, options });
  if (!picture || !('pixels' in picture)) throw new Error('The source cannot be rendered.');
  return {
    ...picture,
    // Rendered again, since PNGs are rarely needed.
    async asPng() {
      const png = await ask({ kind: 'png', svg, options });
      if (!(png instanceof Uint8Array)) throw new Error('The source cannot be rendered.');
      return png;
    },
  };
}

function ask(task: RenderTask): Promise<RenderResult | undefined> {
  return new Promise((resolve) => {
    lastId += 1;
    pending.push({ id: lastId, task, resolve, rendering: 'before', problem: 'crash' });
    sendNext();
  });
}

function sendNext(): void {
  if (pending.length === 0) {
    // Without tasks, the child must not keep this process alive.
    child?.unref();
    child?.channel?.unref();
    return;
  }
  child ??= start();
  child.ref();
  child.channel?.ref();
  for (; sent < Math.min(pending.length, MAX_SENT); sent++) {
    const { id, task } = pending[sent] as Pending;
    child.send({ id, task } satisfies RenderRequest, () => {});
  }
}

function start(): ChildProcess {
  const entry = fileURLToPath(packageFile('dist/threads/render-child.js'));
  const started = fork(entry, [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  let hasStarted = false;
  started.on('message', (reply: RenderReply) => {
    hasStarted = true;
    take(reply);
  });
  const end = () => {
    if (child !== started) return;
    child = undefined;
    sent = 0;
    // A child that never replied would not reply after a restart either.
    if (hasStarted) fail(pending.shift());
    else for (const each of pending.splice(0)) fail(each, 'unavailable');
    sendNext();
  };
  started.on('error', end).on('exit', end);
  return started;
}

function take(reply: RenderReply): void {
  const first = pending[0];
  if (first?.id !== reply.id) return;
  if ('rendering' in reply) first.rendering = reply.rendering;
  else if ('isSlow' in reply) first.problem = 'slow';
  else {
    pending.shift();
    sent -= 1;
    first.resolve(reply.result);
    sendNext();
  }
}

function fail(task: Pending | undefined, problem: RenderProblem = task?.problem ?? 'crash'): void {
  task?.resolve(task.task.kind === 'compare' ? { failed: task.rendering, problem } : undefined);
}
