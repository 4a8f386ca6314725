import { compareInThisProcess } from './compare.ts';
import { renderInThisProcess } from './render.ts';
import type { RenderReply, RenderRequest, RenderResult, RenderTask } from './render-process.ts';

/** Largest CPU time of one task, in ms: a thousand times the usual. */
const MAX_CPU_MS = 2000;
const CHECK_INTERVAL_MS = 100;

let currentTask: { readonly id: number; readonly startedAt: number } | undefined;
let queue: Promise<void> = Promise.resolve();

/** CPU time of this process, in ms; does not grow while other processes run. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function reply(message: RenderReply, then?: () => void): void {
  process.send?.(message, () => then?.());
}

/** Renders sources that could crash the process, so that the parent process continues. */
process.on('message', ({ id, task }: RenderRequest) => {
  queue = queue.then(async () => {
    currentTask = { id, startedAt: cpuTime() };
    const result = await run(id, task);
    currentTask = undefined;
    reply({ id, result });
  });
});
process.on('disconnect', killProcess);

setInterval(() => {
  if (!currentTask || cpuTime() - currentTask.startedAt < MAX_CPU_MS) return;
  reply({ id: currentTask.id, isSlow: true }, killProcess);
}, CHECK_INTERVAL_MS);

/** Not `process.exit`, which waits for the renderer. */
function killProcess(): void {
  process.kill(process.pid, 'SIGKILL');
}

async function run(id: number, task: RenderTask): Promise<RenderResult | undefined> {
  if (task.kind === 'compare') {
    const onRender = (rendering: 'before' | 'after') => reply({ id, rendering });
    return compareInThisProcess(task.pair, { onRender });
  }
  const picture = await renderInThisProcess(task.svg, task.options).catch(() => undefined);
  if (!picture) return undefined;
  if (task.kind === 'png') return picture.asPng();
  const { width, height, pixels } = picture;
  return { width, height, pixels };
}
