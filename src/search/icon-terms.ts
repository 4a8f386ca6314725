import { memoize } from '../core/memoize.ts';
import type { SearchableIcon } from './searchable-icon.ts';
import { splitName } from './style-words.ts';
import { wordsOf } from './words.ts';

/** Terms that find one icon. */
export interface IconTerms {
  /** Score from 0 to 100 of each term: a word, or neighboring words joined. */
  readonly scores: ReadonlyMap<string, number>;
  /** Distinct single words of all fields. */
  readonly words: readonly string[];
  readonly isFilled: boolean;
}

/** Weights of fields. Names weigh most, since people search for names that they know. */
const WEIGHTS = { name: 1, alias: 0.96, title: 0.94, tag: 0.7, category: 0.4 } as const;
/** Scores of terms: the whole field, its beginning, a later part. */
const HITS = { whole: 100, start: 72, part: 60 } as const;
/** Deduction for each word of the field that the term leaves out, and its limit. */
const PER_EXTRA_WORD = 1.5;
const MAX_EXTRA = 8;
/** Deduction for the name of a numbered or filled variant. */
const VARIANT = 2;
/** Number of neighboring words that are also found as one: `log-out` as `logout`. */
const MAX_JOINED = 3;

/** Key of words in any order. */
export function unorderedKey(words: readonly string[]): string {
  return ` ${[...words].sort().join(' ')}`;
}

/** Terms of an icon. Memoized, since an update leaves most icons unchanged. */
export const iconTerms: (icon: SearchableIcon) => IconTerms = memoize((icon) => {
  const scores = new Map<string, number>();
  const words = new Set<string>();
  const add = (term: string, score: number): void => {
    if (score > (scores.get(term) ?? 0)) scores.set(term, score);
  };
  const addField = (core: readonly string[], weight: number, whole: number = HITS.whole): void => {
    const count = core.length;
    if (count === 0) return;
    for (const word of core) words.add(word);
    for (let start = 0; start < count; start += 1) {
      let term = '';
      for (let length = 1; length <= MAX_JOINED && start + length <= count; length += 1) {
        term += core[start + length - 1];
        const extra = Math.min(MAX_EXTRA, (count - length) * PER_EXTRA_WORD);
        const hit = start === 0 ? (length === count ? whole : HITS.start) : HITS.part;
        add(term, (hit - extra) * weight);
      }
    }
    if (count > MAX_JOINED) add(core.join(''), whole * weight);
    if (count > 1) add(unorderedKey(core), (whole - VARIANT) * weight);
  };
  const addName = (name: string, weight: number): boolean => {
    const all = wordsOf(name);
    const { core, style, isFilled } = splitName(all);
    const isVariant = style.length > 0 && all[0] === core[0];
    addField(core, weight, HITS.whole - (isVariant ? VARIANT : 0));
    for (const word of style) {
      words.add(word);
      add(word, HITS.part * weight);
    }
    if (style.length > 0) add(all.join(''), HITS.whole * weight);
    return isFilled;
  };
  const isFilled = addName(icon.name, WEIGHTS.name);
  for (const alias of icon.aliases) addName(alias, WEIGHTS.alias);
  addField(wordsOf(icon.title), WEIGHTS.title);
  for (const tag of icon.tags) addField(wordsOf(tag), WEIGHTS.tag);
  addField(wordsOf(icon.category ?? ''), WEIGHTS.category);
  return { scores, words: [...words], isFilled };
});
