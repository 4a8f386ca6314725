import { createColors } from 'picocolors';
import type { Severity } from '../../core/diagnostics.ts';
import { formatBytes } from '../../core/format-bytes.ts';
import type { Icon, PrecisionStats } from '../../core/types.ts';
import type { Change } from '../../node/plan-outputs.ts';
import type { Timing } from '../../node/timing.ts';
import type { LazyBuildResult, Outcome } from '../../pipeline/build.ts';
import type { WatchBuild } from '../../pipeline/watch.ts';
import { compareSizes, type SizeComparison } from './compare-sizes.ts';
import { escapeLine } from './escape-line.ts';
import { explainHint } from './explain-hint.ts';
import type { BuildSummary } from './json.ts';
import type { ReportedDiagnostic } from './pictures.ts';

const pc = createColors(hasColors());

/**
 * Checks whether output is colored. Decided here because picocolors takes our flag --color for its
 * own, and colors everything in CI, also output that a script reads.
 */
export function hasColors(): boolean {
  const { FORCE_COLOR, NO_COLOR } = process.env;
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR);
  // It is missing, not false, without a terminal.
  return !NO_COLOR && process.stderr.isTTY === true && process.stdout.isTTY === true;
}

/**
 * Formats problems, each on two lines:
 * `icons/foo.svg:3:14 error parse-error  The XML …` and `  fix: Open the file …`. A problem
 * of many icons is printed once, with their names, unless infos are shown, too.
 *
 * @param severities to show; default: errors and warnings
 */
export function prettyDiagnostics(
  diagnostics: readonly ReportedDiagnostic[],
  severities: readonly Severity[] = ['error', 'warning'],
): string {
  const visible = diagnostics.filter(({ severity }) => severities.includes(severity));
  if (visible.length === 0) return '';
  const counts = (['error', 'warning'] as const)
    .map((kind) => count(visible.filter(({ severity }) => severity === kind).length, kind))
    .filter((text) => text !== '');
  const total = counts.length > 0 ? `${counts.join(', ')}\n` : '';
  const groups = severities.includes('info') ? visible.map((each) => [each]) : groupsOf(visible);
  const texts = severities.includes('info') ? groups.map(prettyGroup) : prettyKinds(groups);
  return texts.join('') + total + explainHint(visible, process.stderr);
}

/** Formats one problem on two or three lines. */
function prettyDiagnostic(diagnostic: ReportedDiagnostic): string {
  const { pictureFile } = diagnostic;
  const pictureLine =
    pictureFile === undefined
      ? ''
      : `  see: ${escapeLine(pictureFile)} (before, after, difference)\n`;
  return problemLines(positionOf(diagnostic), diagnostic) + pictureLine;
}

/** Formats a problem of several icons: their number, the problem and their names. */
export function prettyGroup(group: readonly ReportedDiagnostic[]): string {
  const [first] = group;
  if (!first || group.length === 1) return first ? prettyDiagnostic(first) : '';
  const named = group.slice(0, MAX_IN_GROUP).map((each) => escapeLine(positionOf(each)));
  const more = group.length - named.length;
  const rest = more > 0 ? ` and ${more} more (list all with --verbose)` : '';
  return `${problemLines(`${group.length} icons:`, first)}  in: ${named.join(', ')}${rest}\n`;
}

/** Formats groups, but those of the same rule as one: a build only says what to check. */
function prettyKinds(groups: readonly (readonly ReportedDiagnostic[])[]): readonly string[] {
  const ruleOf = ([first]: readonly ReportedDiagnostic[]) =>
    first?.code.startsWith('lint/') ? first.code : undefined;
  return groups.flatMap((group, index) => {
    const rule = ruleOf(group);
    if (rule === undefined) return [prettyGroup(group)];
    if (groups.findIndex((each) => ruleOf(each) === rule) < index) return [];
    const others = groups
      .slice(index + 1)
      .filter((each) => ruleOf(each) === rule)
      .flat();
    const files = [...new Set(others.map(({ file }) => escapeLine(file)))];
    const named = files.slice(0, MAX_IN_GROUP).join(', ');
    const more = files.length > MAX_IN_GROUP ? ` and ${files.length - MAX_IN_GROUP} more` : '';
    const rest = files.length > 0 ? `  also: ${named}${more} (run iconloom check)\n` : '';
    return [prettyGroup(group) + rest];
  });
}

