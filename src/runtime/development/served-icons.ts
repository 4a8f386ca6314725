import type { IconSet } from '../icon-set.ts';
import { textHash } from '../text-hash.ts';
import { IconLists, type IconNames } from './icon-lists.ts';
import { createPageIcons, type PageIcons } from './page-icons.ts';
import { reportProblem } from './report-problem.ts';
import { suggestion } from './suggest.ts';
import { hasDocument, swapUses } from './swap-uses.ts';

/** Current icons of a development server. */
export interface ServedIcons extends IconNames {
  /** Folder in which the server serves icons, such as `/@iconloom/`. */
  readonly folder: string;
  /** Hash of the sprite's contents; '' in tests, for stable snapshots. */
  readonly version: string;
  /** Prefix of ids. */
  readonly prefix: string;
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
export function servedIcons(first: ServedIcons, options: ServedOptions = {}): LiveSet {
  const server = new LiveIcons(first, options);
  server.listen();
  const { iconNames, iconIds, icon, aliases, directional } = server.lists;
  return {
    iconNames,
    iconIds,
    icon,
    aliases,
    directional,
    iconHref: (name) => server.iconHref(name),
    spriteUrl: server.absoluteSpriteUrl(),
    isIconName: (value) => typeof value === 'string' && iconNames.includes(value),
    served: {
      prefix: first.prefix,
      nameOf: (nameOrAlias) => server.nameOf(nameOrAlias),
      putIntoPage: (names, renamed) => server.putIntoPage(names, renamed),
      symbolOf: (name) => server.symbolOf(name),
    },
  };
}

/** Development server, as a page knows it: its icons, and which of them changed since. */
class LiveIcons {
  readonly lists = new IconLists();
  private readonly first: ServedIcons;
  private readonly options: ServedOptions;
  private readonly isCrossOrigin: boolean;
  private current: ServedIcons;
  /** Versions of icons that look different from the sprite that was loaded first. */
  private readonly changedVersions = new Map<string, string>();
  /** Texts of symbols that were added to the page one by one. */
  private readonly symbols = new Map<string, string>();
  /** Set if the symbols are in the page. */
  private page: PageIcons | undefined;

  constructor(first: ServedIcons, options: ServedOptions) {
    const { url } = options;
    this.first = first;
    this.current = first;
    this.options = options;
    this.lists.update(first);
    this.isCrossOrigin =
      hasDocument() && url !== undefined && new URL(url).origin !== globalThis.origin;
    if (this.isCrossOrigin || (hasDocument() && first.isInline)) this.linkIntoPage();
  }

  /** Follows the changes that the server reports. */
  listen(): void {
    const { hot } = this.options;
    const onChange = (change: ServedChange) => this.handleChange(change);
    hot?.on('iconloom:change', onChange as (data: never) => void);
    hot?.on('iconloom:fixed', closeOverlay);
    if (hasDocument()) hot?.send('iconloom:loaded', { version: this.first.version });
  }

  /** Resolves a name or alias to a name; reports unknown ones. */
  nameOf(nameOrAlias: string): string | undefined {
    const latest = this.now();
    if (latest && latest.version !== this.current.version) this.update(latest);
    const name = this.lists.resolve(nameOrAlias);
    if (this.lists.iconNames.includes(name)) return name;
    reportProblem('unknown-icon', {
      name: String(nameOrAlias),
      suggestion: suggestion(String(nameOrAlias), this.lists.all()),
    });
    return undefined;
  }

  iconHref(nameOrAlias: string): string {
    const name = this.nameOf(nameOrAlias);
    const { prefix } = this.current;
    if (this.page) return this.page.href(name ?? nameOrAlias);
    if (this.now()?.isInline) return `#${prefix}${name ?? nameOrAlias}`;
    if (name === undefined) return this.missingHref(nameOrAlias);
    const file = this.changedVersions.has(name) ? this.iconFile(name) : this.spriteUrl();
    return `${file}#${prefix}${name}`;
  }

