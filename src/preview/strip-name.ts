import {
  ACTION_OBJECTS,
  COPY_WORDS,
  COUNTED,
  FILE_WORDS,
  ICON_WORDS,
  LEADING_FILE_WORDS,
  NUMBERED,
  OF_WORDS,
  SIZES,
  STYLE_WORDS,
} from './name-words.ts';
import type { NameWord } from './split-name.ts';

/** Habits of a set, which its new names follow. */
export interface NameHabits {
  /** True for names of the set. */
  readonly has: (name: string) => boolean;
  /** True if numbers follow this name in the set: `volume` with `volume-1`. */
  readonly isSeries: (name: string) => boolean;
  readonly keepsSizes: boolean;
  readonly keepsPrefixes: boolean;
}

type Words = readonly NameWord[];

const SIZE_WITH_UNIT = /^\d+(?:px|dp|pt)$/;
const isNumber = (text: string | undefined) => /^\d+$/.test(text ?? '');
const joined = (words: Words) => words.map(({ text }) => text).join('-');

/**
 * Removes words that say nothing about the icon from both ends, until none is left or the rest is a
 * name of the set. The order in which tools have added them does not matter. The last word stays.
 */
export function stripName(words: Words, habits: NameHabits): Words {
  let rest = withoutDownload(words);
  while (rest.length > 1 && !habits.has(joined(rest))) {
    const count = trailingNoise(rest, habits);
    const next = count > 0 ? rest.slice(0, -count) : stripStart(stripInside(rest, habits), habits);
    if (next.length === rest.length || next.length === 0) return rest;
    rest = next;
  }
  return rest;
}

/** Removes what sites put around the names of downloads: `noun-home-12345`, `baseline_home_24`. */
function withoutDownload(words: Words): Words {
  const [first = '', second] = words.map(({ text }) => text);
  const last = words.at(-1)?.text ?? '';
  if (words.length < 3) return words;
  if (first === 'noun' && /^\d{4,}$/.test(last)) return words.slice(1, -1);
  if (first === 'baseline' && /^\d+(?:dp|px)?$/.test(last)) return words.slice(1);
  if (first === 'tabler' && second === 'icon') return words.slice(2);
  return words.at(-2)?.text === 'svgrepo' ? words.slice(0, -2) : words;
}

/** Number of words at the end to remove next. */
function trailingNoise(words: Words, habits: NameHabits): number {
  const [beforeLast, last] = words.slice(-2) as [NameWord, NameWord];
  const { text } = last;
  if (isNumberedCopy(words)) return 2;
  if (words.length > 3 && isDate(words.slice(-3))) return 3;
  if (words.length > 3 && isDimensions(words.slice(-3))) return 3;
  if (isCopy(words)) return isAction(words) ? 0 : 1;
  if (isScale(last, beforeLast) || isSquare(text) || isVersion(words) || last.gap.includes('(')) {
    return last.gap.includes('(') && !isNumber(text) && text !== 'stroke' ? 0 : 1;
  }
  if (isNumber(text)) return isMeaningfulNumber(words, habits) ? 0 : 1;
  if (FILE_WORDS.has(text)) return ACTION_OBJECTS.has(beforeLast.text) ? 0 : 1;
  if (ICON_WORDS.has(text))
    return habits.keepsPrefixes || ACTION_OBJECTS.has(beforeLast.text) ? 0 : 1;
  if (/^\d+dp$/.test(text) && /^(?:black|white)$/.test(beforeLast.text))
    return words.length > 2 ? 2 : 0;
  return SIZE_WITH_UNIT.test(text) || isFontSetting(words) ? 1 : 0;
}

/** `copy 2`, unless the number is a size: `file-copy-24` */
function isNumberedCopy(words: Words): boolean {
  const [copied, , last] = words.slice(-3);
  if (words.length < 3 || !isNumber(last?.text) || !isCopy(words.slice(0, -1))) return false;
  return !SIZES.has(last?.text ?? '') || !ACTION_OBJECTS.has(copied?.text ?? '');
}

