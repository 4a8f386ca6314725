import type { Icon } from '../../core/types.ts';
import type { LintFinding, SetRule } from '../types.ts';

/** That aliases are free is the build's to see; this is about whom they lead where. */
export const aliases: SetRule = {
  name: 'aliases',
  about: 'Aliases lead to icons that are in use, and are not mistaken for names of others',
  scope: 'set',
  options: {},
  check({ drawings, foreign = [] }) {
    const icons = [...drawings.map(({ icon }) => icon), ...foreign];
    const owners = new Map<string, { readonly word: string; readonly icon: Icon }[]>();
    for (const icon of icons) {
      for (const word of [icon.name, ...icon.aliases]) {
        const key = plain(word);
        owners.set(key, [...(owners.get(key) ?? []), { word, icon }]);
      }
    }
    return drawings.flatMap(({ icon }) =>
      icon.aliases.flatMap((alias) => {
        const twin = owners.get(plain(alias))?.find((other) => other.icon !== icon);
        return [...(twin ? [confusable(icon, alias, twin)] : []), ...leadsAstray(icon, alias)];
      }),
    );
  },
};

function plain(word: string): string {
  return word.replaceAll('-', '');
}

function confusable(
  { name, source: { file } }: Icon,
  alias: string,
  { word, icon }: { readonly word: string; readonly icon: Icon },
): LintFinding {
  const what = word === icon.name ? `the icon '${word}'` : `'${word}', an alias of '${icon.name}'`;
  return {
    file,
    message: `The alias '${alias}' of '${name}' is ${what} but for a hyphen, and shows another picture.`,
    hint: 'Take the alias out of the metadata, or choose a word that cannot be mistaken.',
    others: [icon.source.file],
  };
}

function leadsAstray({ name, source }: Icon, alias: string): LintFinding[] {
  const { use } = source.meta.deprecated ?? {};
  if (use === undefined) return [];
  return [
    {
      file: source.file,
      message: `The alias '${alias}' leads to '${name}', which is deprecated.`,
      hint: `Move it to the aliases of '${use}', so that whoever uses it gets the icon that stays.`,
    },
  ];
}
