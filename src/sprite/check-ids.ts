import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { additionalIds, type IdOptions, type IdSource, isValidId } from '../core/symbol-ids.ts';

/** Reports further ids that another icon has, and those that no link can contain. */
export function checkIds(icons: readonly IdSource[], options: IdOptions): readonly Diagnostic[] {
  if (options.ids.length === 0 && icons.every(({ aliases }) => aliases.length === 0)) return [];
  const owners = new Map(icons.map((icon) => [options.prefix + icon.name, icon]));
  return icons.flatMap((icon) =>
    additionalIds(icon, options).flatMap(({ id, from }) => {
      const { name, file } = icon;
      if (!isValidId(id)) return diagnose('id-unusable', { file, args: { name, from, id } });
      const owner = owners.get(id);
      if (!owner) {
        owners.set(id, icon);
        return [];
      }
      const args = { id, from, name, owner: owner.name, other: owner.file };
      return { ...diagnose('id-clash', { file, args }), others: [owner.file] };
    }),
  );
}
