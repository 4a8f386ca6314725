import type { Icon } from '../../core/types.ts';
import type { LintFinding, SetRule } from '../types.ts';

/** Checks where aliases point; the build checks that no other icon has the name. */
export const aliases: SetRule = {
  name: 'aliases',
  about: 'Aliases point to icons that are not deprecated, and cannot be confused with other names',
  scope: 'set',
  options: {},
  presets: { recommended: 'warning', strict: 'error' },
  docs: {
    section: 'names',
    order: 30,
    message:
      "The alias 'signin' of 'enter' differs from the icon 'sign-in' only by a hyphen, but shows another icon.",
    fix: 'Choose another word, or move the alias to the icon that stays.',
  },
  check({ sources, foreign = [] }) {
    const icons = [...sources.map(({ icon }) => icon), ...foreign];
    const owners = new Map<string, { readonly word: string; readonly icon: Icon }[]>();
    for (const icon of icons) {
      for (const word of [icon.name, ...icon.aliases]) {
        const key = withoutHyphens(word);
        owners.set(key, [...(owners.get(key) ?? []), { word, icon }]);
      }
    }
    return sources.flatMap(({ icon }) =>
      icon.aliases.flatMap((alias) => {
        const conflict = owners.get(withoutHyphens(alias))?.find((other) => other.icon !== icon);
        return [
          ...(conflict ? [confusable(icon, alias, conflict)] : []),
          ...leadsToDeprecated(icon, alias),
        ];
      }),
    );
  },
};

function withoutHyphens(word: string): string {
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
    message: `The alias '${alias}' of '${name}' differs from ${what} only by a hyphen, but shows another icon.`,
    hint: 'Remove the alias from the metadata, or choose a word that cannot be confused.',
    others: [icon.source.file],
  };
}

function leadsToDeprecated({ name, source }: Icon, alias: string): LintFinding[] {
  const { deprecated: { use } = {}, displayName } = source.meta;
  // The name that leads is that of the icon itself: people do not expect the replacement.
  if (use === undefined || alias === displayName) return [];
  return [
    {
      file: source.file,
      message: `The alias '${alias}' points to '${name}', which is deprecated.`,
      hint: `Move it to the aliases of '${use}', so that code that uses it gets the replacement.`,
    },
  ];
}
