import { compareHere } from './compare.ts';
import { renderHere } from './render.ts';
import type { RenderReply, RenderRequest, RenderResult, RenderTask } from './render-process.ts';

/** Largest CPU time of one task, in ms: a thousand times the usual. */
const MAX_CPU = 2000;
const CHECK_EVERY = 100;

let running: { readonly id: number; readonly since: number } | undefined;
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
    running = { id, since: cpuTime() };
    const result = await run(id, task);
    running = undefined;
    reply({ id, result });
  });
});
process.on('disconnect', end);

setInterval(() => {
  if (!running || cpuTime() - running.since < MAX_CPU) return;
  reply({ id: running.id, isSlow: true }, end);
}, CHECK_EVERY);

/** Not `process.exit`, which waits for the renderer. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

async function run(id: number, task: RenderTask): Promise<RenderResult | undefined> {
  if (task.kind === 'compare') {
    const onRender = (rendering: 'before' | 'after') => reply({ id, rendering });
    return compareHere(task.pair, { onRender });
  }
  const picture = await renderHere(task.svg, task.options).catch(() => undefined);
  if (!picture) return undefined;
  if (task.kind === 'png') return picture.asPng();
  const { width, height, pixels } = picture;
  return { width, height, pixels };
}
