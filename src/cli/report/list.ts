import { jsonText } from '../../core/one-line.ts';
import type { Icon } from '../../core/types.ts';
import { escapeLine } from './escape-line.ts';

/** Maximum number of colors that are named; more are counted. */
const NAMED_COLORS = 4;

/** Formats a table: name, size in px, colors, aliases. */
export function prettyList(icons: readonly Icon[]): string {
  const rows = icons.map(({ name, facts: { width, height, colors }, aliases }) => [
    name,
    `${width}×${height}`,
    colors.length > NAMED_COLORS ? `${colors.length} colors` : colors.join(' '),
    aliases.join(' '),
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${escapeLine(line.trimEnd())}\n`)
    .join('');
}

/** Formats the icons as a JSON array on one line. */
export function jsonList(icons: readonly Icon[]): string {
  const rows = icons.map(({ name, id, title, aliases, source, facts }) => ({
    name,
    id,
    viewBox: facts.viewBox,
    width: facts.width,
    height: facts.height,
    color: facts.color,
    colors: facts.colors,
    title,
    aliases,
    source: source.file,
  }));
  return `${jsonText(rows)}\n`;
}
