import { getConcepts } from './concepts.ts';
import { requiredWords } from './optional-words.ts';
import { searchIcons } from './search-icons.ts';
import type { SearchIndex } from './search-index.ts';
import { typosBetween } from './typos.ts';
import { wordsOf } from './words.ts';

const MAX_SUGGESTIONS = 3;
/** Typos in a word that a suggestion forgives, for each letter. */
const TYPOS_PER_LETTER = 0.34;
/** Number of near words that are tried. */
const MAX_CANDIDATES = 12;

/** Queries that are near to one that finds nothing, and that find icons. The nearest first. */
export function suggestQueries(index: SearchIndex, query: string): readonly string[] {
  const words = requiredWords(wordsOf(query));
  const suggestions: string[] = [];
  for (const [position, word] of words.entries()) {
    for (const near of nearWords(index, word)) {
      const suggestion = words.map((each, at) => (at === position ? near : each)).join(' ');
      if (suggestions.length === MAX_SUGGESTIONS) return suggestions;
      if (suggestions.includes(suggestion)) continue;
      if (searchIcons(index, suggestion).matches === 'all') suggestions.push(suggestion);
    }
  }
  return suggestions;
}

function nearWords({ words, postings }: SearchIndex, word: string): readonly string[] {
  const maxTypos = Math.floor(word.length * TYPOS_PER_LETTER);
  const near: { readonly other: string; readonly typos: number; readonly count: number }[] = [];
  if (maxTypos === 0) return [];
  const known = getConcepts().words;
  for (const other of new Set([...words, ...known.keys()])) {
    if (Math.abs(other.length - word.length) > maxTypos || other === word) continue;
    const typos = typosBetween(word, other);
    if (typos > maxTypos) continue;
    near.push({ other, typos, count: postings.get(other)?.icons.length ?? 0 });
  }
  return near
    .sort((a, b) => a.typos - b.typos || b.count - a.count)
    .slice(0, MAX_CANDIDATES)
    .map(({ other }) => known.get(other) ?? other);
}
