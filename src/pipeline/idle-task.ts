/** Runs a task once nothing has happened for a while. */
export class IdleTask {
  readonly #delay: number;
  readonly #task: () => void;
  #timer: NodeJS.Timeout | undefined;

  /** @param delay in ms */
  constructor(delay: number, task: () => void) {
    this.#delay = delay;
    this.#task = task;
  }

  /** Starts the wait again. It does not keep the process alive. */
  restart(): void {
    this.cancel();
    this.#timer = setTimeout(this.#task, this.#delay);
    this.#timer.unref();
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
