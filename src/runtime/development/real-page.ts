/**
 * Whether this runs in the page of a browser. A document in a process of Node is simulated, as by
 * jsdom and happy-dom: nothing is drawn there, no server answers, and tests load modules repeatedly.
 */
export function isRealPage(): boolean {
  const { process } = globalThis as { process?: { versions?: Record<string, string> } };
  const { node, electron } = process?.versions ?? {};
  return typeof document !== 'undefined' && (node === undefined || electron !== undefined);
}

/** Whether a document is simulated, which tests do. */
export function isSimulated(): boolean {
  return typeof document !== 'undefined' && !isRealPage();
}
