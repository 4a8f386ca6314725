import { compareHere } from './compare.ts';
import { renderHere } from './render.ts';
import type { RenderReply, RenderRequest, RenderResult, RenderTask } from './render-process.ts';

/** Time of a processor that one task may take, in ms: a thousand times what most take. */
const MAX_CPU = 2000;
const CHECK_EVERY = 100;

let running: { readonly id: number; readonly since: number } | undefined;
let queue: Promise<void> = Promise.resolve();

/** Time that this process has used so far, in ms: does not pass while others are using the machine. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function reply(message: RenderReply, then?: () => void): void {
  process.send?.(message, () => then?.());
}

/** A process that renders what could end it; the one that asks goes on. */
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