  absoluteSpriteUrl(): string {
    const spriteUrl = this.spriteUrl();
    return this.isCrossOrigin ? new URL(spriteUrl, this.options.url).href : spriteUrl;
  }

  symbolOf(name: string): string | undefined {
    return this.now()?.symbolOf?.(name) ?? this.symbols.get(name);
  }

  putIntoPage(names: Iterable<string>, renamed: Readonly<Record<string, string>>): void {
    this.linkIntoPage().useWholeSprite(names, renamed);
    this.updateLinks();
  }

  private now(): ServedIcons | undefined {
    return this.options.now?.();
  }

  private update(icons: ServedIcons): void {
    this.current = icons;
    this.lists.update(icons);
  }

  private missingHref(nameOrAlias: string): string {
    const file = this.spriteUrl();
    const separator = file.includes('?') ? '&' : '?';
    return `${file}${separator}icon=${encodeURIComponent(nameOrAlias)}#${MISSING}`;
  }

  private iconFile(name: string): string {
    const version = this.changedVersions.get(name);
    const query = version === undefined ? '' : `?v=${version}`;
    return `${this.current.folder}icons/${encodeURIComponent(name)}.svg${query}`;
  }

  /** URL of the sprite. It stays, so that a change does not load the whole sprite again. */
  private spriteUrl(): string {
    const { folder, version } = this.now() ? this.current : this.first;
    return `${folder}sprite.svg${version && `?v=${version}`}`;
  }

  private async loadSymbol(name: string): Promise<string | undefined> {
    if (!this.lists.iconNames.includes(name)) return undefined;
    const response = await fetch(new URL(this.iconFile(name), this.options.url));
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    const svg = await response.text();
    this.symbols.set(name, svg.replace(/^<svg[^>]*>|<\/svg>$/g, ''));
    return svg;
  }

  private linkIntoPage(): PageIcons {
    const { folder } = this.first;
    this.page ??= createPageIcons({
      idOf: (name) => this.current.prefix + name,
      suffix: this.isCrossOrigin ? `__${textHash(new URL(folder, this.options.url).href)}` : '',
      load: (name) => this.loadSymbol(name),
    });
    this.updateLinks();
    return this.page;
  }

  private updateLinks(): void {
    swapUses((href) => {
      const nameOrAlias = this.nameFromHref(href);
      return nameOrAlias === undefined ? this.page?.updatedHref(href) : this.iconHref(nameOrAlias);
    });
  }

  /** Name in a link to an icon, also when it is missing. */
  private nameFromHref(href: string): string | undefined {
    const { folder, prefix } = this.current;
    const { url } = this.options;
    if (!href.includes(folder) || !URL.canParse(href, document.baseURI)) return undefined;
    const { origin, pathname, searchParams, hash } = new URL(href, document.baseURI);
    const isServed = origin === location.origin || (url && origin === new URL(url).origin);
    if (!isServed || !pathname.startsWith(folder)) return undefined;
    const id = decodeURIComponent(hash.slice(1));
    return id === MISSING ? (searchParams.get('icon') ?? undefined) : id.slice(prefix.length);
  }

  private handleChange({ version, icons, changed }: ServedChange): void {
    if (icons) this.update(icons);
    else this.current = { ...this.current, version };
    for (const [name, each] of Object.entries(changed)) this.changedVersions.set(name, each);
    if (!hasDocument()) return;
    if (this.page) this.updatePage(this.page, Object.keys(changed));
    this.updateLinks();
  }

  /** Loads changed symbols into the page, and reports removed ones that it links to. */
  private updatePage(page: PageIcons, changedNames: readonly string[]): void {
    const { names, linked, hasWholeSprite, loadSymbols } = page;
    const removedNames = [...names].filter((name) => !this.lists.iconNames.includes(name));
    const visibleNames = changedNames.filter((name) => hasWholeSprite() || names.has(name));
    loadSymbols([...removedNames, ...visibleNames]);
    for (const name of removedNames) if (linked.has(name)) this.nameOf(name);
  }
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
