/** Words that a query need not match: articles, prepositions, and words for icons in general. */
const OPTIONAL: ReadonlySet<string> = new Set(
  [
    'a an the of for and with my icon icons button logo symbol svg',
    'der die das den dem im und mit von fur mein meine knopf schaltflache',
    'le la les un une des du de d l et au aux pour se s mon icone bouton',
    'el los las una del y con para mi icono boton',
    'и в на с для по мой иконка значок',
  ].flatMap((line) => line.split(' ')),
);

/** Words that have to match: all but the optional ones, or all if there are no others. */
export function requiredWords(words: readonly string[]): readonly string[] {
  const required = words.filter((word) => !OPTIONAL.has(word));
  return required.length > 0 ? required : words;
}
