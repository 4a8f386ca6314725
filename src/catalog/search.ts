import type { CatalogIcon } from '../core/catalog.ts';
import { memo } from '../core/memo.ts';
import { isNear } from './near.ts';

/** Icons in a form that can be searched fast: built once, asked at each key. */
export interface SearchIndex {
  /** In the order in which they are shown where nothing is searched. */
  readonly icons: readonly CatalogIcon[];
  /** In the order of icons of equal worth: by the length of their names, then by name. */
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly icon: CatalogIcon;
  readonly fields: readonly Field[];
  /** All words of all fields, each once, for words with a mistake in them. */
  readonly words: readonly string[];
}

interface Field {
  /** Words, with a space before each and behind the last. */
  readonly text: string;
  /** What a hit in this field is worth, against one in another. */
  readonly weight: number;
}

/** Names weigh most, since that is what people come back with. */
const WEIGHTS = { name: 1, alias: 0.9, title: 0.85, tag: 0.7, category: 0.4 } as const;
/** Worth of a hit: the whole field, its beginning, a whole word, the beginning of one, anywhere. */
const HITS = { whole: 100, start: 70, word: 60, wordStart: 45, inside: 20, mistake: 8 } as const;
/** What most names and tags are already, once hyphens are spaces. */
const PLAIN = /^[a-z\d]+(?: [a-z\d]+)*$/;
/** The fewest letters in which a mistake is forgiven. */
const FORGIVEN = 4;

export function indexIcons(icons: readonly CatalogIcon[]): SearchIndex {
  return { icons, entries: icons.map(entryOf).sort(byName) };
}

/** Kept for each icon, since after a change of one the others are as they were. */
const entryOf: (icon: CatalogIcon) => Entry = memo((icon) => {
  const all = [
    field(icon.name.replaceAll('-', ' '), WEIGHTS.name),
    ...icon.aliases.map((alias) => field(alias.replaceAll('-', ' '), WEIGHTS.alias)),
    field(icon.title, WEIGHTS.title),
    ...icon.tags.map((tag) => field(tag, WEIGHTS.tag)),
    field(icon.category ?? '', WEIGHTS.category),
  ];
  // Most titles are names with a capital; the first of those that say the same weighs most.
  const fields = all.filter(
    ({ text }, index) =>
      text.trim() !== '' && all.findIndex((field) => field.text === text) === index,
  );
  const words = [...new Set(fields.flatMap(({ text }) => text.split(' ')))];
  return { icon, fields, words: words.filter((word) => word.length >= FORGIVEN - 1) };
});

/**
 * The icons in which every word of a query is found, the best first; those of equal worth by the
 * length of their names and then by name. Where no icon has all words, words with one mistake count
 * (two from eight letters on). All icons, in their order, for a query without words.
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
    // Words in the order in which they stand in a name are meant to be that name.
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

/** Icons share most of their words, so each is held against a word that is searched once. */
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

/** Lower case without accents; what is no letter or digit is one space. */
function plain(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
