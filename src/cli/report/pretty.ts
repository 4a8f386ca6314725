import { createColors } from 'picocolors';
import type { Outcome } from '../../build.ts';
import { byteSize } from '../../core/byte-size.ts';
import type { Severity } from '../../core/diagnostics.ts';
import type { Icon } from '../../core/types.ts';
import type { Timing } from '../../node/timing.ts';
import type { Change } from '../../node/write.ts';
import type { WatchBuild } from '../../watch.ts';
import { clean } from './clean.ts';
import type { Summary } from './json.ts';
import type { ShownDiagnostic } from './pictures.ts';

const pc = createColors(hasColors());

/**
 * Decided here, since picocolors takes our flag --color for its own, and colors whatever runs in CI,
 * also what a script is to read.
 */
export function hasColors(): boolean {
  const { FORCE_COLOR, NO_COLOR } = process.env;
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR);
  // It is missing, and not false, where there is no terminal.
  return !NO_COLOR && process.stderr.isTTY === true && process.stdout.isTTY === true;
}

/**
 * Problems, each on two lines:
 * `icons/foo.svg:3:14 error parse-error  The XML …` and `  fix: Open the file …`. One that many icons
 * have stands once, with their names, unless infos are shown, too.
 *
 * @param severities to show; default: errors and warnings
 */
export function prettyDiagnostics(
  diagnostics: readonly ShownDiagnostic[],
  severities: readonly Severity[] = ['error', 'warning'],
): string {
  const told = diagnostics.filter(({ severity }) => severities.includes(severity));
  if (told.length === 0) return '';
  const counts = (['error', 'warning'] as const)
    .map((kind) => count(told.filter(({ severity }) => severity === kind).length, kind))
    .filter((text) => text !== '');
  const total = counts.length > 0 ? `${counts.join(', ')}\n` : '';
  const groups = severities.includes('info') ? told.map((each) => [each]) : groupsOf(told);
  return groups.map(prettyGroup).join('') + total;
}

/** One problem, on two or three lines. */
function prettyDiagnostic(diagnostic: ShownDiagnostic): string {
  const { pictureFile } = diagnostic;
  const see =
    pictureFile === undefined ? '' : `  see: ${clean(pictureFile)} (before, after, difference)\n`;
  return problemLines(placeOf(diagnostic), diagnostic) + see;
}

/** A problem that several icons have: how many, what, and which. */
export function prettyGroup(group: readonly ShownDiagnostic[]): string {
  const [first] = group;
  if (!first || group.length === 1) return first ? prettyDiagnostic(first) : '';
  const named = group.slice(0, MOST_IN_GROUP).map((each) => clean(placeOf(each)));
  const more = group.length - named.length;
  const rest = more > 0 ? ` and ${more} more (--verbose shows each)` : '';
  return `${problemLines(`${group.length} icons:`, first)}  in: ${named.join(', ')}${rest}\n`;
}

/** Icons of one problem that are named; more would hide what else there is to read. */
const MOST_IN_GROUP = 20;
/** Icons with one problem that are still shown one by one. */
const FEW = 3;

/**
 * Problems, those of more than three icons that have the same code, message and hint together, at
 * the place of the first. One with a picture stands alone.
 */
