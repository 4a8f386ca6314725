import { suggestion } from '../../core/suggest.ts';
import type { Icon } from '../../core/types.ts';
import type { LintFinding, SetRule } from '../types.ts';

/** Checks that the icon to use instead of a deprecated one exists and is current. */
export const deprecations: SetRule = {
  name: 'deprecations',
  about:
    'A deprecated icon names its replacement, which exists and is not deprecated, or says why there is none',
  scope: 'set',
  options: {},
  presets: { recommended: 'error', strict: 'error' },
  docs: {
    section: 'names',
    order: 40,
    message:
      "'envelope' is deprecated in favor of 'mial', which is not an icon. Did you mean 'mail'?",
    why: '`iconloom deprecate envelope --use mail` writes it. Editors then strike through the name and show what to use.',
    fix: 'Correct `use` under `deprecated` in the metadata. If there is no replacement, say why under `note`.',
  },
  check({ sources, foreign = [] }) {
    const iconsByName = new Map<string, Icon>();
    for (const icon of [...sources.map((source) => source.icon), ...foreign]) {
      for (const word of [icon.name, ...icon.aliases]) iconsByName.set(word, icon);
    }
    return sources.flatMap(({ icon }) => problemOf(icon, iconsByName) ?? []);
  },
};

function problemOf(icon: Icon, iconsByName: ReadonlyMap<string, Icon>): LintFinding | undefined {
  const { deprecated } = icon.source.meta;
  if (!deprecated) return undefined;
  const { use, note } = deprecated;
  const createFinding = (message: string, hint: string) => ({
    file: icon.source.file,
    message,
    hint,
  });
  if (use === undefined) {
    if (note !== undefined) return undefined;
    return createFinding(
      `'${icon.name}' is deprecated, but its metadata does not say what to use instead.`,
      'Name the icon in its metadata: "deprecated": { "use": "…" }; if there is none, say why: "deprecated": { "note": "…" }.',
    );
  }
  const target = iconsByName.get(use);
  if (!target) {
    return createFinding(
      `'${icon.name}' is deprecated in favor of '${use}', which is not an icon.${suggestion(use, [...iconsByName.keys()])}`,
      'Correct "use" under "deprecated" in its metadata.',
    );
  }
  if (target === icon) {
    return createFinding(
      `'${icon.name}' is deprecated in favor of itself.`,
      'Name another icon under "use", or remove "deprecated" from its metadata.',
    );
  }
  if (!target.source.meta.deprecated) return undefined;
  const replacement = resolveReplacement(target, iconsByName);
  return createFinding(
    `'${icon.name}' is deprecated in favor of '${use}', which is also deprecated.`,
    replacement
      ? `Name the icon that replaces it under "use": '${replacement.name}'.`
      : 'Name an icon under "use" that is not deprecated.',
  );
}

/** The end of a chain of deprecations; `undefined` if it is circular or leads to no icon. */
function resolveReplacement(icon: Icon, iconsByName: ReadonlyMap<string, Icon>): Icon | undefined {
  const visited = new Set<Icon>();
  let current: Icon | undefined = icon;
  while (current?.source.meta.deprecated) {
    if (visited.has(current)) return undefined;
    visited.add(current);
    current = iconsByName.get(current.source.meta.deprecated.use ?? '');
  }
  return current;
}
