import type { IconSet } from '../icon-set.ts';
import { textHash } from '../text-hash.ts';
import { createPageIcons, type PageIcons } from './page-icons.ts';
import { reportProblem } from './report-problem.ts';
import { suggestion } from './suggest.ts';
import { hasDocument, swapUses } from './swap-uses.ts';

/** Current icons of a development server. */
export interface ServedIcons {
  /** Folder in which the server serves icons, such as `/@iconloom/`. */
  readonly folder: string;
  /** Hash of the sprite's contents; '' in tests, for stable snapshots. */
  readonly version: string;
  /** Prefix of ids. */
  readonly prefix: string;
  readonly names: readonly string[];
  /** Id of each icon, in the order of the names. */
  readonly ids: readonly string[];
  /** Constant → name. */
  readonly constants: Readonly<Record<string, string>>;
  /** Alias → name. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly directional: readonly string[];
  /** True if the app is known to inline its icons. */
  readonly isInline?: boolean;
  /** Returns the text of a symbol, in the server's own process. */
  readonly symbolOf?: (name: string) => string | undefined;
}

/** Message of the server about a change. */
export interface ServedChange {
  readonly version: string;
  /** Missing when names are unchanged. */
  readonly icons?: ServedIcons;
  /** Names of new or changed icons, with versions of their symbols. */
  readonly changed: Readonly<Record<string, string>>;
}

/** Hot module API of the bundler. */
interface HotChannel {
  on(event: string, listener: (data: never) => void): void;
  /** Waits until the server is connected. */
  send(event: string, data: object): void;
}

/** Id of the placeholder symbol. */
const MISSING = 'iconloom-missing';

/** Set of icons that follows the server: its lists are updated in place. */
export interface LiveSet extends IconSet {
  readonly icon: Readonly<Record<string, string>>;
  readonly iconNames: readonly string[];
  readonly iconIds: readonly string[];
  readonly aliases: Readonly<Record<string, string>>;
  readonly directional: readonly string[];
  readonly spriteUrl: string;
  isIconName(value: unknown): boolean;
  iconHref(name: string): string;
  /** For other modules of the server. */
  readonly served: ServedSymbols;
}

/** Access to the symbols, for modules that inline them. */
export interface ServedSymbols {
  readonly prefix: string;
  /** Resolves a name or alias to a name; reports unknown ones. */
  nameOf(nameOrAlias: string): string | undefined;
  /** Returns the text of a symbol that has changed since the page was loaded. */
  symbolOf(name: string): string | undefined;
  /** Makes links point into the page, where the symbols are now. */
  putIntoPage(names: Iterable<string>, renamed: Readonly<Record<string, string>>): void;
}

/** Environment of the module. */
export interface ServedOptions {
  /** Reports changes. */
  readonly hot?: HotChannel | undefined;
  /** Returns the current icons, in the server's own process. */
  readonly now?: () => ServedIcons | undefined;
  /** URL of the module. */
  readonly url?: string;
}

/**
 * Icons from a development server.
 *
 * @param first icons at the time when the module is loaded
 */
