import { displayNameOf, otherNamesOf } from '../../core/display-name.ts';
import { byCodeUnit } from '../../core/names.ts';
import { jsonText, oneLine } from '../../core/one-line.ts';
import type { Icon, IconDeprecation } from '../../core/types.ts';
import { escapeLine } from './escape-line.ts';

/** Maximum number of colors that are named; more are counted. */
const NAMED_COLORS = 4;

/**
 * Formats a table: display name, size in px, colors, other names, deprecation; sorted by display name.
 */
export function prettyList(icons: readonly Icon[]): string {
  const rows = [...icons]
    .sort((a, b) => byCodeUnit(displayNameOf(a), displayNameOf(b)))
    .map((icon) => {
      const { width, height, colors } = icon.facts;
      const { deprecated } = icon.source.meta;
      const remarks = [...otherNamesOf(icon), ...(deprecated ? [deprecationText(deprecated)] : [])];
      return [
        displayNameOf(icon),
        `${width}×${height}`,
        colors.length > NAMED_COLORS ? `${colors.length} colors` : colors.join(' '),
        remarks.join(' '),
      ];
    });
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${escapeLine(line.trimEnd())}\n`)
    .join('');
}

/** `(deprecated since 2.1.0: use close. The cross is gone.)` */
function deprecationText({ use, since, note }: IconDeprecation): string {
  const when = since === undefined ? '' : ` since ${since}`;
  const what = use === undefined ? '' : `use ${use}`;
  const why = note === undefined ? '' : note.trim();
  const details = [what, why].filter((text) => text !== '').join('. ');
  return oneLine(`(deprecated${when}${details === '' ? '' : `: ${details}`})`);
}

/** Formats the icons as a JSON array on one line, sorted by name. */
export function jsonList(icons: readonly Icon[]): string {
  const rows = icons.map((icon) => {
    const { name, id, title, aliases, source, facts } = icon;
    const { deprecated } = source.meta;
    return {
      name,
      ...(displayNameOf(icon) !== name && { displayName: displayNameOf(icon) }),
      id,
      viewBox: facts.viewBox,
      width: facts.width,
      height: facts.height,
      color: facts.color,
      colors: facts.colors,
      title,
      aliases,
      source: source.file,
      ...(deprecated && { deprecated }),
    };
  });
  return `${jsonText(rows)}\n`;
}
