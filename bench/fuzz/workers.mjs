/** Worker processes for numbered inputs. */
import { fork } from 'node:child_process';

/** Timeout after which an input counts as a hang. */
const HANG_MS = 20_000;
const WORKERS = 2;

/**
 * Sends the numbers from 0 up to, but not including, `total` to worker processes. A process is
 * replaced only after a crash or a hang.
 *
 * @param {number} total
 * @param {{script: URL, args: readonly string[], onAnswer: (answer: object) => Promise<void> | void}} how
 *   `onAnswer` receives each answer; the next input of that process waits for it
 */
export async function processInputs(total, { script, args, onAnswer }) {
  let next = 0;
  async function runWorker() {
    let child = await startWorker(script, args);
    while (next < total) {
      const index = next++;
      const answer = await ask(child, index);
      if (answer.code === 'hang' || answer.code === 'exit') child = await startWorker(script, args);
      await onAnswer({ index, ...answer });
    }
    child.kill();
  }
  await Promise.all(Array.from({ length: WORKERS }, runWorker));
}

function startWorker(script, args) {
  const child = fork(script, args);
  return new Promise((resolve) => child.once('message', () => resolve(child)));
}

function ask(child, index) {
  return new Promise((resolve) => {
    const settle = (answer) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      settle({ code: 'hang', flaws: [`hang: no answer in ${HANG_MS} ms`] });
    }, HANG_MS);
    child.once('exit', (exit, signal) => {
      settle({ code: 'exit', flaws: [`crash: the process ended with ${exit ?? signal}`] });
    });
    child.once('message', settle);
    child.send(index);
  });
}