export function servedIcons(
  first: ServedIcons,
  { hot, now = () => undefined, url }: ServedOptions = {},
): LiveSet {
  let current = first;
  /** Versions of icons that look different from the sprite that was loaded first. */
  const changedVersions = new Map<string, string>();
  /** Texts of symbols that were added to the page one by one. */
  const symbols = new Map<string, string>();
  const iconNames: string[] = [];
  const iconIds: string[] = [];
  const icon: Record<string, string> = {};
  const aliases: Record<string, string> = {};
  const directional: string[] = [];
  let page: PageIcons | undefined;
  applyIcons(first);
  const isCrossOrigin =
    hasDocument() && url !== undefined && new URL(url).origin !== globalThis.origin;
  if (isCrossOrigin || (hasDocument() && first.isInline)) linkIntoPage();

  function applyIcons(icons: ServedIcons): void {
    current = icons;
    iconNames.splice(0, iconNames.length, ...icons.names);
    iconIds.splice(0, iconIds.length, ...icons.ids);
    directional.splice(0, directional.length, ...icons.directional);
    replaceAll(icon, icons.constants);
    replaceAll(aliases, icons.aliases);
  }

  function nameOf(nameOrAlias: string): string | undefined {
    const latest = now();
    if (latest && latest.version !== current.version) applyIcons(latest);
    const name = Object.hasOwn(aliases, nameOrAlias)
      ? (aliases[nameOrAlias] as string)
      : nameOrAlias;
    if (iconNames.includes(name)) return name;
    const known = [...iconNames, ...Object.keys(aliases)];
    reportProblem('unknown-icon', {
      name: String(nameOrAlias),
      suggestion: suggestion(String(nameOrAlias), known),
    });
    return undefined;
  }

  function iconHref(nameOrAlias: string): string {
    const name = nameOf(nameOrAlias);
    if (page) return page.href(name ?? nameOrAlias);
    if (now()?.isInline) return `#${current.prefix}${name ?? nameOrAlias}`;
    if (name === undefined) {
      const file = spriteUrl();
      const separator = file.includes('?') ? '&' : '?';
      return `${file}${separator}icon=${encodeURIComponent(nameOrAlias)}#${MISSING}`;
    }
    return `${changedVersions.has(name) ? iconFile(name) : spriteUrl()}#${current.prefix}${name}`;
  }

  function iconFile(name: string): string {
    const version = changedVersions.get(name);
    const query = version === undefined ? '' : `?v=${version}`;
    return `${current.folder}icons/${encodeURIComponent(name)}.svg${query}`;
  }

  /** URL of the sprite. It stays, so that a change does not load the whole sprite again. */
  function spriteUrl(): string {
    const { folder, version } = now() ? current : first;
    return `${folder}sprite.svg${version && `?v=${version}`}`;
  }

  async function load(name: string): Promise<string | undefined> {
    if (!iconNames.includes(name)) return undefined;
    const response = await fetch(new URL(iconFile(name), url));
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    const svg = await response.text();
    symbols.set(name, svg.replace(/^<svg[^>]*>|<\/svg>$/g, ''));
    return svg;
  }

  function linkIntoPage(): PageIcons {
    page ??= createPageIcons({
      idOf: (name) => current.prefix + name,
      suffix: isCrossOrigin ? `__${textHash(new URL(first.folder, url).href)}` : '',
      load,
    });
    swapUses(currentHref);
    return page;
  }

  function putIntoPage(names: Iterable<string>, renamed: Readonly<Record<string, string>>): void {
    linkIntoPage().useWholeSprite(names, renamed);
    swapUses(currentHref);
  }

  function currentHref(href: string): string | undefined {
    const nameOrAlias = nameFromHref(href);
    return nameOrAlias === undefined ? page?.updatedHref(href) : iconHref(nameOrAlias);
  }

  /** Name in a link to an icon, also when it is missing. */
  function nameFromHref(href: string): string | undefined {
    if (!href.includes(current.folder) || !URL.canParse(href, document.baseURI)) return undefined;
    const { origin, pathname, searchParams, hash } = new URL(href, document.baseURI);
    const isServed = origin === location.origin || (url && origin === new URL(url).origin);
    if (!isServed || !pathname.startsWith(current.folder)) return undefined;
    const id = decodeURIComponent(hash.slice(1));
    return id === MISSING
      ? (searchParams.get('icon') ?? undefined)
      : id.slice(current.prefix.length);
  }

  hot?.on('iconloom:change', (({ version, icons, changed }: ServedChange) => {
    if (icons) applyIcons(icons);
    else current = { ...current, version };
    for (const [name, version] of Object.entries(changed)) changedVersions.set(name, version);
    if (!hasDocument()) return;
    if (page) {
      const { names, linked, hasWholeSprite, loadSymbols } = page;
      const removedNames = [...names].filter((name) => !iconNames.includes(name));
      const visibleNames = Object.keys(changed).filter(
        (name) => hasWholeSprite() || names.has(name),
      );
      loadSymbols([...removedNames, ...visibleNames]);
      for (const name of removedNames) if (linked.has(name)) nameOf(name);
    }
    swapUses(currentHref);
  }) as (data: never) => void);
  hot?.on('iconloom:fixed', closeOverlay);
  if (hasDocument()) hot?.send('iconloom:loaded', { version: first.version });

  return {
    ...{ iconNames, iconIds, icon, aliases, directional, iconHref },
    spriteUrl: isCrossOrigin ? new URL(spriteUrl(), url).href : spriteUrl(),
    isIconName: (value) => typeof value === 'string' && iconNames.includes(value),
    served: {
      ...{ prefix: first.prefix, nameOf, putIntoPage },
      symbolOf: (name) => now()?.symbolOf?.(name) ?? symbols.get(name),
    },
  };
}

function replaceAll(object: Record<string, string>, by: Readonly<Record<string, string>>): void {
  for (const key of Object.keys(object)) if (!Object.hasOwn(by, key)) delete object[key];
  Object.assign(object, by);
}

/** Closes the server's error overlay when the problem is fixed. */
function closeOverlay(): void {
  if (!hasDocument()) return;
  for (const overlay of document.querySelectorAll<HTMLElement & { close?: () => void }>(
    'vite-error-overlay',
  )) {
    if (overlay.shadowRoot?.textContent?.includes('[plugin:iconloom]')) overlay.close?.();
  }
}
