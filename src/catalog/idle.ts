/** Longest wait for idle time, in ms. */
const LONGEST = 50;

/** Waits until the browser is idle, or {@link LONGEST} has passed. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), { timeout: LONGEST });
    } else setTimeout(resolve, 4);
  });
}
