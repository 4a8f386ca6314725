import { type ConceptMatch, getConcepts, stemKey } from './concepts.ts';
import type { Postings, SearchIndex } from './search-index.ts';
import { keysAfter } from './sorted-keys.ts';
import { LANGUAGES } from './stem.ts';
import { allowedTypos, isFuzzyMatch } from './typos.ts';
import { withoutUmlauts } from './words.ts';

/** Score of each icon for one word of a query, by position in `SearchIndex.ranked`; 0 is no match. */
export type WordScores = Float32Array;

/** Largest score of a match inside a word or with typos. All others are better. */
export const WEAK_SCORE = 10;

/** Weights of matches that are not the whole term. */
const WEIGHTS = {
  prefix: 0.56,
  plural: 0.95,
  umlaut: 0.95,
  stem: 0.95,
  concept: 0.9,
  /** Concept by a name that an icon of the set has: most likely, that icon is meant. */
  otherName: 0.75,
  conceptPrefix: 0.55,
  /** For each name of a concept after the first. */
  laterName: 0.015,
  inside: 0.1,
  typo: 0.08,
} as const;
/** Smallest score of a term that is a whole name, alias or title. */
const MIN_NAME_SCORE = 92;
/** Number of words that can be one phrase. */
const MAX_PHRASE = 4;
/** Length of the shortest beginning of a phrase, in a word with and without other matches. */
const MIN_PHRASE_PREFIX = 4;
const MIN_LONE_PREFIX = 2;
/** Length of the shortest part of a word. */
const MIN_INSIDE = 2;
/** Length of the shortest phrase that may have typos. */
const MIN_TYPO_PHRASE = 6;
/** Scripts without spaces between words, where one character can be a word. */
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Scores all icons for each word of a query. Typos count only in words without other matches. */
export function scoreWords(index: SearchIndex, words: readonly string[]): readonly WordScores[] {
  const scores = words.map(() => new Float32Array(index.ranked.length));
  for (let start = 0; start < words.length; start += 1) {
    for (let length = 1; length <= MAX_PHRASE && start + length <= words.length; length += 1) {
      const end = start + length;
      const phrase = words.slice(start, end);
      const add = adderOf(scores.slice(start, end));
      addTerms(index, phrase, { add, isLast: end === words.length });
      addConcepts(index, phrase, { add, isLast: end === words.length });
    }
  }
  for (const [position, word] of words.entries()) {
    const own = scores[position];
    if (own) addWeakMatches(index, word, own);
  }
  return scores;
}

type Add = (postings: Postings | undefined, weight: number) => void;

interface PhraseTarget {
  readonly add: Add;
  /** The phrase ends the query, so that more of it may follow. */
  readonly isLast: boolean;
}

/** Function that raises the scores of the words of a phrase to those of postings. */
function adderOf(targets: readonly WordScores[]): Add {
  return (postings, weight) => {
    if (!postings) return;
    const { icons, scores } = postings;
    for (const target of targets) {
      for (let at = 0; at < icons.length; at += 1) {
        const icon = icons[at] ?? 0;
        const score = (scores[at] ?? 0) * weight;
        if (score > (target[icon] ?? 0)) target[icon] = score;
      }
    }
  };
}

/** Matches in the texts of icons: the term, its plural or singular, and longer terms. */
function addTerms(
  { postings, terms }: SearchIndex,
  phrase: readonly string[],
  { add, isLast }: PhraseTarget,
): void {
  const term = phrase.join('');
  add(postings.get(term), 1);
  for (const other of otherNumbers(term)) add(postings.get(other), WEIGHTS.plural);
  const folded = withoutUmlauts(term);
  if (folded !== term) add(postings.get(folded), WEIGHTS.umlaut);
  if (phrase.length > 1 && !isLast) return;
  for (const longer of keysAfter(terms, term)) add(postings.get(longer), WEIGHTS.prefix);
}

