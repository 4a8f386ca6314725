import { memoize } from '../core/memoize.ts';
import type { CatalogIcon } from '../emit/catalog-format.ts';
import { isFuzzyMatch } from './fuzzy-match.ts';

/** Search index: built once, queried at each key. */
export interface SearchIndex {
  /** In display order, for queries without words. */
  readonly icons: readonly CatalogIcon[];
  /** Sorted by length of name, then by name, which is the order of equal scores. */
  readonly entries: readonly SearchEntry[];
}

interface SearchEntry {
  readonly icon: CatalogIcon;
  readonly fields: readonly SearchField[];
  /** Distinct words of all fields, for queries with typos. */
  readonly words: readonly string[];
}

interface SearchField {
  /** Words, with a space before each and behind the last. */
  readonly text: string;
  /** Weight of a match in this field. */
  readonly weight: number;
}

/** Weights of fields. Names weigh most, since people search for names that they know. */
const WEIGHTS = { name: 1, alias: 0.9, title: 0.85, tag: 0.7, category: 0.4 } as const;
/** Score of a match: the whole field, its beginning, a whole word, the beginning of one, anywhere. */
const HITS = { whole: 100, start: 70, word: 60, wordStart: 45, inside: 20, typo: 8 } as const;
/** Text that is normalized already, as most names and tags are. */
const NORMALIZED = /^[a-z\d]+(?: [a-z\d]+)*$/;
/** Length of the shortest word that may have a typo. */
const MIN_FUZZY_LENGTH = 4;

export function indexIcons(icons: readonly CatalogIcon[]): SearchIndex {
  return { icons, entries: icons.map(searchEntryOf).sort(byName) };
}

/** Entry of an icon. Memoized, since an update leaves most icons unchanged. */
const searchEntryOf: (icon: CatalogIcon) => SearchEntry = memoize((icon) => {
  const all = [
    searchField(icon.name.replaceAll('-', ' '), WEIGHTS.name),
    ...icon.aliases.map((alias) => searchField(alias.replaceAll('-', ' '), WEIGHTS.alias)),
    searchField(icon.title, WEIGHTS.title),
    ...icon.tags.map((tag) => searchField(tag, WEIGHTS.tag)),
    searchField(icon.category ?? '', WEIGHTS.category),
  ];
  // Most titles repeat the name; of equal fields, the first weighs most.
  const fields = all.filter(
    ({ text }, index) =>
      text.trim() !== '' && all.findIndex((field) => field.text === text) === index,
  );
  const words = [...new Set(fields.flatMap(({ text }) => text.split(' ')))];
  return { icon, fields, words: words.filter((word) => word.length >= MIN_FUZZY_LENGTH - 1) };
});

/**
 * Finds the icons that match every word of a query, the best first; equal scores by length of name,
 * then by name. When no icon matches, words may have one typo (two from eight letters on). A query
 * without words returns all icons in display order.
 */
export function search(index: SearchIndex, query: string): readonly CatalogIcon[] {
  const words = normalize(query)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return index.icons;
  const exact = rankIcons(index, words, scoreWord);
  return exact.length > 0 ? exact : rankIcons(index, words, fuzzyScorer());
}

function rankIcons(
  { entries }: SearchIndex,
  words: readonly string[],
  scoreOf: (entry: SearchEntry, word: string) => number,
): readonly CatalogIcon[] {
  const phrase = words.join(' ');
  const found = new Map<number, CatalogIcon[]>();
  for (const entry of entries) {
    let score = 0;
    for (const word of words) {
      const value = scoreOf(entry, word);
      if (value === 0) {
        score = 0;
        break;
      }
      score += value;
    }
    if (score === 0) continue;
    // Words in the order of a name score as that name.
    if (words.length > 1) score += scoreWord(entry, phrase);
    const sameScore = found.get(score);
    if (sameScore) sameScore.push(entry.icon);
    else found.set(score, [entry.icon]);
  }
  // There are few scores and many icons.
  return [...found].sort(([a], [b]) => b - a).flatMap(([, icons]) => icons);
}

function byName(
  { icon: { name: one } }: SearchEntry,
  { icon: { name: other } }: SearchEntry,
): number {
  return one.length - other.length || (one < other ? -1 : 1);
}

function scoreWord({ fields }: SearchEntry, word: string): number {
  let best = 0;
  for (const { text, weight } of fields) {
    const at = text.indexOf(word);
    if (at < 0 || HITS.whole * weight <= best) continue;
    best = Math.max(best, hitScore(text, word, at) * weight);
  }
  return best;
}

function hitScore(text: string, word: string, at: number): number {
  const isStart = at === 1;
  if (isStart && text.length === word.length + 2) return HITS.whole;
  if (isStart) return text[word.length + 1] === ' ' ? HITS.start : HITS.wordStart + 10;
  if (text.includes(` ${word} `)) return HITS.word;
  return text.includes(` ${word}`) ? HITS.wordStart : HITS.inside;
}

/** Scores words with typos. Icons share most words, so that comparisons are cached. */
function fuzzyScorer(): typeof scoreWord {
  const cache = new Map<string, boolean>();
  const isSimilar = (word: string, candidate: string): boolean => {
    const key = `${word} ${candidate}`;
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const maxTypos = word.length < 2 * MIN_FUZZY_LENGTH ? 1 : 2;
    const isMatch = isFuzzyMatch(word, candidate, maxTypos);
    cache.set(key, isMatch);
    return isMatch;
  };
  return (entry, word) => {
    const exact = scoreWord(entry, word);
    if (exact > 0 || word.length < MIN_FUZZY_LENGTH) return exact;
    return entry.words.some((candidate) => isSimilar(word, candidate)) ? HITS.typo : 0;
  };
}

function searchField(text: string, weight: number): SearchField {
  return { text: ` ${normalize(text)} `, weight };
}

/** Lowercases, removes accents, and replaces other characters than letters and digits by a space. */
function normalize(text: string): string {
  if (NORMALIZED.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
