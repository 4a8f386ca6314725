import { longhands } from '../svg/css/properties.ts';
import { readStyle, writeStyle } from '../svg/css/style-text.ts';
import { type CssParser, PartNeeded } from './lazy-parts.ts';

/** Sanitized `style` attribute, with what was removed from it. */
export interface CleanStyle {
  /** Declarations in canonical spelling; for each property, the one that wins. */
  readonly style: string;
  readonly outside: readonly string[];
  readonly unsupported: readonly string[];
}

const IMPORTANT = '!important';

/**
 * Keeps the declarations that a browser accepts and that win in the cascade.
 *
 * `fill:red!important;FILL:blue;junk;marker:none` → `fill:red!important;marker-start:none;…`
 *
 * @param keepsImportance true if a style sheet stays, whose rules `!important` outranks
 */
export function cleanStyle(
  style: string,
  {
    css,
    keepsImportance,
  }: { readonly css: CssParser | undefined; readonly keepsImportance: boolean },
): CleanStyle {
  if (style.trim() === '') return { style: '', outside: [], unsupported: [] };
  if (!css) throw new PartNeeded('css');
  const winners = new Map<string, { readonly value: string; readonly isImportant: boolean }>();
  const outside: string[] = [];
  const unsupported: string[] = [];
  for (const { property, value, isImportant } of css.readStyleAttribute(style)) {
    const parsed = css.parseValue(property, value, 'declaration');
    outside.push(...parsed.outside);
    unsupported.push(...parsed.unsupported);
    if (parsed.text === undefined) continue;
    for (const longhand of longhands(property)) {
      if (winners.get(longhand)?.isImportant && !isImportant) continue;
      // Keeps the order of declarations: a shorthand resets earlier longhands.
      winners.delete(longhand);
      winners.set(longhand, { value: parsed.text, isImportant });
    }
  }
  const entries = [...winners].map(([property, { value, isImportant }]) => {
    return [property, isImportant && keepsImportance ? value + IMPORTANT : value] as const;
  });
  return { style: writeStyle(entries), outside, unsupported };
}

/** Declarations of a clean style; importance is left out of the values. */
export function declarationsOf(style: string | undefined): ReadonlyMap<string, string> {
  return new Map(readStyle(style).map(([name, value]) => [name, value.replace(IMPORTANT, '')]));
}
