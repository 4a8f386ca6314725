/** True if an id is in a document or in one of its open shadow roots. */
export function hasSymbol(root: Document | ShadowRoot, id: string): boolean {
  if (root.getElementById(id)) return true;
  return [...root.querySelectorAll('*')].some(
    ({ shadowRoot }) => shadowRoot !== null && hasSymbol(shadowRoot, id),
  );
}
