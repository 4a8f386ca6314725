import { suggestion } from '../../core/suggest.ts';
import type { Icon } from '../../core/types.ts';
import type { LintFinding, SetRule } from '../types.ts';

/** Checks that the icon to use instead of a deprecated one exists and is current. */
export const deprecations: SetRule = {
  name: 'deprecations',
  about: 'A deprecated icon names its replacement, which exists and is not deprecated',
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
      `'${icon.name}' is deprecated, but its metadata does not say what to use instead.`,
      'Name the icon in its metadata: "deprecated": { "use": "…" }; if there is none, add an exception that says so.',
    );
  }
  const target = known.get(use);
  if (!target) {
    return found(
      `'${icon.name}' is deprecated in favor of '${use}', which is not an icon.${suggestion(use, [...known.keys()])}`,
      'Correct "use" under "deprecated" in its metadata.',
    );
  }
  if (target === icon) {
    return found(
      `'${icon.name}' is deprecated in favor of itself.`,
      'Name another icon under "use", or remove "deprecated" from its metadata.',
    );
  }
  if (!target.source.meta.deprecated) return undefined;
  const last = lastOf(target, known);
  return found(
    `'${icon.name}' is deprecated in favor of '${use}', which is also deprecated.`,
    last
      ? `Name the icon that replaces it under "use": '${last.name}'.`
      : 'Name an icon under "use" that is not deprecated.',
  );
}

/** The end of a chain of deprecations; `undefined` if it is circular or leads to no icon. */
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
