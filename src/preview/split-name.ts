import { kebabCase } from '../core/names.ts';
import { ATTACHED_COPY, CODE_WORDS, ICON_WORDS, SIZES } from './name-words.ts';

/** Word of a file name. */
export interface NameWord {
  /** Lower case. */
  readonly text: string;
  /** Characters between the last word and this one; '' within `camelCase`. */
  readonly gap: string;
}

/** Splits a text into its words: at separators, at capitals, and before a size. */
export function splitName(text: string): readonly NameWord[] {
  const words: NameWord[] = [];
  let end = 0;
  for (const { 0: chunk, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const parts = splitChunk(chunk);
    const gap = text.slice(end, index);
    words.push(...parts.map((part, i) => ({ text: part, gap: i === 0 ? gap : '' })));
    end = index + chunk.length;
  }
  return words;
}

function splitChunk(chunk: string): readonly string[] {
  // Colors and units in capitals are one word.
  if (/^(?:[\dA-F]{6}|\d+(?:PX|DP|PT|X))$/.test(chunk)) return [chunk.toLowerCase()];
  return kebabCase(chunk).split('-').filter(Boolean).flatMap(splitWord);
}

function splitWord(word: string): readonly string[] {
  const [, stem = '', size = '', unit = ''] = /^(\p{L}+)(\d+)(px|dp|pt)?$/u.exec(word) ?? [];
  const isSized =
    SIZES.has(size) &&
    !CODE_WORDS.has(stem) &&
    (stem.length >= 3 || unit !== '' || ICON_WORDS.has(stem));
  if (isSized) return [stem, size + unit];
  const [, original] = ATTACHED_COPY.exec(word) ?? [];
  if (original === undefined) return [word];
  const copy = word.slice(original.length).replace(/^[の的]/, '');
  return /^[の的]$/.test(original) ? [copy] : [original, copy];
}