/** Maximum number of icons named in one group. */
const MAX_IN_GROUP = 20;
/** Maximum number of icons with the same problem that are still shown one by one. */
const MAX_UNGROUPED = 3;

/**
 * Groups problems of more than three icons that have the same code, message and hint, at the position
 * of the first. A problem with a picture is not grouped.
 */
export function groupsOf(
  diagnostics: readonly ReportedDiagnostic[],
): readonly (readonly ReportedDiagnostic[])[] {
  const groups = new Map<string, ReportedDiagnostic[]>();
  for (const each of diagnostics) {
    const { severity, code, message, hint, pictureFile = '' } = each;
    const key = JSON.stringify([severity, code, message, hint, pictureFile]);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  const shared = [...groups.values()].filter(
    (group) => new Set(group.map(({ file }) => file)).size > MAX_UNGROUPED,
  );
  const groupOf = new Map(shared.flatMap((group) => group.map((each) => [each, group] as const)));
  return diagnostics.flatMap((each) => {
    const group = groupOf.get(each);
    if (!group) return [[each]];
    return group[0] === each ? [group] : [];
  });
}

function positionOf({ file, where }: ReportedDiagnostic): string {
  return where ? `${file}:${where.line}:${where.column}` : file;
}

function problemLines(
  place: string,
  { severity, code, message, hint }: ReportedDiagnostic,
): string {
  const color = { error: pc.red, warning: pc.yellow, info: pc.cyan }[severity];
  return `${escapeLine(place)} ${color(severity)} ${pc.dim(code)}  ${escapeLine(message)}\n  fix: ${escapeLine(hint)}\n`;
}

/** Details for --verbose. */
interface BuildDetails {
  /** Icons to list one by one, and with them each file. */
  readonly icons: readonly Icon[];
  readonly timings?: readonly Timing[];
  /** Version of svgo, if it is not tested with this version of iconloom. */
  readonly untestedSvgo?: string | undefined;
  /** Set if the icons come from partial results rather than from the cache. */
  readonly isMerged?: true;
}

/** Formats the summary of a build. */
export function prettyResult(
  { stats, sizes, changes }: Omit<LazyBuildResult, 'loadOutput'>,
  details: BuildSummary & BuildDetails,
): string {
  const { seconds, dryRun, icons, timings = [], untestedSvgo, isMerged } = details;
  const target = listFiles(stats.sprites.map(({ file }) => file));
  const files = icons.length > 0 ? changes : [];
  const lines = [
    ...icons.map(iconLine),
    `${pc.green(count(stats.icons, 'icon'))} → ${target}${dryRun ? ' (dry run: nothing written)' : ''}`,
    ...imageLine(stats.images),
    ...precisionLine(stats.precision),
    ...sizeTable(compareSizes({ stats, sizes }), stats.sprites.length),
    ...files.map(({ path, status }) => `  ${status.padEnd(9)} ${escapeLine(path)}`),
    ...(untestedSvgo === undefined ? [] : [untestedSvgoLine(untestedSvgo)]),
    ...timings.filter(({ kind }) => kind === 'stage').map(stageLine),
    ...renderedLine(timings),
    `  ${changeCounts(changes, { dryRun })}${isMerged ? '' : cacheSummary(stats)} in ${seconds.toFixed(2)} s`,
  ];
  return `${lines.join('\n')}\n`;
}

function untestedSvgoLine(version: string): string {
  return `  svgo ${version} is not tested with this version of iconloom: its preset runs as a whole, so builds take longer and icons may be larger`;
}

/** Formats a build of a watch as one line. */
export function prettyWatchBuild({ stats, changes, ms }: WatchBuild): string {
  const written = changes.filter(({ status }) => status !== 'unchanged').map(({ path }) => path);
  const what = written.length > 0 ? escapeLine(written.join(', ')) : 'no changes';
  const icons = `${count(stats.icons, 'icon')}, ${stats.worked} processed`;
  return `${pc.dim(clock())} ${pc.green(what)} (${icons}) in ${ms.toFixed(0)} ms\n`;
}

function clock(): string {
  return new Date().toTimeString().slice(0, 'hh:mm:ss'.length);
}

function stageLine({ name, ms }: Timing): string {
  return `  ${escapeLine(name).padEnd(9)} ${ms.toFixed(1).padStart(8)} ms`;
}

/** Reports how many icons had to be rendered to verify them. */
function renderedLine(timings: readonly Timing[]): string[] {
  const verified = timings.filter(({ isRendered }) => isRendered !== undefined);
  if (verified.length === 0) return [];
  const rendered = verified.filter(({ isRendered }) => isRendered).length;
  return [
    `  rendered  ${rendered} of ${count(verified.length, 'icon')}, the others are equal by geometry`,
  ];
}

/** Reports how many icons came from the cache. */
function cacheSummary({ icons, worked }: Outcome['stats']): string {
  if (worked >= icons) return '';
  return worked === 0
    ? ' (all icons from cache)'
    : ` (${icons - worked} of ${count(icons, 'icon')} from cache)`;
}

function iconLine({ name, symbol, source, facts: { precision } }: Icon): string {
  const digits =
    precision === undefined ? '' : `  ${digitsText(precision.digits)}${savedText(precision.saved)}`;
  return `  ${escapeLine(name)}  ${formatBytes(source.bytes)} → ${formatBytes(Buffer.byteLength(symbol))}${digits}`;
}

function digitsText(digits: number): string {
  return `${digits} digit${digits === 1 ? '' : 's'}`;
}

function savedText(saved: number): string {
  if (saved === 0) return '';
  return `, ${formatBytes(Math.abs(saved))} ${saved > 0 ? 'smaller' : 'larger'}`;
}

/** Reports what `precision: 'auto'` saved: `12 icons with 1 digit, 3 with 2 digits; 4.1 kB smaller`. */
function precisionLine(precision: PrecisionStats | undefined): string[] {
  if (!precision) return [];
  const counts = precision.icons.flatMap((icons, digits) =>
    icons === 0 ? [] : [`${icons} with ${digitsText(digits)}`],
  );
  const saved = savedText(precision.saved).replace(',', ';');
  return [
    `  precision auto: ${counts.join(', ')}${saved && `${saved} than at the usual precision`}`,
  ];
}

/** Maximum number of sprites that are named. */
const MAX_NAMED = 5;

/** `a.svg, b.svg, c.svg and 4 more` */
function listFiles(files: readonly string[]): string {
  const more = files.length - MAX_NAMED;
  return escapeLine(files.slice(0, MAX_NAMED).join(', ')) + (more > 0 ? ` and ${more} more` : '');
}

/** Reports how many icons are images, because those need `data:` in a page's security policy. */
function imageLine(images: number): string[] {
  return images === 0 ? [] : [`  ${images} embedded as images, which all browsers draw the same`];
}

/** Compares the source files, each compressed alone, with the sprites. */
function sizeTable({ files, after }: SizeComparison, sprites: number): string[] {
  const heads = [count(files.count, 'file'), count(sprites, 'sprite')].map((text) =>
    text.padStart(9),
  );
  return [
    `  ${''.padEnd(6)} ${heads.join(' → ')}`,
    ...(['raw', 'gzip', 'brotli'] as const).flatMap((kind) =>
      sizeLine(kind, files[kind], after[kind]),
    ),
  ];
}

function sizeLine(kind: string, before: number | undefined, after: number | undefined): string[] {
  if (before === undefined || after === undefined) return [];
  const change = (after / before - 1) * 100;
  const percent = `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)} %`;
  const [from, to] = [formatBytes(before), formatBytes(after)];
  return [`  ${kind.padEnd(6)} ${from.padStart(9)} → ${to.padStart(9)}  ${pc.dim(percent)}`];
}

function changeCounts(
  changes: readonly Change[],
  { dryRun }: Pick<BuildSummary, 'dryRun'>,
): string {
  const of = (status: Change['status']) =>
    changes.filter((change) => change.status === status).length;
  const would = dryRun ? 'to be ' : '';
  const parts = [
    `${count(of('written'), 'file') || 'no files'} ${would}written`,
    ...(of('unchanged') > 0 ? [`${of('unchanged')} unchanged`] : []),
    ...(of('removed') > 0 ? [`${of('removed')} ${would}removed`] : []),
  ];
  return parts.join(', ');
}

/** `1 icon`, `2 icons`, '' for none. */
export function count(amount: number, noun: string): string {
  return amount === 0 ? '' : `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
