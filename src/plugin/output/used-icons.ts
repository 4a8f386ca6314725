import picomatch from 'picomatch';
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { suggestion } from '../../core/suggest.ts';
import type { Icon } from '../../core/types.ts';
import type { Catalog } from '../catalog.ts';
import { findPlaceholders, isDynamicUrl } from '../placeholder.ts';
import type { PluginSettings } from '../settings.ts';

/** Icons that the code of an output uses. */
export interface IconUsage {
  /** Names of icons. */
  readonly names: ReadonlySet<string>;
  /** True if names made at run time may be used. */
  readonly isDynamic: boolean;
  /** True if the code puts the sprite into the page. */
  readonly isInline: boolean;
  /** True if there is any use of icons. */
  readonly isUsed: boolean;
  /** True if each link can look up which of several sprites has its icon. */
  readonly isByName: boolean;
}

/** @param needed names that another build uses */
export function collectUsage(codes: Iterable<string>, needed: readonly string[] = []): IconUsage {
  const names = new Set(needed);
  let isDynamic = false;
  let isInline = false;
  let isUsed = false;
  let hasTables = false;
  let readsUrl = false;
  for (const code of codes) {
    for (const { kind, name } of findPlaceholders(code)) {
      isUsed = true;
      if (kind === 'name') names.add(name);
      if (kind === 'kept') for (const each of name.split(' ')) names.add(each);
      isInline ||= kind === 'symbols';
      hasTables ||= kind === 'sprites';
      readsUrl ||= kind === 'url' && isDynamicUrl(name);
      isDynamic ||= readsUrl || /^(names|constants|aliases|ids)$/.test(kind);
    }
  }
  return { names, isDynamic, isInline, isUsed, isByName: hasTables && !readsUrl };
}

/** Icons to put into sprites. */
export interface UsedIcons {
  /** Sorted by name. */
  readonly icons: readonly Icon[];
  /** True if a name made at run time keeps all. */
  readonly isAll: boolean;
}

/** Icons that the code links to by the ids of their symbols. */
export interface LinkedIcons {
  /** Icons whose ids are in the code. */
  readonly icons: Iterable<Icon>;
  /** The icon that a string may be part of a link to. */
  readonly byWord: (word: string) => Icon | undefined;
}

/** Selects the icons that the code uses and the options keep. */
export function findUsedIcons(
  usage: IconUsage,
  codes: Iterable<string>,
  catalog: Catalog,
  { safelist, critical }: Pick<PluginSettings, 'safelist' | 'critical'>,
  linkedIcons: LinkedIcons = { icons: [], byWord: () => undefined },
): UsedIcons {
  if (usage.isDynamic && safelist === undefined) return { icons: catalog.icons, isAll: true };
  const used = new Set<Icon | undefined>(linkedIcons.icons);
  for (const name of [...usage.names, ...critical]) used.add(catalog.icon(name));
  const isSafe = globsMatch(safelist ?? []);
  for (const icon of catalog.icons) {
    if ([icon.name, ...icon.aliases].some(isSafe)) used.add(icon);
  }
  if (usage.isDynamic) {
    for (const word of stringsIn(codes)) used.add(catalog.icon(word)).add(linkedIcons.byWord(word));
  }
  return { icons: catalog.icons.filter((icon) => used.has(icon)), isAll: false };
}

function globsMatch(globs: readonly string[]): (name: string) => boolean {
  const matches = globs.map((glob) => picomatch(glob));
  return (name) => matches.some((match) => match(name));
}

/** Escape that minifiers write for non-ASCII letters; in a string in a string, escaped once more. */
const ESCAPE: RegExp = /\\+(?:u([\da-f]{4})|u\{([\da-f]{1,6})\}|x([\da-f]{2}))/gi;

/** String that could be a name, alias or id, also in code inside a string. */
const STRING: RegExp = new RegExp(
  String.raw`(\\?["'\x60])((?:[\p{L}\p{N}\p{M}_.:/-]|${ESCAPE.source})+)\1`,
  'giu',
);

function* stringsIn(codes: Iterable<string>): Iterable<string> {
  for (const code of codes) {
    for (let offset = 0; ; ) {
      STRING.lastIndex = offset;
      const match = STRING.exec(code);
      if (!match) break;
      const [text, quote = '', string = ''] = match;
      yield unescapeText(string);
      // The quote that ends one string may be taken for the start of the next.
      offset = match.index + text.length - quote.length;
    }
  }
}

function unescapeText(text: string): string {
  return text.replace(ESCAPE, (all, four?: string, braced?: string, two?: string) => {
    const point = Number.parseInt(four ?? braced ?? two ?? '', 16);
    return point > 0x10ffff ? all : String.fromCodePoint(point);
  });
}

/** Checks that the globs and names in the options match icons. */
export function checkIconOptions(
  { safelist = [], critical, config }: PluginSettings,
  catalog: Catalog,
): readonly Diagnostic[] {
  const words = catalog.allNames();
  const file = config.configFile;
  return [
    ...safelist
      .filter((glob) => !words.some(globsMatch([glob])))
      .map((glob) => {
        const args = { glob, suggestion: suggestion(glob, words) };
        return diagnose('safelist-unused', { file, args });
      }),
    ...critical
      .filter((name) => !catalog.icon(name))
      .map((name) => {
        const args = { name, suggestion: suggestion(name, words) };
        return diagnose('critical-unknown', { file, args });
      }),
  ];
}
