import type { ResolvedConfig } from '../../config/types.ts';
import { templatePrefix } from '../../core/symbol-ids.ts';
import type { Icon } from '../../core/types.ts';
import type { Catalog } from '../catalog.ts';

/** Ids of the symbols that a page can link to. */
export interface SymbolIds {
  readonly icon: (id: string) => Icon | undefined;
  /** Checks that an id begins with a text. */
  readonly begins: (text: string) => boolean;
  /** Checks that a text has the form of an icon's id, even if no icon has it. */
  readonly hasIdPrefix: (text: string) => boolean;
  /**
   * True if ids alone distinguish links from other text: not if ids are plain names, since `#home`
   * may be anything.
   */
  readonly hasDistinctIds: boolean;
  readonly all: () => readonly string[];
  /** Beginnings of ids: the prefix, and the text before the first placeholder of each template. */
  readonly prefixes: readonly string[];
}

/** Collects all ids: of icons, their further ids, and of aliases. */
export function collectSymbolIds(
  { icons }: Catalog,
  { prefix, ids: templates }: Pick<ResolvedConfig, 'prefix' | 'ids'>,
): SymbolIds {
  const byId = new Map<string, Icon>();
  for (const icon of icons) {
    for (const alias of icon.aliases) byId.set(prefix + alias, icon);
  }
  for (const icon of icons) for (const id of icon.ids ?? []) byId.set(id, icon);
  for (const icon of icons) byId.set(icon.id, icon);
  const prefixes = [prefix, ...templates.map(templatePrefix)].filter((idPrefix) => idPrefix !== '');
  const beginsCache = new Map<string, boolean>();
  const begins = (text: string) => {
    const known = beginsCache.get(text);
    if (known !== undefined) return known;
    const found = [...byId.keys()].some((id) => id.startsWith(text));
    beginsCache.set(text, found);
    return found;
  };
  return {
    icon: (id) => byId.get(id),
    begins: (text) =>
      text === ''
        ? templates.length > 0
        : prefixes.some((idPrefix) => text.startsWith(idPrefix) || idPrefix.startsWith(text)) &&
          begins(text),
    hasIdPrefix: (text) => prefixes.some((idPrefix) => text.startsWith(idPrefix)),
    hasDistinctIds: prefixes.length > 0,
    all: () => [...byId.keys()],
    prefixes,
  };
}

/** Links to symbols of the page in code. */
export interface Links {
  /** Ids of icons. */
  readonly ids: ReadonlySet<string>;
  /** Text before names that are added at run time: `icon-` of `#icon-${name}`. */
  readonly dynamicPrefixes: ReadonlySet<string>;
  /** Ids in links of `<use>` that have the form of an icon's id, but no icon. */
  readonly unknown: ReadonlySet<string>;
}

/** String that begins with `#`, up to its end or to an interpolation. */
const LINK = /(["'`=])#([^\s"'`<>&#{}\\$]*)(\$\{|\\*["'`]|[\s>]|$)/g;

/** Characters of code before a link that are searched for its `<use>`. */
const CONTEXT_LENGTH = 160;

/** Finds links to symbols in code or markup. */
export function linksIn(codes: Iterable<string>, symbols: SymbolIds): Links {
  const ids = new Set<string>();
  const dynamicPrefixes = new Set<string>();
  const unknown = new Set<string>();
  for (const code of codes) {
    for (const { 0: link, 2: text = '', 3: end = '', index } of code.matchAll(LINK)) {
      const isDynamic = end === '${' || (link[0] !== '=' && /(^|[-_.:/])$/.test(text));
      if (end !== '${' && symbols.icon(text)) ids.add(text);
      else if (isDynamic && symbols.begins(text)) dynamicPrefixes.add(text);
      else if (
        symbols.hasIdPrefix(text) &&
        isInUseElement(code.slice(Math.max(0, index - CONTEXT_LENGTH), index))
      ) {
        unknown.add(text);
      }
    }
  }
  return { ids, dynamicPrefixes, unknown };
}

function isInUseElement(before: string): boolean {
  return /(<use\s|["'`]use["'`])(?:(?!\/>|<\/|["'`](?:path|svg|a)["'`])[\s\S])*$/.test(before);
}

const USE_LINK = /<use\b[^>]*?\s(?:xlink:)?href\s*=\s*["']?#([^\s"'>]+)/gi;

/** Ids that `<use>` elements of a page link to. */
export function findUseLinks(html: string): readonly string[] {
  return [...html.matchAll(USE_LINK)].map(([, id = '']) => id);
}
