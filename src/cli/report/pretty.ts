import { formatBytes } from '../../core/format-bytes.ts';
import type { Icon, PrecisionStats } from '../../core/types.ts';
import type { Change } from '../../node/plan-outputs.ts';
import type { Timing } from '../../node/timing.ts';
import type { LazyBuildResult, Outcome } from '../../pipeline/build.ts';
import type { WatchBuild } from '../../pipeline/watch.ts';
import { pc } from './colors.ts';
import { compareSizes, type SizeComparison } from './compare-sizes.ts';
import { count, countOrNo } from './count.ts';
import { escapeLine } from './escape-line.ts';
import type { BuildSummary } from './json.ts';

/** Details for --verbose. */
interface BuildDetails {
  /** Icons to list one by one, and with them each file. */
  readonly icons: readonly Icon[];
  /** Lists each file, also without icons. Default: false. */
  readonly listsFiles?: boolean;
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
  const { listsFiles = icons.length > 0 } = details;
  const target = listFiles(stats.sprites.map(({ file }) => file));
  const files = listsFiles ? changes : [];
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
    `${countOrNo(of('written'), 'file')} ${would}written`,
    ...(of('unchanged') > 0 ? [`${of('unchanged')} unchanged`] : []),
    ...(of('removed') > 0 ? [`${of('removed')} ${would}removed`] : []),
  ];
  return parts.join(', ');
}
