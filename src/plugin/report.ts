import { gzipSync } from 'node:zlib';
import type { Diagnostic } from '../core/diagnostics.ts';
import { type DiagnosticInput, diagnose } from '../core/diagnostics.ts';
import { formatBytes } from '../core/format-bytes.ts';
import { oneLine } from '../core/one-line.ts';
import { suggestion } from '../core/suggest.ts';
import { placesOfLink } from './output/link-places.ts';
import { collectSymbolIds } from './output/links.ts';
import type { EnvironmentRendering } from './output/ssr.ts';
import type { PluginProject } from './project.ts';
import type { UnclearUse } from './transformed-module.ts';

/** Messages after a build. */
export interface PluginReport {
  readonly info: readonly string[];
  readonly warnings: readonly string[];
}

/** Limit of reported uses that keep all icons. */
const MAX_SHOWN_USES = 10;

/** Origin of the code of an output. */
export interface OutputModules {
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
export function createReport(
  rendering: EnvironmentRendering,
  project: PluginProject,
  unclear: readonly UnclearUse[],
  outputModules: OutputModules,
): PluginReport {
  const { files, usage, usedIcons } = rendering;
  const { icons } = project.catalog();
  const warnings = [...rendering.warnings, ...linkWarnings(rendering, project, outputModules)];
  if (!usage.isUsed && files.length === 0 && usedIcons.icons.length === 0)
    return { info: [], warnings };
  if (usedIcons.icons.length === 0 && icons.length > 0 && !outputModules.isServer) {
    const args = { count: String(icons.length) };
    const { configFile: file } = project.settings.config;
    warnings.push(`iconloom\n${formatDiagnostics([diagnose('no-icons-used', { file, args })])}`);
  }
  const count = `${usedIcons.icons.length} of ${icons.length} icons ${usedIcons.isAll ? 'kept' : 'used'}`;
  const info = [
    usage.isInline
      ? `iconloom: ${count}, in the page`
      : `iconloom: ${count}${files.length === 0 ? '' : ` → ${files.map(fileText).join(', ')}`}`,
  ];
  if (project.settings.verbose && usedIcons.icons.length < icons.length) {
    const names = new Set(usedIcons.icons.map(({ name }) => name));
    const unused = icons.filter(({ name }) => !names.has(name)).map(({ name }) => name);
    info.push(`iconloom: unused: ${unused.join(', ')}`);
  }
  const dynamicLinks = [...rendering.links.dynamicPrefixes].flatMap((text) =>
    placesOfLink(text, { isDynamic: true }, { modules: outputModules.modules, root: project.root }),
  );
  const all =
    usedIcons.isAll && usage.isDynamic
      ? [allKeptWarning(icons.length, [...unclear, ...dynamicLinks])]
      : [];
  return { info, warnings: [...warnings, ...all] };
}

/** Warnings about links to symbols that do not exist or are in no page. */
function linkWarnings(
  { links, usage, isInline }: EnvironmentRendering,
  project: PluginProject,
  { modules, pages = new Map(), isServer }: OutputModules,
): readonly string[] {
  const { root, settings, catalog } = project;
  const symbols = collectSymbolIds(catalog(), settings.config);
  const findings = (code: 'link-unknown' | 'link-without-sprite', id: string) => {
    const places: readonly DiagnosticInput[] = placesOfLink(
      id,
      { isDynamic: false },
      { modules, root },
    );
    const closest = code === 'link-unknown' ? suggestion(id, symbols.all()) : '';
    const found = places.length > 0 ? places : [{ file: 'output of the bundler' }];
    return found.map(({ file, where }) =>
      diagnose(code, { file, ...(where && { where }), args: { id, suggestion: closest } }),
    );
  };
  const inHtml = [...pages].flatMap(([page, ids]) =>
    ids
      .filter((id) => symbols.hasIdPrefix(id) && !symbols.icon(id))
      .flatMap((id) => {
        const found = placesOfLink(id, { isDynamic: false }, { modules: [page], root });
        return found.map(({ file, where }) => {
          const args = { id, suggestion: suggestion(id, symbols.all()) };
          return diagnose('link-unknown', { file, where, args });
        });
      }),
  );
  const hasSprite = isInline || isServer || usage.isInline || !symbols.hasDistinctIds;
  const withoutSprite = hasSprite
    ? []
    : [...links.ids].flatMap((id) => findings('link-without-sprite', id));
  const unknown = [...links.unknown].flatMap((id) => findings('link-unknown', id));
  return [...unknown, ...inHtml, ...withoutSprite].map(
    (each) => `iconloom\n${formatDiagnostics([each])}`,
  );
}

function fileText({ fileName, source }: EnvironmentRendering['files'][number]): string {
  const bytes = Buffer.byteLength(source);
  return `${fileName} (${formatBytes(bytes)}, gzip ${formatBytes(gzipSync(source).length)})`;
}

function allKeptWarning(count: number, unclear: readonly UnclearUse[]): string {
  const lines = unclear
    .slice(0, MAX_SHOWN_USES)
    .map(({ file, where, text }) => oneLine(`  ${file}:${where.line}:${where.column}  ${text}`));
  const more =
    unclear.length > MAX_SHOWN_USES ? [`  and ${unclear.length - MAX_SHOWN_USES} more`] : [];
  return [
    `iconloom: all ${count} icons are kept, because some names are only known at run time${lines.length > 0 ? ':' : '.'}`,
    ...lines,
    ...more,
    '  fix: Name icons as constants there, or set safelist to globs of the names used at run time ([] for none).',
    '  Then only icons are kept that the code names, also in strings, or that a glob matches.',
  ].join('\n');
}

/** Formats diagnostics as text, each on two lines. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ file, where, severity, code, message, hint }) => {
      const place = where ? `${file}:${where.line}:${where.column}` : file;
      return `${oneLine(place)} ${severity} ${code}  ${oneLine(message)}\n  fix: ${oneLine(hint)}`;
    })
    .join('\n');
}
