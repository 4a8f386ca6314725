import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { hasValidDisplayName, type NamedIcon } from '../core/display-name.ts';
import { suggestion } from '../core/suggest.ts';
import type { Result } from '../core/types.ts';

/** Source file with its names, and the file that diagnostics name. */
interface DisplayedIcon extends NamedIcon {
  readonly file: string;
}

/**
 * Validates the display names of icons, after their aliases are resolved. Invalid ones are reported
 * and left out; those of aliases that are invalid themselves are only left out.
 */
export function checkDisplayNames<T extends DisplayedIcon>(
  icons: readonly T[],
): Result<readonly T[]> {
  const diagnostics: Diagnostic[] = [];
  const value = icons.map((icon) => {
    const { name, file, aliases, meta } = icon;
    if (hasValidDisplayName(icon)) return icon;
    const { displayName: shown = '', ...rest } = meta;
    if (!meta.aliases?.includes(shown)) {
      const names = [name, ...aliases].join(', ');
      // The name itself leads anyway, so an alias is meant.
      const args = { name, shown, names, suggestion: suggestion(shown, [...aliases, name]) };
      diagnostics.push(diagnose('display-name-unknown', { file, args }));
    }
    return { ...icon, meta: rest };
  });
  return { value, diagnostics };
}
