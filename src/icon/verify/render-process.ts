import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { packageFile } from '../../core/package-file.ts';
import type { Comparison, RenderProblem, SourcePair } from './compare.ts';
import type { Pixels } from './pixels.ts';
import type { RenderedPicture, RenderOptions } from './render.ts';

/** Task for the child process. */
export type RenderTask =
  | { readonly kind: 'compare'; readonly pair: SourcePair }
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

interface PendingTask extends RenderRequest {
  readonly resolve: (result: RenderResult | undefined) => void;
  rendering: 'before' | 'after';
  problem: RenderProblem;
}

/** Tasks that are sent in advance, so that the process never waits. */
const MAX_IN_FLIGHT = 8;

let child: ChildProcess | undefined;
let lastId = 0;
/** Tasks in processing order; the first `sentCount` are with the child. */
const pendingTasks: PendingTask[] = [];
let sentCount = 0;

/** Compares two sources in a child process. */
export async function compareInChildProcess(pair: SourcePair): Promise<Comparison> {
  return (await runTask({ kind: 'compare', pair })) as Comparison;
}

/**
 * Renders a source in a child process.
 *
 * @throws if the source cannot be rendered
 */
export async function renderInChildProcess(
  svg: string,
  options: RenderOptions,
): Promise<RenderedPicture> {
  const picture = await runTask({ kind: 'pixels', svg, options });
  if (!picture || !('pixels' in picture)) throw new Error('The source cannot be rendered.');
  return {
    ...picture,
    // Rendered again, since PNGs are rarely needed.
    async asPng() {
      const png = await runTask({ kind: 'png', svg, options });
      if (!(png instanceof Uint8Array)) throw new Error('The source cannot be rendered.');
      return png;
    },
  };
}

function runTask(task: RenderTask): Promise<RenderResult | undefined> {
  return new Promise((resolve) => {
    lastId += 1;
    pendingTasks.push({ id: lastId, task, resolve, rendering: 'before', problem: 'crash' });
    sendPending();
  });
}

function sendPending(): void {
  if (pendingTasks.length === 0) {
    // Without tasks, the child must not keep this process alive.
    child?.unref();
    child?.channel?.unref();
    return;
  }
  child ??= startChild();
  child.ref();
  child.channel?.ref();
  for (; sentCount < Math.min(pendingTasks.length, MAX_IN_FLIGHT); sentCount++) {
    const { id, task } = pendingTasks[sentCount] as PendingTask;
    child.send({ id, task } satisfies RenderRequest, () => {});
  }
}

function startChild(): ChildProcess {
  const entry = fileURLToPath(packageFile('dist/threads/render-child.js'));
  const startedChild = fork(entry, [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  let hasStarted = false;
  startedChild.on('message', (reply: RenderReply) => {
    hasStarted = true;
    handleReply(reply);
  });
  const end = () => {
    if (child !== startedChild) return;
    child = undefined;
    sentCount = 0;
    // A child that never replied would not reply after a restart either.
    if (hasStarted) failTask(pendingTasks.shift());
    else for (const each of pendingTasks.splice(0)) failTask(each, 'unavailable');
    sendPending();
  };
  startedChild.on('error', end).on('exit', end);
  return startedChild;
}

function handleReply(reply: RenderReply): void {
  const first = pendingTasks[0];
  if (first?.id !== reply.id) return;
  if ('rendering' in reply) first.rendering = reply.rendering;
  else if ('isSlow' in reply) first.problem = 'slow';
  else {
    pendingTasks.shift();
    sentCount -= 1;
    first.resolve(reply.result);
    sendPending();
  }
}

function failTask(
  task: PendingTask | undefined,
  problem: RenderProblem = task?.problem ?? 'crash',
): void {
  task?.resolve(task.task.kind === 'compare' ? { failed: task.rendering, problem } : undefined);
}
