import { gzipSync } from 'node:zlib';
import { byteSize } from '../core/byte-size.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { oneLine } from '../core/one-line.ts';
import type { SideRendering } from './output/sides.ts';
import type { Project } from './project.ts';
import type { UnclearUse } from './transform.ts';

/** What is told after a build. */
export interface Report {
  readonly info: readonly string[];
  readonly warnings: readonly string[];
}

/** Places that are shown of uses that keep all icons. */
const SHOWN = 10;

/**
 * How many icons were kept, where they are, and why, if all were.
 *
 * @param unclear uses in the modules of the output from which it cannot be told which icons they are of
 */
export function reportOf(
  rendering: SideRendering,
  project: Project,
  unclear: readonly UnclearUse[],
): Report {
  const { files, uses, kept, warnings } = rendering;
  const { icons } = project.catalog();
  if (!uses.isUsed && files.length === 0) return { info: [], warnings };
  const count = `${kept.icons.length} of ${icons.length} icons ${kept.isAll ? 'kept' : 'used'}`;
  const info = [
    uses.isInline
      ? `iconloom: ${count}, in the page`
      : `iconloom: ${count}${files.length === 0 ? '' : ` → ${files.map(fileText).join(', ')}`}`,
  ];
  if (project.settings.verbose && kept.icons.length < icons.length) {
    const names = new Set(kept.icons.map(({ name }) => name));
    const unused = icons.filter(({ name }) => !names.has(name)).map(({ name }) => name);
    info.push(`iconloom: unused: ${unused.join(', ')}`);
  }
  const all = kept.isAll && uses.isAny ? [whyAll(icons.length, unclear)] : [];
  return { info, warnings: [...warnings, ...all] };
}

function fileText({ fileName, source }: SideRendering['files'][number]): string {
  const bytes = Buffer.byteLength(source);
  return `${fileName} (${byteSize(bytes)}, gzip ${byteSize(gzipSync(source).length)})`;
}

function whyAll(count: number, unclear: readonly UnclearUse[]): string {
  const lines = unclear
    .slice(0, SHOWN)
    .map(({ file, where, text }) => oneLine(`  ${file}:${where.line}:${where.column}  ${text}`));
  const more = unclear.length > SHOWN ? [`  and ${unclear.length - SHOWN} more`] : [];
  return [
    `iconloom: all ${count} icons are kept, since which ones are used cannot be told from the code${lines.length > 0 ? ':' : '.'}`,
    ...lines,
    ...more,
    '  fix: Name icons as constants there, or set safelist to globs of the names that come at run time ([] for none):',
    '  then those are kept, and all names that stand in the code as strings.',
  ].join('\n');
}

/** Problems as text, each on two lines. */
export function problemText(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ file, where, severity, code, message, hint }) => {
      const place = where ? `${file}:${where.line}:${where.column}` : file;
      return `${oneLine(place)} ${severity} ${code}  ${oneLine(message)}\n  fix: ${oneLine(hint)}`;
    })
    .join('\n');
}
