import { isDefaultName } from '../core/default-names.ts';
import { kebabCase } from '../core/names.ts';
import { windowsNameProblem } from '../core/reserved-names.ts';
import { COLLECTION, DEFAULT_WORDS, LAYER_WORDS, SIZES, STYLE_WORDS } from './name-words.ts';
import { splitName } from './split-name.ts';
import { type NameHabits, stripName } from './strip-name.ts';

/**
 * Proposes a name for an icon: the first text that names it, without what tools and people add to
 * file names, such as prefixes, sizes, copies and versions; '' if all are defaults of a tool.
 *
 * @param texts name of its file, and names in the file, in order of trust
 * @param names of the set, whose habits it follows
 */
export function proposeName(texts: readonly string[], names: readonly string[]): string {
  const habits = habitsOf(names);
  for (const text of texts) {
    const name = nameIn(decodeEscapes(text).replace(/(?:\.svgz?)+$/i, ''), habits);
    if (name !== '') return windowsNameProblem(name) === undefined ? name : `${name}-icon`;
  }
  return '';
}

function habitsOf(names: readonly string[]): NameHabits {
  const known = new Set(names);
  const stems = new Set(names.filter((name) => /-\d+$/.test(name)).map(withoutNumber));
  const areMany = (pattern: RegExp) =>
    names.filter((name) => pattern.test(name)).length > names.length / 4;
  return {
    has: (name) => known.has(name),
    isSeries: (name) => stems.has(name),
    keepsSizes: areMany(/-(?:12|16|20|24|32|48)(?:px)?$/),
    keepsPrefixes: areMany(/^(?:ic|icn|icon)-/),
  };
}

function withoutNumber(name: string): string {
  return name.replace(/-\d+$/, '');
}

/** `home%20copy` → `home copy` */
function decodeEscapes(text: string): string {
  if (!/%[\da-f]{2}/i.test(text)) return text.normalize('NFC');
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
}

function nameIn(text: string, habits: NameHabits): string {
  if (habits.has(kebabCase(text))) return kebabCase(text);
  const variant = variantWords(text);
  if (variant !== undefined) return nameOfParts([variant], habits);
  const collected = withoutCollection(text);
  return nameOfParts(collected.split(/\s*[/\\:∕]\s*/).filter(Boolean), habits);
}

/** Name of a path of layers or folders: its last part that is more than a style, and the styles after it. */
function nameOfParts(parts: readonly string[], habits: NameHabits): string {
  const names = parts.map((part) => nameOfPart(part, habits)).filter((name) => name !== '');
  const isStyle = (name: string) => name.split('-').every((word) => STYLE_WORDS.has(word));
  const main = names.findLastIndex((name) => !isStyle(name));
  return names.slice(Math.max(main, 0)).join('-');
}

function nameOfPart(part: string, habits: NameHabits): string {
  if (isDefault(part)) return '';
  const pieces = part.split(/_(?=\p{L})|\s+[-–—]\s+/u);
  const own =
    pieces.length > 1
      ? pieces.filter((piece) => !/[\s\d]/.test(piece) || !isDefaultName(piece))
      : pieces;
  const text = own.length === pieces.length ? part : own.join(' ');
  const words = stripName(splitName(text), habits);
  const name = kebabCase(words.map((word) => word.text).join('-'));
  return isDefault(name, text) || SIZES.has(name) || isDefaultName(name) ? '' : name;
}

/** Names that cameras, scanners and systems give: `scan0001`. */
const NUMBERED_PICTURE =
  /^(?:scan|scanned|dscn?|dscf|photo|picture|pic|screenshot|screen-shot|trace|traced)[-_\s]?\d{3}/;

/**
 * Checks whether a name is what a tool calls new things: `Vector`, `Group 12`. Words that are also
 * good names of icons, such as `layer`, count only with a capital letter.
 */
function isDefault(name: string, written: string = name): boolean {
  const word = name.toLowerCase();
  if (NUMBERED_PICTURE.test(word)) return true;
  if (DEFAULT_WORDS.has(word.replace(/\d+$/, ''))) return true;
  if (LAYER_WORDS.has(word) && !/^\p{Ll}/u.test(written.trim())) return true;
  // A size makes a name of a layer: `star-24`, but `Star 24` is a default.
  const isSized = SIZES.has(/^\p{Ll}+[-_](\d+)$/u.exec(written)?.[1] ?? '');
  return !isSized && isDefaultName(name);
}

/** `mdi--home` → `home`, `Home--Streamline-Core` → `Home` */
function withoutCollection(text: string): string {
  const [before = '', ...rest] = text.split('--');
  if (rest.length === 0) return text;
  if (/^streamline\b/i.test(rest.at(-1) ?? '')) return text.split('--').slice(0, -1).join('-');
  return COLLECTION.test(before) ? rest.join('-') : text;
}

const PLAIN_VALUES = /^(?:default|none|false|off|no|regular|normal|standard|n\/a|\d+(?:px)?)$/i;
const PLAIN_KEYS =
  /^(?:size|sizes|state|theme|mode|breakpoint|device|platform|color|colour|scale|größe|taille|размер)$/i;

/** Words of a variant, such as `Name=Home, Size=24, Filled=True`; `undefined` if it is none. */
function variantWords(text: string): string | undefined {
  if (!/^[^=,]+=[^=,]*(,[^=,]+=[^=,]*)*$/.test(text)) return undefined;
  const words = text.split(',').flatMap((pair) => {
    const [key = '', value = ''] = pair.split('=').map((part) => part.trim());
    if (/^(?:true|yes|on)$/i.test(value)) return [key];
    if (PLAIN_VALUES.test(value)) return [];
    return PLAIN_KEYS.test(key) ? [] : [value];
  });
  return words.join(' ');
}