/** English plural of a word, or singular of a plural. */
function otherNumbers(word: string): readonly string[] {
  if (word.length < 3) return [];
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (word.endsWith('es')) return [word.slice(0, -1), word.slice(0, -2)];
  if (word.endsWith('ss')) return [`${word}es`];
  if (word.endsWith('s')) return [word.slice(0, -1)];
  if (word.endsWith('y')) return [`${word.slice(0, -1)}ies`, `${word}s`];
  return [/(?:x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`];
}

/** True if a term is the whole name, alias or title of an icon. */
function hasIconNamed({ postings }: SearchIndex, term: string): boolean {
  return postings.get(term)?.scores.some((score) => score >= MIN_NAME_SCORE) ?? false;
}

/** Icons of the concepts that a phrase, its stem or its beginning stands for. */
function addConcepts(
  index: SearchIndex,
  phrase: readonly string[],
  { add, isLast }: PhraseTarget,
): void {
  const { phrases, stems } = getConcepts();
  const key = phrase.join('');
  const isNameTaken = hasIconNamed(index, key);
  const folded = withoutUmlauts(key);
  addAll(index, phrases.get(key), { add, weight: 1, isNameTaken });
  if (folded !== key)
    addAll(index, phrases.get(folded), { add, weight: WEIGHTS.umlaut, isNameTaken });
  for (const language of LANGUAGES)
    addAll(index, stems.get(stemKey(phrase, language)), { add, weight: WEIGHTS.stem, isNameTaken });
  if (key.length < MIN_PHRASE_PREFIX || (phrase.length > 1 && !isLast)) return;
  addLongerPhrases(index, key, add);
}

/** Icons of the concepts that have a phrase that begins with a text. */
function addLongerPhrases(index: SearchIndex, start: string, add: Add): void {
  const { phrases, sorted } = getConcepts();
  for (const each of new Set([start, withoutUmlauts(start)])) {
    for (const longer of keysAfter(sorted, each))
      addAll(index, phrases.get(longer), {
        add,
        weight: WEIGHTS.conceptPrefix,
        isNameTaken: false,
      });
  }
}

function addAll(
  { postings }: SearchIndex,
  matches: readonly ConceptMatch[] | undefined,
  {
    add,
    weight,
    isNameTaken,
  }: { readonly add: Add; readonly weight: number; readonly isNameTaken: boolean },
): void {
  for (const { concept, isOtherName } of matches ?? []) {
    const base = weight * (isOtherName && isNameTaken ? WEIGHTS.otherName : 1) * WEIGHTS.concept;
    for (const [rank, name] of concept.entries())
      add(postings.get(name), base * (1 - rank * WEIGHTS.laterName));
  }
}

/** Parts of words; if a word has no match at all, words with typos. */
function addWeakMatches(index: SearchIndex, word: string, scores: WordScores): void {
  const { postings, words } = index;
  const add = adderOf([scores]);
  if (word.length >= MIN_INSIDE || IDEOGRAPH.test(word)) {
    for (const other of words) if (other.includes(word)) add(postings.get(other), WEIGHTS.inside);
  }
  if (scores.some((score) => score > 0)) return;
  if (word.length >= MIN_LONE_PREFIX) addLongerPhrases(index, word, add);
  const maxTypos = allowedTypos(word);
  if (maxTypos === 0 || scores.some((score) => score > 0)) return;
  for (const other of words)
    if (isFuzzyMatch(word, other, maxTypos)) add(postings.get(other), WEIGHTS.typo);
  if (word.length < MIN_TYPO_PHRASE) return;
  const { phrases, words: known } = getConcepts();
  for (const other of known.keys()) {
    if (other.length >= MIN_TYPO_PHRASE && isFuzzyMatch(word, other, maxTypos))
      addAll(index, phrases.get(other), { add, weight: WEIGHTS.typo, isNameTaken: false });
  }
}
