import { byCodeUnit, identifierFromName } from '../core/names.ts';
import { constantNames } from '../core/symbol-ids.ts';
import type { Icon } from '../core/types.ts';

/** Icons of the project, looked up by their names. */
export interface Catalog {
  /** Sorted by name. */
  readonly icons: readonly Icon[];
  /** Finds an icon by name or alias. */
  readonly icon: (nameOrAlias: string) => Icon | undefined;
  /** Finds an icon by the identifier of its constant: `chevronDown`. */
  readonly constant: (identifier: string) => Icon | undefined;
  /** All names and aliases. */
  readonly allNames: () => readonly string[];
  /** All identifiers of constants. */
  readonly identifiers: () => readonly string[];
}

export function createCatalog(icons: readonly Icon[]): Catalog {
  const byName = new Map<string, Icon>();
  for (const icon of icons) {
    for (const word of [icon.name, ...icon.aliases]) byName.set(word, icon);
  }
  let constantMap: ReadonlyMap<string, Icon> | undefined;
  const constants = () => {
    constantMap ??= new Map(
      icons.flatMap((icon) =>
        constantNames(icon).map((word) => [identifierFromName(word), icon] as const),
      ),
    );
    return constantMap;
  };
  return {
    icons: [...icons].sort((a, b) => byCodeUnit(a.name, b.name)),
    icon: (word) => byName.get(word),
    constant: (identifier) => constants().get(identifier),
    allNames: () => [...byName.keys()],
    identifiers: () => [...constants().keys()],
  };
}
