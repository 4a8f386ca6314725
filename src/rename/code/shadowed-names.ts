import type { Markup } from './markup.ts';

/** Patterns of template declarations, by language; the first group has the names. */
const DECLARATION_PATTERNS: Readonly<Record<string, readonly RegExp[]>> = {
  svelte: [
    /^\s*#each\b[\s\S]*?\sas\s([\s\S]*)$/,
    /^\s*(?:#await\b[\s\S]*?\s(?:then|catch)|:then|:catch)\s([\s\S]*)$/,
    /^\s*#snippet\s+([\s\S]*)$/,
    /^\s*@const\s+([\s\S]*?)=/,
  ],
};

/**
 * Finds names that a template declares for a part of itself, such as the item of a loop. Their
 * values are unknown in the whole template.
 */
export function findShadowedNames(
  text: string,
  { tags, expressions }: Markup,
  language: string,
): ReadonlySet<string> {
  const declared = expressions.flatMap(({ start, end }) => {
    const code = text.slice(start, end);
    return (DECLARATION_PATTERNS[language] ?? []).map((pattern) => pattern.exec(code)?.[1] ?? '');
  });
  for (const { name, value } of tags.flatMap(({ attributes }) => attributes)) {
    if (name.startsWith('let:')) declared.push(name.slice(4), value?.text ?? '');
    if (language !== 'vue' || !value) continue;
    if (/^(#|v-slot)/.test(name)) declared.push(value.text);
    if (name === 'v-for') declared.push(value.text.split(/\s(?:in|of)\s/)[0] ?? '');
  }
  return new Set(
    declared.flatMap((each) => each.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? []),
  );
}