export function groupsOf(
  diagnostics: readonly ShownDiagnostic[],
): readonly (readonly ShownDiagnostic[])[] {
  const groups = new Map<string, ShownDiagnostic[]>();
  for (const each of diagnostics) {
    const { severity, code, message, hint, pictureFile = '' } = each;
    const key = JSON.stringify([severity, code, message, hint, pictureFile]);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  const shared = [...groups.values()].filter(
    (group) => new Set(group.map(({ file }) => file)).size > FEW,
  );
  const groupOf = new Map(shared.flatMap((group) => group.map((each) => [each, group] as const)));
  return diagnostics.flatMap((each) => {
    const group = groupOf.get(each);
    if (!group) return [[each]];
    return group[0] === each ? [group] : [];
  });
}

function placeOf({ file, where }: ShownDiagnostic): string {
  return where ? `${file}:${where.line}:${where.column}` : file;
}

function problemLines(place: string, { severity, code, message, hint }: ShownDiagnostic): string {
  const color = { error: pc.red, warning: pc.yellow, info: pc.cyan }[severity];
  return `${clean(place)} ${color(severity)} ${pc.dim(code)}  ${clean(message)}\n  fix: ${clean(hint)}\n`;
}

/** What is told when all is to be told. */
interface Details {
  /** Icons to tell of one by one, and with them each file. */
  readonly icons: readonly Icon[];
  readonly timings?: readonly Timing[];
}

/** The closing summary of a build. */
export function prettyResult(
  { stats, changes }: Outcome,
  { sizes, seconds, dryRun, icons, timings = [] }: Summary & Details,
): string {
  const target = someOf(stats.sprites.map(({ file }) => file));
  const files = icons.length > 0 ? changes : [];
  const lines = [
    ...icons.map(iconLine),
    `${pc.green(count(stats.icons, 'icon'))} → ${target}${dryRun ? ' (dry run: nothing written)' : ''}`,
    ...formLine(stats.images),
    ...(['raw', 'gzip', 'brotli'] as const).flatMap((kind) =>
      sizeLine(kind, sizes.before[kind], sizes.after[kind]),
    ),
    ...files.map(({ path, status }) => `  ${status.padEnd(9)} ${clean(path)}`),
    ...timings.filter(({ kind }) => kind === 'stage').map(stageLine),
    `  ${changeCounts(changes, dryRun)}${workLine(stats)} in ${seconds.toFixed(2)} s`,
  ];
  return `${lines.join('\n')}\n`;
}

/** One line for a build of a watch. */
export function prettyWatchBuild({ stats, changes, ms }: WatchBuild): string {
  const written = changes.filter(({ status }) => status !== 'unchanged').map(({ path }) => path);
  const what = written.length > 0 ? clean(written.join(', ')) : 'nothing to write';
  const icons = `${count(stats.icons, 'icon')}, ${stats.worked} worked on`;
  return `${pc.dim(clock())} ${pc.green(what)} (${icons}) in ${ms.toFixed(0)} ms\n`;
}

function clock(): string {
  return new Date().toTimeString().slice(0, 'hh:mm:ss'.length);
}

function stageLine({ name, ms }: Timing): string {
  return `  ${clean(name).padEnd(9)} ${ms.toFixed(1).padStart(8)} ms`;
}

/** Says what the cache saved. */
function workLine({ icons, worked }: Outcome['stats']): string {
  return worked < icons ? `, ${count(worked, 'icon') || 'no icon'} worked on` : '';
}

function iconLine({ name, symbol, source }: Icon): string {
  return `  ${clean(name)}  ${byteSize(source.bytes)} → ${byteSize(Buffer.byteLength(symbol))}`;
}

/** Sprites that are named; more would hide what else there is to read. */
const MOST_NAMED = 5;

/** `a.svg, b.svg, c.svg and 4 more` */
function someOf(files: readonly string[]): string {
  const more = files.length - MOST_NAMED;
  return clean(files.slice(0, MOST_NAMED).join(', ')) + (more > 0 ? ` and ${more} more` : '');
}

/** Says how many icons stand as images, since that needs `data:` in a page's security policy. */
function formLine(images: number): string[] {
  return images === 0 ? [] : [`  ${images} of them as images, to be right in every browser`];
}

function sizeLine(kind: string, before: number | undefined, after: number | undefined): string[] {
  if (before === undefined || after === undefined) return [];
  const change = (after / before - 1) * 100;
  const percent = `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)} %`;
  const [from, to] = [byteSize(before), byteSize(after)];
  return [`  ${kind.padEnd(6)} ${from.padStart(9)} → ${to.padStart(9)}  ${pc.dim(percent)}`];
}

function changeCounts(changes: readonly Change[], dryRun: boolean): string {
  const of = (status: Change['status']) =>
    changes.filter((change) => change.status === status).length;
  const would = dryRun ? 'to be ' : '';
  const parts = [
    `${count(of('written'), 'file') || 'no file'} ${would}written`,
    ...(of('unchanged') > 0 ? [`${of('unchanged')} unchanged`] : []),
    ...(of('removed') > 0 ? [`${of('removed')} ${would}removed`] : []),
  ];
  return parts.join(', ');
}

/** `1 icon`, `2 icons`, '' for none. */
export function count(amount: number, noun: string): string {
  return amount === 0 ? '' : `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
