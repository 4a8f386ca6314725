import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { byCodeUnit, kebabCase } from '../core/names.ts';
import { suggestion } from '../core/suggest.ts';
import type { Checked, Icon } from '../core/types.ts';

/**
 * Gives icons the aliases that the configuration adds to those of their metadata, and checks all:
 * an alias is a kebab-case name that no icon and no other alias has. Those that are not are
 * reported and left out.
 *
 * @param added alias → name, from the configuration
 * @param configFile the file to name for a mistake in `added`
 * @param known names of all icons that there are, those with errors too; default: of the icons given
 */
export function resolveAliases(
  icons: readonly Icon[],
  added: Readonly<Record<string, string>>,
  configFile: string,
  known: readonly string[] = icons.map(({ name }) => name),
): Checked<readonly Icon[]> {
  const diagnostics: Diagnostic[] = [];
  const names = new Set(known);
  const owners = new Map<string, string>();

  for (const [alias, name] of Object.entries(added)) {
    if (names.has(name)) continue;
    const args = { alias, name, suggestion: suggestion(name, known) };
    diagnostics.push(diagnose('alias-unknown', { file: configFile, args }));
  }

  const resolved = icons.map((icon) => {
    const own = Object.keys(added).filter((alias) => added[alias] === icon.name);
    const aliases = [...new Set([...icon.aliases, ...own])].filter((alias) => {
      const file = icon.aliases.includes(alias) ? icon.source.file : configFile;
      const problem = problemOf(alias, icon.name, file, names, owners);
      if (problem) diagnostics.push(problem);
      else owners.set(alias, icon.name);
      return !problem;
    });
    return aliases.length === 0 && icon.aliases.length === 0
      ? icon
      : { ...icon, aliases: aliases.sort(byCodeUnit) };
  });
  return { value: resolved, diagnostics };
}

function problemOf(
  alias: string,
  name: string,
  file: string,
  names: ReadonlySet<string>,
  owners: ReadonlyMap<string, string>,
): Diagnostic | undefined {
  const kebab = kebabCase(alias);
  if (kebab !== alias || alias === '') {
    return diagnose('alias-invalid', { file, args: { alias, name, suggestion: kebab } });
  }
  const owner = owners.get(alias);
  const taken = names.has(alias) ? "an icon's name" : owner && `an alias of '${owner}'`;
  return taken ? diagnose('alias-clash', { file, args: { alias, name, taken } }) : undefined;
}
