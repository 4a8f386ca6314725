import type { IconSet } from '../icon-set.ts';
import { suggestion } from './suggest.ts';
import { isShown, swapUses } from './swap-uses.ts';
import { tell } from './tell.ts';

/** The icons of a development server, as they are now. */
export interface ServedIcons {
  /** Folder that the server answers icons in, such as `/@iconloom/`. */
  readonly folder: string;
  /** Changes with what the sprite holds; '' in tests, whose snapshots must not. */
  readonly version: string;
  /** Put before names to make ids. */
  readonly prefix: string;
  readonly names: readonly string[];
  /** The id that pages know each icon by, in the order of the names. */
  readonly ids: readonly string[];
  /** Constant → name. */
  readonly constants: Readonly<Record<string, string>>;
  /** Alias → name. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly directional: readonly string[];
}

/** What a server tells of a change. */
export interface ServedChange {
  readonly version: string;
  /** Missing where icons are called as before. */
  readonly icons?: ServedIcons;
  /** Names of icons that were added or look different, with what their drawing is known by. */
  readonly changed: Readonly<Record<string, string>>;
}

/** What the server's bundler offers to a module of a page. */
interface Hot {
  on(event: string, listener: (data: never) => void): void;
}

/** The id of the symbol that stands where an icon is missing. */
const MISSING = 'iconloom-missing';

/** A set of icons that follows the server: its lists are kept, and hold what is new. */
export interface LiveSet extends IconSet {
  readonly icon: Readonly<Record<string, string>>;
  readonly iconNames: readonly string[];
  readonly iconIds: readonly string[];
  readonly aliases: Readonly<Record<string, string>>;
  readonly directional: readonly string[];
  readonly spriteUrl: string;
  isIconName(value: unknown): boolean;
  iconHref(name: string): string;
}

/**
 * Icons from a development server.
 *
 * @param first what they are when the module is loaded
 * @param hot tells of changes; missing where code runs on a server
 * @param now what they are at any time, where that can be asked
 */
export function servedIcons(
  first: ServedIcons,
  hot?: Hot,
  now: () => ServedIcons | undefined = () => undefined,
): LiveSet {
  let current = first;
  /** Versions of icons that look different from the sprite that was loaded first. */
  const fresh = new Map<string, string>();
  const iconNames: string[] = [];
  const iconIds: string[] = [];
  const icon: Record<string, string> = {};
  const aliases: Record<string, string> = {};
  const directional: string[] = [];
  take(first);

  function take(icons: ServedIcons): void {
    current = icons;
    iconNames.splice(0, iconNames.length, ...icons.names);
    iconIds.splice(0, iconIds.length, ...icons.ids);
    directional.splice(0, directional.length, ...icons.directional);
    replaceAll(icon, icons.constants);
    replaceAll(aliases, icons.aliases);
  }

  function iconHref(called: string): string {
    const newest = now();
    if (newest && newest.version !== current.version) take(newest);
    const name = Object.hasOwn(aliases, called) ? (aliases[called] as string) : called;
    if (!iconNames.includes(name)) {
      const known = [...iconNames, ...Object.keys(aliases)];
      tell('unknown-icon', { name: String(called), suggestion: suggestion(String(called), known) });
      const url = spriteUrl();
      const separator = url.includes('?') ? '&' : '?';
      return `${url}${separator}icon=${encodeURIComponent(called)}#${MISSING}`;
    }
    const version = fresh.get(name);
    const url =
      version === undefined
        ? spriteUrl()
        : `${current.folder}icons/${encodeURIComponent(name)}.svg?v=${version}`;
    return `${url}#${current.prefix}${name}`;
  }

  /** The sprite that the page loaded first stays, so that one change does not load all anew. */
  function spriteUrl(): string {
    const { folder, version } = now() ? current : first;
    return `${folder}sprite.svg${version && `?v=${version}`}`;
  }

  /** The name that a link of ours is meant to show, or showed. */
  function calledBy(href: string): string | undefined {
    if (!href.startsWith(current.folder)) return undefined;
    const { searchParams, hash } = new URL(href, 'http://localhost');
    const id = decodeURIComponent(hash.slice(1));
    return id === MISSING
      ? (searchParams.get('icon') ?? undefined)
      : id.slice(current.prefix.length);
  }

  hot?.on('iconloom:change', (({ version, icons, changed }: ServedChange) => {
    if (icons) take(icons);
    else current = { ...current, version };
    for (const [name, version] of Object.entries(changed)) fresh.set(name, version);
    if (!isShown()) return;
    swapUses((href) => {
      const called = calledBy(href);
      return called === undefined ? undefined : iconHref(called);
    });
  }) as (data: never) => void);
  hot?.on('iconloom:mended', closeOverlay);

  return {
    ...{ iconNames, iconIds, icon, aliases, directional, iconHref },
    spriteUrl: spriteUrl(),
    isIconName: (value) => typeof value === 'string' && iconNames.includes(value),
  };
}

function replaceAll(object: Record<string, string>, by: Readonly<Record<string, string>>): void {
  for (const key of Object.keys(object)) if (!Object.hasOwn(by, key)) delete object[key];
  Object.assign(object, by);
}

/** Takes away what the server showed of a problem of ours that is no more. */
function closeOverlay(): void {
  if (!isShown()) return;
  for (const overlay of document.querySelectorAll<HTMLElement & { close?: () => void }>(
    'vite-error-overlay',
  )) {
    if (overlay.shadowRoot?.textContent?.includes('[plugin:iconloom]')) overlay.close?.();
  }
}
