/**
 * Gives symbols of a sprite other ids, with the ids, classes and animations inside them, which begin
 * with the symbol's id in letters, digits and `_`, and another `_`.
 *
 * @returns the text with the ids inside renamed; those of the symbols themselves stay.
 */
export function renameInnerIds(svg: string, renamed: Readonly<Record<string, string>>): string {
  let text = svg;
  for (const [id, other] of Object.entries(renamed)) {
    const inside = new RegExp(`(^|[^\\w-])${innerBase(id)}(?=_[a-z0-9])`, 'g');
    text = text.replace(inside, `$1${innerBase(other)}`);
  }
  // References to other symbols. No string begins with the prefix of links, which builds search for.
  return text.replace(/="#([^"]+)"/g, (link, id: string) =>
    renamed[id] ? link.replace(id, renamed[id]) : link,
  );
}

function innerBase(id: string): string {
  return id.replace(/[-.]/g, '_');
}
