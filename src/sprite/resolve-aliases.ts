import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { byCodeUnit, kebabCase } from '../core/names.ts';
import { suggestion } from '../core/suggest.ts';
import { isValidId } from '../core/symbol-ids.ts';
import type { Result } from '../core/types.ts';

/** Source file or icon with its names. */
export interface AliasOwner {
  readonly name: string;
  /** File that declares its own aliases. */
  readonly file: string;
  /** Further names. */
  readonly aliases: readonly string[];
}

/**
 * Adds the aliases of the configuration to those of the metadata, and validates all: no icon and no
 * other alias may have the same name. Invalid ones are reported and left out; the rest is sorted.
 *
 * @param added alias → name, from the configuration
 * @param configFile file that diagnostics name for a mistake in `added`
 */
export function resolveAliases<T extends AliasOwner>(
  icons: readonly T[],
  added: Readonly<Record<string, string>>,
  configFile: string,
): Result<readonly T[]> {
  const diagnostics: Diagnostic[] = [];
  const names = new Set(icons.map(({ name }) => name));
  const owners = new Map<string, string>();
  const addedTo = new Map<string, string[]>();

  for (const [alias, name] of Object.entries(added)) {
    addedTo.set(name, [...(addedTo.get(name) ?? []), alias]);
    if (names.has(name)) continue;
    const args = { alias, name, suggestion: suggestion(name, [...names]) };
    diagnostics.push(diagnose('alias-unknown', { file: configFile, args }));
  }

  const resolved = icons.map((icon) => {
    const configured = addedTo.get(icon.name) ?? [];
    if (icon.aliases.length + configured.length === 0) return icon;
    const aliases = [...new Set([...icon.aliases, ...configured])].filter((alias) => {
      const file = icon.aliases.includes(alias) ? icon.file : configFile;
      const problem = aliasProblem(alias, icon.name, file, names, owners);
      if (problem) diagnostics.push(problem);
      else owners.set(alias, icon.name);
      return !problem;
    });
    return { ...icon, aliases: aliases.sort(byCodeUnit) };
  });
  return { value: resolved, diagnostics };
}

function aliasProblem(
  alias: string,
  name: string,
  file: string,
  names: ReadonlySet<string>,
  owners: ReadonlyMap<string, string>,
): Diagnostic | undefined {
  if (!isValidId(alias)) {
    const args = { alias, name, suggestion: kebabCase(alias) };
    return diagnose('alias-invalid', { file, args });
  }
  const owner = owners.get(alias);
  const taken = names.has(alias) ? "an icon's name" : owner && `an alias of '${owner}'`;
  return taken ? diagnose('alias-clash', { file, args: { alias, name, taken } }) : undefined;
}
