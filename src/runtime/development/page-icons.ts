import { tell } from './tell.ts';

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
  readonly isWhole: () => boolean;
  /** Loads current symbols into the page. */
  readonly bring: (names: Iterable<string>) => void;
  /** Records that the whole sprite is in the page. */
  readonly adopt: (names: Iterable<string>, renamed: Readonly<Record<string, string>>) => void;
  /** Replacement for a link from before the whole sprite was added; `undefined` for others. */
  readonly renew: (href: string) => string | undefined;
}

export function pageIcons({ idOf, suffix, load }: PageOptions): PageIcons {
  const names = new Set<string>();
  const linked = new Set<string>();
  /** Links from before the whole sprite was added → names. */
  const before = new Map<string, string>();
  /** Name → number of its last request: responses may arrive out of order. */
  const requests = new Map<string, number>();
  let whole: Readonly<Record<string, string>> | undefined;

  function idInPage(name: string): string {
    const id = idOf(name);
    return whole ? (whole[id] ?? id) : id + suffix;
  }

  function href(name: string): string {
    linked.add(name);
    if (!names.has(name)) bringOne(name);
    return `#${idInPage(name)}`;
  }

  async function bringOne(name: string): Promise<void> {
    names.add(name);
    const request = (requests.get(name) ?? 0) + 1;
    requests.set(name, request);
    try {
      const [{ placeSymbol }, svg] = await Promise.all([import('./place-symbol.ts'), load(name)]);
      if (requests.get(name) === request) placeSymbol(idInPage(name), svg);
    } catch (error) {
      const reason = `The icon '${name}' cannot be fetched: ${(error as Error).message}.`;
      tell('icon-not-fetched', { reason });
    }
  }

  function bring(wanted: Iterable<string>): void {
    for (const name of wanted) bringOne(name);
  }

  return {
    ...{ names, linked, bring, href },
    isWhole: () => whole !== undefined,
    adopt(adopted, renamed) {
      for (const name of names) before.set(`#${idInPage(name)}`, name);
      whole = renamed;
      for (const name of adopted) names.add(name);
    },
    renew(link) {
      const name = before.get(link);
      return name === undefined ? undefined : href(name);
    },
  };
}
