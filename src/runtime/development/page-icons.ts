import { tell } from './tell.ts';

/** How icons come into the page. */
export interface PageOptions {
  /** Id of an icon's symbol in the sprite. */
  readonly idOf: (name: string) => string;
  /** Put behind ids, so that they are of no other app. */
  readonly suffix: string;
  /** A sprite of one icon; `undefined` if there is none of the name. @throws if it cannot be fetched. */
  readonly load: (name: string) => Promise<string | undefined>;
}

/**
 * Icons of a development server whose symbols are in the page: as the app says, or since links cannot
 * lead to another origin.
 */
export interface PageIcons {
  /** Link to an icon, or to a box if there is none of the name. */
  readonly href: (name: string) => string;
  /** Names whose symbols are in the page, or come. */
  readonly names: ReadonlySet<string>;
  /** Names that links were made of. */
  readonly linked: ReadonlySet<string>;
  /** Whether the whole sprite is in the page, for links that code writes itself. */
  readonly isWhole: () => boolean;
  /** Puts symbols into the page again, as they are now. */
  readonly bring: (names: Iterable<string>) => void;
  /** Notes that the whole sprite was put into the page. */
  readonly adopt: (names: Iterable<string>, renamed: Readonly<Record<string, string>>) => void;
  /** What a link of before the whole sprite is to be replaced by; `undefined` for others. */
  readonly renew: (href: string) => string | undefined;
}

export function pageIcons({ idOf, suffix, load }: PageOptions): PageIcons {
  const names = new Set<string>();
  const linked = new Set<string>();
  /** Links of before the whole sprite → names. */
  const before = new Map<string, string>();
  /** Name → number of its last request: an earlier one may be answered later. */
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
