import type { CatalogIcon } from '../core/catalog.ts';
import { memo } from '../core/memo.ts';
import { isNear } from './near.ts';

/** Search index: built once, queried at each key. */
export interface SearchIndex {
  /** In display order, for queries without words. */
  readonly icons: readonly CatalogIcon[];
  /** Sorted by length of name, then by name, which is the order of equal scores. */
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly icon: CatalogIcon;
  readonly fields: readonly Field[];
  /** Distinct words of all fields, for queries with typos. */
  readonly words: readonly string[];
}

interface Field {
  /** Words, with a space before each and behind the last. */
  readonly text: string;
  /** Weight of a match in this field. */
  readonly weight: number;
}

/** Weights of fields. Names weigh most, since people search for names that they know. */
const WEIGHTS = { name: 1, alias: 0.9, title: 0.85, tag: 0.7, category: 0.4 } as const;
/** Score of a match: the whole field, its beginning, a whole word, the beginning of one, anywhere. */
const HITS = { whole: 100, start: 70, word: 60, wordStart: 45, inside: 20, mistake: 8 } as const;
/** Text that is normalized already, as most names and tags are. */
const PLAIN = /^[a-z\d]+(?: [a-z\d]+)*$/;
/** Length of the shortest word that may have a typo. */
const FORGIVEN = 4;

export function indexIcons(icons: readonly CatalogIcon[]): SearchIndex {
  return { icons, entries: icons.map(entryOf).sort(byName) };
}

/** Entry of an icon. Memoized, since an update leaves most icons unchanged. */
const entryOf: (icon: CatalogIcon) => Entry = memo((icon) => {
  const all = [
    field(icon.name.replaceAll('-', ' '), WEIGHTS.name),
    ...icon.aliases.map((alias) => field(alias.replaceAll('-', ' '), WEIGHTS.alias)),
    field(icon.title, WEIGHTS.title),
    ...icon.tags.map((tag) => field(tag, WEIGHTS.tag)),
    field(icon.category ?? '', WEIGHTS.category),
  ];
  // Most titles repeat the name; of equal fields, the first weighs most.
  const fields = all.filter(
    ({ text }, index) =>
      text.trim() !== '' && all.findIndex((field) => field.text === text) === index,
  );
  const words = [...new Set(fields.flatMap(({ text }) => text.split(' ')))];
  return { icon, fields, words: words.filter((word) => word.length >= FORGIVEN - 1) };
});

/**
 * Finds the icons that match every word of a query, the best first; equal scores by length of name,
 * then by name. When no icon matches, words may have one typo (two from eight letters on). A query
 * without words returns all icons in display order.
 */
export function search(index: SearchIndex, query: string): readonly CatalogIcon[] {
  const words = plain(query)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return index.icons;
  const exact = ranked(index, words, worthOf);
  return exact.length > 0 ? exact : ranked(index, words, forgiving());
}

function ranked(
  { entries }: SearchIndex,
  words: readonly string[],
  worth: (entry: Entry, word: string) => number,
): readonly CatalogIcon[] {
  const whole = words.join(' ');
  const found = new Map<number, CatalogIcon[]>();
  for (const entry of entries) {
    let score = 0;
    for (const word of words) {
      const value = worth(entry, word);
      if (value === 0) {
        score = 0;
        break;
      }
      score += value;
    }
    if (score === 0) continue;
    // Words in the order of a name score as that name.
    if (words.length > 1) score += worthOf(entry, whole);
    const equals = found.get(score);
    if (equals) equals.push(entry.icon);
    else found.set(score, [entry.icon]);
  }
  // There are few scores and many icons.
  return [...found].sort(([a], [b]) => b - a).flatMap(([, icons]) => icons);
}

function byName({ icon: { name: one } }: Entry, { icon: { name: other } }: Entry): number {
  return one.length - other.length || (one < other ? -1 : 1);
}

function worthOf({ fields }: Entry, word: string): number {
  let best = 0;
  for (const { text, weight } of fields) {
    const at = text.indexOf(word);
    if (at < 0 || HITS.whole * weight <= best) continue;
    best = Math.max(best, hitIn(text, word, at) * weight);
  }
  return best;
}

function hitIn(text: string, word: string, at: number): number {
  const isStart = at === 1;
  if (isStart && text.length === word.length + 2) return HITS.whole;
  if (isStart) return text[word.length + 1] === ' ' ? HITS.start : HITS.wordStart + 10;
  if (text.includes(` ${word} `)) return HITS.word;
  return text.includes(` ${word}`) ? HITS.wordStart : HITS.inside;
}

/** Scores words with typos. Icons share most words, so that comparisons are cached. */
function forgiving(): typeof worthOf {
  const seen = new Map<string, boolean>();
  const isMeant = (word: string, known: string): boolean => {
    const key = `${word} ${known}`;
    const before = seen.get(key);
    if (before !== undefined) return before;
    const mistakes = word.length < 2 * FORGIVEN ? 1 : 2;
    const is = isNear(word, known, mistakes);
    seen.set(key, is);
    return is;
  };
  return (entry, word) => {
    const exact = worthOf(entry, word);
    if (exact > 0 || word.length < FORGIVEN) return exact;
    return entry.words.some((known) => isMeant(word, known)) ? HITS.mistake : 0;
  };
}

function field(text: string, weight: number): Field {
  return { text: ` ${plain(text)} `, weight };
}

/** Lowercases, removes accents, and replaces other characters than letters and digits by a space. */
function plain(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
