/** Longest wait for a moment without work, in ms. */
const LONGEST = 50;

/** Waits until the browser has nothing else to do, or long enough. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari does not tell.
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), { timeout: LONGEST });
    } else setTimeout(resolve, 4);
  });
}
