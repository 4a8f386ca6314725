/** Processes that work on numbered inputs. */
import { fork } from 'node:child_process';

/** Time after which an input counts as a hang. */
const HANG_MS = 20_000;
const WORKERS = 2;

/**
 * Asks worker processes about the numbers from 0 up to, but not including, `total`. A process is
 * replaced only after a crash or a hang.
 *
 * @param {number} total
 * @param {{script: URL, args: readonly string[], answered: (answer: object) => Promise<void> | void}} how
 *   `answered` takes each answer; the next input of that process waits for it
 */
export async function workThrough(total, { script, args, answered }) {
  let next = 0;
  async function work() {
    let child = await startWorker(script, args);
    while (next < total) {
      const index = next++;
      const answer = await ask(child, index);
      if (answer.code === 'hang' || answer.code === 'exit') child = await startWorker(script, args);
      await answered({ index, ...answer });
    }
    child.kill();
  }
  await Promise.all(Array.from({ length: WORKERS }, work));
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
