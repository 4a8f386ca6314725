import { reportProblem } from './report-problem.ts';

/** Options for symbols in the page. */
export interface PageOptions {
  /** Id of an icon's symbol in the sprite. */
  readonly idOf: (name: string) => string;
  /** Suffix of ids, which makes them unique among apps. */
  readonly suffix: string;
  /** Fetches a sprite of one icon; `undefined` if it does not exist. @throws if the fetch fails. */
  readonly load: (name: string) => Promise<string | undefined>;
}

/**
 * Icons of a development server whose symbols are in the page: because the app inlines them, or
 * because `<use>` cannot load from another origin.
 */
export interface PageIcons {
  /** Link to an icon, or to a box if there is none of the name. */
  readonly href: (name: string) => string;
  /** Names whose symbols are in the page, or loading. */
  readonly names: ReadonlySet<string>;
  /** Names that have been linked. */
  readonly linked: ReadonlySet<string>;
  /** True if the whole sprite is in the page, for links that code writes itself. */
  readonly hasWholeSprite: () => boolean;
  /** Loads current symbols into the page. */
  readonly loadSymbols: (names: Iterable<string>) => void;
  /** Records that the whole sprite is in the page. */
  readonly useWholeSprite: (
    names: Iterable<string>,
    renamed: Readonly<Record<string, string>>,
  ) => void;
  /** Replacement for a link from before the whole sprite was added; `undefined` for others. */
  readonly updatedHref: (href: string) => string | undefined;
}

export function createPageIcons({ idOf, suffix, load }: PageOptions): PageIcons {
  const names = new Set<string>();
  const linked = new Set<string>();
  /** Links from before the whole sprite was added → names. */
  const earlierLinks = new Map<string, string>();
  /** Name → number of its last request: responses may arrive out of order. */
  const requests = new Map<string, number>();
  let spriteIds: Readonly<Record<string, string>> | undefined;

  function idOnPage(name: string): string {
    const id = idOf(name);
    return spriteIds ? (spriteIds[id] ?? id) : id + suffix;
  }

  function href(name: string): string {
    linked.add(name);
    if (!names.has(name)) loadSymbol(name);
    return `#${idOnPage(name)}`;
  }

  async function loadSymbol(name: string): Promise<void> {
    names.add(name);
    const request = (requests.get(name) ?? 0) + 1;
    requests.set(name, request);
    try {
      const [{ placeSymbol }, svg] = await Promise.all([import('./place-symbol.ts'), load(name)]);
      if (requests.get(name) === request) placeSymbol(idOnPage(name), svg);
    } catch (error) {
      const reason = `The icon '${name}' cannot be fetched: ${(error as Error).message}.`;
      reportProblem('icon-not-fetched', { reason });
    }
  }

  function loadSymbols(requested: Iterable<string>): void {
    for (const name of requested) loadSymbol(name);
  }

  return {
    names,
    linked,
    loadSymbols,
    href,
    hasWholeSprite: () => spriteIds !== undefined,
    useWholeSprite(spriteNames, renamed) {
      for (const name of names) earlierLinks.set(`#${idOnPage(name)}`, name);
      spriteIds = renamed;
      for (const name of spriteNames) names.add(name);
    },
    updatedHref(link) {
      const name = earlierLinks.get(link);
      return name === undefined ? undefined : href(name);
    },
  };
}