/** `(2)` alone follows a copy, too; a copy in parentheses or behind a dash is always one. */
function isAction(words: Words): boolean {
  const [beforeLast, last] = words.slice(-2) as [NameWord, NameWord];
  return !/\(|\s[-–—]\s/.test(last.gap) && ACTION_OBJECTS.has(beforeLast.text);
}

function isCopy(words: Words): boolean {
  return words.length > 1 && COPY_WORDS.has(words.at(-1)?.text ?? '');
}

/** `@2x`, `2x`, and what follows `@1.` */
function isScale({ text, gap }: NameWord, before: NameWord): boolean {
  if (gap.includes('@') || (gap === '.' && /^\d+x$/.test(text))) return true;
  return /^[1-4]x$/.test(text) && !NUMBERED.has(before.text);
}

/** `24x24` */
function isSquare(text: string): boolean {
  const [, width = '', height = ''] = /^(\d+)(?:px)?x(\d+)(?:px)?$/.exec(text) ?? [];
  return SIZES.has(width) && SIZES.has(height);
}

/** `24 x 24` */
function isDimensions(words: Words): boolean {
  const [width = '', by, height = ''] = words.map(({ text }) => text.replace(/px$/, ''));
  return by === 'x' && SIZES.has(width) && SIZES.has(height);
}

/** `2026-11-30` */
function isDate(words: Words): boolean {
  const [year = '', month = '', day = ''] = words.map(({ text }) => text);
  return /^(?:19|20)\d\d$/.test(year) && /^(?:0[1-9]|1[0-2])$/.test(month) && /^[0-3]\d$/.test(day);
}

/** `v2`, `rev3`, and what follows `v2.` */
function isVersion(words: Words): boolean {
  const [beforeLast, last] = words.slice(-2) as [NameWord, NameWord];
  if (last.gap === '.')
    return (isNumber(last.text) && /\d$/.test(beforeLast.text)) || last.text === 'min';
  return /^(?:v|ver|rev|version|final)\d+$/.test(last.text);
}

/** Parts of a file name by Google Fonts: `home_24dp_E8EAED_FILL0_wght400_GRAD0_opsz24`. */
function isFontSetting(words: Words): boolean {
  const [beforeLast, last] = words.slice(-2) as [NameWord, NameWord];
  if (/^(?:fill[01]|wght\d{3}|gradn?\d*|opsz\d+)$/.test(last.text)) return true;
  return /^\d+dp$/.test(beforeLast.text) && /^(?:[\da-f]{6}|black|white)$/.test(last.text);
}

function isMeaningfulNumber(words: Words, habits: NameHabits): boolean {
  const [beforeLast, last] = words.slice(-2) as [NameWord, NameWord];
  const { text, gap } = last;
  if (text.length > 4) return false;
  const isNumbered =
    NUMBERED.has(beforeLast.text) || (!SIZES.has(text) && NUMBERED.has(words[0]?.text ?? ''));
  const isPartOfName = isNumbered || habits.isSeries(joined(words.slice(0, -1)));
  if (isPartOfName || isNumber(beforeLast.text) || beforeLast.text === 'x') {
    return !(SIZES.has(text) && SIZES.has(beforeLast.text));
  }
  if (SIZES.has(text)) return habits.keepsSizes;
  const isCounter = text === '1' || /^0\d/.test(text) || (/^\s+$/.test(gap) && text.length < 3);
  return !isCounter;
}

/** Removes sizes with a unit, and sizes before a style: `home-24px-left`, `home-24-filled`. */
function stripInside(words: Words, habits: NameHabits): Words {
  const isSize = (index: number) => {
    const { text = '' } = words[index] ?? {};
    if (SIZE_WITH_UNIT.test(text) || isSquare(text)) return true;
    const before = words[index - 1];
    const after = words[index + 1];
    if (!SIZES.has(text) || habits.keepsSizes || !before || !after) return false;
    return STYLE_WORDS.has(after.text) && !NUMBERED.has(before.text);
  };
  const index = words.findIndex((_, i) => i > 0 && i < words.length - 1 && isSize(i));
  return index < 0 ? words : words.filter((_, i) => i !== index);
}

function stripStart(words: Words, habits: NameHabits): Words {
  const [first, second] = words.map(({ text }) => text) as [string, string];
  if (words.length < 2) return words;
  const ofIndex = words.findIndex(({ text }) => OF_WORDS.has(text));
  const isCopyOf = COPY_WORDS.has(first) && ofIndex > 0 && words.slice(1, ofIndex).every(isCount);
  if (isCopyOf && ofIndex < words.length - 1) return words.slice(ofIndex + 1);
  if (COPY_WORDS.has(first) && /[^\x20-\x7e]/.test(first)) return words.slice(1);
  if (first === 'icons8' || LEADING_FILE_WORDS.has(first) || /^v\d+$/.test(first))
    return words.slice(1);
  const isStyleOnly = words.slice(1).every(({ text }) => STYLE_WORDS.has(text));
  if (ICON_WORDS.has(first) && !habits.keepsPrefixes && !isStyleOnly) {
    return words.slice(second === 'fluent' && words.length > 2 ? 2 : 1);
  }
  return isLeadingNumber(words) ? words.slice(1) : words;
}

function isCount({ text, gap }: NameWord): boolean {
  return isNumber(text) && gap.includes('(');
}

/** `01-home`, `1. home`, `24-home`, `24px-home` */
function isLeadingNumber(words: Words): boolean {
  const [{ text }, next] = words as [NameWord, NameWord];
  if (SIZE_WITH_UNIT.test(text) || isSquare(text)) return true;
  if (!isNumber(text) || !/^\p{L}/u.test(next.text)) return false;
  if (/^0\d/.test(text) || next.gap.startsWith('.')) return true;
  return SIZES.has(text) && !COUNTED.has(next.text) && next.gap !== '';
}
