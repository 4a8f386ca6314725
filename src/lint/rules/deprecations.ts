import { suggestion } from '../../core/suggest.ts';
import type { Icon } from '../../core/types.ts';
import type { LintFinding, SetRule } from '../types.ts';

/** Whoever is told to use another icon must find it. */
export const deprecations: SetRule = {
  name: 'deprecations',
  about: 'A deprecated icon names the icon to use in its place, which exists and is not deprecated',
  scope: 'set',
  options: {},
  check({ drawings, foreign = [] }) {
    const known = new Map<string, Icon>();
    for (const icon of [...drawings.map((drawing) => drawing.icon), ...foreign]) {
      for (const word of [icon.name, ...icon.aliases]) known.set(word, icon);
    }
    return drawings.flatMap(({ icon }) => problemOf(icon, known) ?? []);
  },
};

function problemOf(icon: Icon, known: ReadonlyMap<string, Icon>): LintFinding | undefined {
  const { deprecated } = icon.source.meta;
  if (!deprecated) return undefined;
  const { use } = deprecated;
  const found = (message: string, hint: string) => ({ file: icon.source.file, message, hint });
  if (use === undefined) {
    return found(
      `'${icon.name}' is deprecated, and nothing says what to use in its place.`,
      'Name the icon in its metadata: "deprecated": { "use": "…" }; where there is none, make an exception that says so.',
    );
  }
  const target = known.get(use);
  if (!target) {
    return found(
      `'${icon.name}' is deprecated in favor of '${use}', which is no icon.${suggestion(use, [...known.keys()])}`,
      'Correct "use" under "deprecated" in its metadata.',
    );
  }
  if (target === icon) {
    return found(
      `'${icon.name}' is deprecated in favor of itself.`,
      'Name another icon under "use", or take "deprecated" out of its metadata.',
    );
  }
  if (!target.source.meta.deprecated) return undefined;
  const last = lastOf(target, known);
  return found(
    `'${icon.name}' is deprecated in favor of '${use}', which is deprecated, too.`,
    last
      ? `Name the icon that stays under "use": '${last.name}'.`
      : 'Name an icon that stays under "use".',
  );
}

/** What a chain of deprecations ends in; `undefined` where it goes in a circle or nowhere. */
function lastOf(icon: Icon, known: ReadonlyMap<string, Icon>): Icon | undefined {
  const seen = new Set<Icon>();
  let at: Icon | undefined = icon;
  while (at?.source.meta.deprecated) {
    if (seen.has(at)) return undefined;
    seen.add(at);
    at = known.get(at.source.meta.deprecated.use ?? '');
  }
  return at;
}
