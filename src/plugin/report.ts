import { gzipSync } from 'node:zlib';
import { byteSize } from '../core/byte-size.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { diagnose, type Finding } from '../core/diagnostics.ts';
import { oneLine } from '../core/one-line.ts';
import { suggestion } from '../core/suggest.ts';
import { placesOfLink } from './output/link-places.ts';
import { symbolIdsOf } from './output/links.ts';
import type { SideRendering } from './output/sides.ts';
import type { Project } from './project.ts';
import type { UnclearUse } from './transform.ts';

/** Messages after a build. */
export interface Report {
  readonly info: readonly string[];
  readonly warnings: readonly string[];
}

/** Limit of reported uses that keep all icons. */
const SHOWN = 10;

/** Origin of the code of an output. */
export interface Origin {
  /** Files and ids of its modules. */
  readonly modules: Iterable<string>;
  /** Ids that each page links to, by its file. Default: there are none. */
  readonly pages?: ReadonlyMap<string, readonly string[]>;
  readonly isServer: boolean;
}

/**
 * Reports how many icons are kept, in which files, and the reason if all are.
 *
 * @param unclear uses with unknown names in the modules of the output
 */
export function reportOf(
  rendering: SideRendering,
  project: Project,
  unclear: readonly UnclearUse[],
  origin: Origin,
): Report {
  const { files, uses, kept } = rendering;
  const { icons } = project.catalog();
  const warnings = [...rendering.warnings, ...linkWarnings(rendering, project, origin)];
  if (!uses.isUsed && files.length === 0 && kept.icons.length === 0) return { info: [], warnings };
  if (kept.icons.length === 0 && icons.length > 0 && !origin.isServer) {
    const args = { count: String(icons.length) };
    const { configFile: file } = project.settings.config;
    warnings.push(`iconloom\n${problemText([diagnose('no-icons-used', { file, args })])}`);
  }
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
  const made = [...rendering.links.made].flatMap((text) =>
    placesOfLink(text, { isMade: true }, { modules: origin.modules, root: project.root }),
  );
  const all = kept.isAll && uses.isAny ? [whyAll(icons.length, [...unclear, ...made])] : [];
  return { info, warnings: [...warnings, ...all] };
}

/** Warnings about links to symbols that do not exist or are in no page. */
function linkWarnings(
  { links, uses, isInline }: SideRendering,
  project: Project,
  { modules, pages = new Map(), isServer }: Origin,
): readonly string[] {
  const { root, settings, catalog } = project;
  const symbols = symbolIdsOf(catalog(), settings.config);
  const findings = (code: 'link-unknown' | 'link-without-sprite', id: string) => {
    const places: readonly Finding[] = placesOfLink(id, { isMade: false }, { modules, root });
    const near = code === 'link-unknown' ? suggestion(id, symbols.all()) : '';
    const found = places.length > 0 ? places : [{ file: 'output of the bundler' }];
    return found.map(({ file, where }) =>
      diagnose(code, { file, ...(where && { where }), args: { id, suggestion: near } }),
    );
  };
  const inHtml = [...pages].flatMap(([page, ids]) =>
    ids
      .filter((id) => symbols.isMeant(id) && !symbols.icon(id))
      .flatMap((id) => {
        const found = placesOfLink(id, { isMade: false }, { modules: [page], root });
        return found.map(({ file, where }) => {
          const args = { id, suggestion: suggestion(id, symbols.all()) };
          return diagnose('link-unknown', { file, where, args });
        });
      }),
  );
  const isDrawn = isInline || isServer || uses.isInline || !symbols.isDistinct;
  const lost = isDrawn ? [] : [...links.ids].flatMap((id) => findings('link-without-sprite', id));
  const unknown = [...links.unknown].flatMap((id) => findings('link-unknown', id));
  return [...unknown, ...inHtml, ...lost].map((each) => `iconloom\n${problemText([each])}`);
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
    `iconloom: all ${count} icons are kept, because some names are only known at run time${lines.length > 0 ? ':' : '.'}`,
    ...lines,
    ...more,
    '  fix: Name icons as constants there, or set safelist to globs of the names used at run time ([] for none).',
    '  Then only icons are kept that the code names, also in strings, or that a glob matches.',
  ].join('\n');
}

/** Formats diagnostics as text, each on two lines. */
export function problemText(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ file, where, severity, code, message, hint }) => {
      const place = where ? `${file}:${where.line}:${where.column}` : file;
      return `${oneLine(place)} ${severity} ${code}  ${oneLine(message)}\n  fix: ${oneLine(hint)}`;
    })
    .join('\n');
}
