/** Longest wait for idle time, in ms. */
const MAX_WAIT = 50;

/** Waits until the browser is idle, or {@link MAX_WAIT} has passed. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), { timeout: MAX_WAIT });
    } else setTimeout(resolve, 4);
  });
}
