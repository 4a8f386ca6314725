/** Whether an id is in a document or in a shadow root of it. Closed roots cannot be looked into. */
export function hasSymbol(root: Document | ShadowRoot, id: string): boolean {
  if (root.getElementById(id)) return true;
  return [...root.querySelectorAll('*')].some(
    ({ shadowRoot }) => shadowRoot !== null && hasSymbol(shadowRoot, id),
  );
}
