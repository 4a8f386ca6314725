import { unorderedKey } from './icon-terms.ts';
import { requiredWords } from './optional-words.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchableIcon } from './searchable-icon.ts';
import { scoreWords, WEAK_SCORE, type WordScores } from './word-scores.ts';
import { wordsOf } from './words.ts';

/** Icons that match a query. */
export interface SearchResult<T extends SearchableIcon = SearchableIcon> {
  /** The best match first. */
  readonly icons: readonly T[];
  /** Words of the query that each of the icons matches. */
  readonly matches: 'all' | 'some' | 'none';
}

/** Bonus for an optional word of the query that an icon matches. */
const OPTIONAL_MATCH = 2;
/** Precision of scores: those that are closer count as equal. */
const STEPS = 4;

/**
 * Finds the icons that match every word of a query: by their texts, or by what people call what
 * they show. If no icon does, those that match most of the words. A query without words matches
 * all icons, in display order.
 */
export function searchIcons<T extends SearchableIcon>(
  index: SearchIndex<T>,
  query: string,
): SearchResult<T> {
  const all = wordsOf(query);
  if (all.length === 0) return { icons: index.icons, matches: 'all' };
  const words = requiredWords(all);
  const scores = scoreWords(index, words);
  // Parts of words are mostly accidents, so that two of them in one icon are no match of a phrase.
  for (const least of words.length > 1 ? [WEAK_SCORE, 0] : [0]) {
    const icons = rankComplete(index, { words, scores, all, least });
    if (icons.length > 0) return { icons, matches: 'all' };
  }
  const partial = rankPartial(index, scores);
  return { icons: partial, matches: partial.length > 0 ? 'some' : 'none' };
}

function rankComplete<T extends SearchableIcon>(
  { ranked, postings }: SearchIndex<T>,
  query: {
    readonly words: readonly string[];
    readonly scores: readonly WordScores[];
    readonly all: readonly string[];
    /** Score that each word must exceed. */
    readonly least: number;
  },
): readonly T[] {
  const { words, scores, all, least } = query;
  const totals = new Float32Array(ranked.length);
  for (let icon = 0; icon < totals.length; icon += 1) {
    let total = 0;
    for (const each of scores) {
      const score = each[icon] ?? 0;
      if (score <= least) {
        total = 0;
        break;
      }
      total += score;
    }
    totals[icon] = total / scores.length;
  }
  // The words of a name in another order are that name.
  const sameWords = words.length > 1 ? postings.get(unorderedKey(words)) : undefined;
  for (const [at, icon] of sameWords?.icons.entries() ?? [])
    totals[icon] = Math.max(totals[icon] ?? 0, sameWords?.scores[at] ?? 0);
  for (const word of all.length > words.length ? all : []) {
    if (words.includes(word)) continue;
    for (const icon of postings.get(word)?.icons ?? [])
      if ((totals[icon] ?? 0) > 0) totals[icon] = (totals[icon] ?? 0) + OPTIONAL_MATCH;
  }
  return byScore(ranked, totals);
}

/** Icons that match most words; of those, the ones that match rare words first. */
function rankPartial<T extends SearchableIcon>(
  { ranked }: SearchIndex<T>,
  scores: readonly WordScores[],
): readonly T[] {
  // A part of a word says little about the icon, so that it counts only if there is nothing else.
  for (const least of [WEAK_SCORE, 0]) {
    const rarity = scores.map((each) =>
      Math.log(1 + ranked.length / (1 + each.filter((score) => score > least).length)),
    );
    const counts = new Uint8Array(ranked.length);
    const totals = new Float32Array(ranked.length);
    let most = 0;
    for (const [word, each] of scores.entries()) {
      for (const [icon, score] of each.entries()) {
        if (score <= least) continue;
        const count = (counts[icon] ?? 0) + 1;
        counts[icon] = count;
        most = Math.max(most, count);
        totals[icon] = (totals[icon] ?? 0) + score * (rarity[word] ?? 0);
      }
    }
    if (most === 0) continue;
    return byScore(
      ranked,
      totals.map((total, icon) => (counts[icon] === most ? total : 0)),
    );
  }
  return [];
}

/** Icons with a score, the highest first; equal scores in the order of the list. */
function byScore<T>(ranked: readonly T[], scores: Float32Array): readonly T[] {
  const found: number[] = [];
  for (const [icon, score] of scores.entries()) if (score > 0) found.push(icon);
  // One number for score and position sorts much faster than a comparison of both.
  const keys = Float64Array.from(
    found,
    (icon) => icon - Math.round((scores[icon] ?? 0) * STEPS) * ranked.length,
  ).sort();
  return [...keys].flatMap((key) => {
    const position = ((key % ranked.length) + ranked.length) % ranked.length;
    return ranked[position] ?? [];
  });
}
