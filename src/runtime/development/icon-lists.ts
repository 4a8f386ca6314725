/** Names of a set of icons. */
export interface IconNames {
  readonly names: readonly string[];
  /** Id of each icon, in the order of the names. */
  readonly ids: readonly string[];
  /** Constant → name. */
  readonly constants: Readonly<Record<string, string>>;
  /** Alias → name. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly directional: readonly string[];
}

/** Lists of a set of icons, updated in place: modules of the app hold them. */
export class IconLists {
  readonly iconNames: string[] = [];
  readonly iconIds: string[] = [];
  readonly icon: Record<string, string> = {};
  readonly aliases: Record<string, string> = {};
  readonly directional: string[] = [];

  update({ names, ids, directional, constants, aliases }: IconNames): void {
    replaceItems(this.iconNames, names);
    replaceItems(this.iconIds, ids);
    replaceItems(this.directional, directional);
    replaceProperties(this.icon, constants);
    replaceProperties(this.aliases, aliases);
  }

  /** Resolves a name or alias; the result may be unknown. */
  resolve(nameOrAlias: string): string {
    return Object.hasOwn(this.aliases, nameOrAlias)
      ? (this.aliases[nameOrAlias] as string)
      : nameOrAlias;
  }

  /** All names and aliases. */
  all(): readonly string[] {
    return [...this.iconNames, ...Object.keys(this.aliases)];
  }
}

function replaceItems(list: string[], by: readonly string[]): void {
  list.splice(0, list.length, ...by);
}

function replaceProperties(
  object: Record<string, string>,
  by: Readonly<Record<string, string>>,
): void {
  for (const key of Object.keys(object)) if (!Object.hasOwn(by, key)) delete object[key];
  Object.assign(object, by);
}
