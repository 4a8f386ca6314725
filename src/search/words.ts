/** Text of plain words, as most names and tags are. */
const PLAIN = /^[a-z\d]+(?:[ -][a-z\d]+)*$/;
/** Letters that Unicode does not decompose. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
]);

/** Words of a text in any script: lowercase, without accents, punctuation and emoji. */
export function wordsOf(text: string): readonly string[] {
  if (PLAIN.test(text)) return text.split(/[ -]/);
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđı]/g, (letter) => LETTERS.get(letter) ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Word with German umlauts as one letter, as `wordsOf` writes them: `loeschen` as `loschen`. */
export function withoutUmlauts(word: string): string {
  return word.replace(/([aou])e/g, '$1');
}
