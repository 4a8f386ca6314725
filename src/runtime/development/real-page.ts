/**
 * True in the page of a browser. A document in a process of Node is simulated, as by
 * jsdom and happy-dom: nothing is rendered there, no server responds, and tests load modules repeatedly.
 */
export function isRealPage(): boolean {
  const { process } = globalThis as { process?: { versions?: Record<string, string> } };
  const { node, electron } = process?.versions ?? {};
  return typeof document !== 'undefined' && (node === undefined || electron !== undefined);
}

/** True if the document is simulated, as in tests. */
export function isSimulated(): boolean {
  return typeof document !== 'undefined' && !isRealPage();
}
