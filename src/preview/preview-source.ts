import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.ts';
import { kebabCase } from '../core/names.ts';
import type { Icon, IconMeta } from '../core/types.ts';
import { displayPath } from '../node/display-path.ts';
import type { EditableMeta, InspectedIcon, Inspection, NameConflict } from './api.ts';
import { type CleanResult, cleanSource, type SourceIdentity } from './clean-source.ts';
import { matchSize, type SizeMatch } from './fit-to-set.ts';
import type { LintedSource } from './lint.ts';
import type { LiveFeed } from './live-data.ts';
import { namesInSource } from './names-in-source.ts';
import type { PreviewIcons } from './preview-icons.ts';
import type { PreviewSymbols } from './preview-symbols.ts';
import { toProblem } from './problem.ts';
import { familyOf, proposeCategory, proposeTags, proposeTitle } from './propose.ts';
import { proposeName } from './propose-name.ts';
import { conflictingIcon } from './save-target.ts';

/** Source file that was dropped on the page. */
export interface DroppedFile {
  readonly bytes: Uint8Array;
  /** Name of its file, or ''. */
  readonly file: string;
  /** Name that the user entered; may be ''. */
  readonly name: string | undefined;
  /** Metadata that the user entered. */
  readonly meta?: EditableMeta;
}

/** State that the handlers of requests share. */
export interface PreviewContext {
  readonly set: PreviewIcons;
  readonly live: LiveFeed;
  readonly previewSymbols: PreviewSymbols;
  /** Absolute path to save icons in; `undefined` when nothing can be saved. */
  readonly folder: string | undefined;
}

/** Reports what a source would become, without writing files. */
export async function previewSource(
  dropped: DroppedFile,
  context: PreviewContext,
): Promise<Inspection> {
  const { bytes, file, name: requestedName } = dropped;
  const { icons } = context.set.getState();
  const names = icons.map(({ name }) => name);
  const name =
    requestedName === undefined
      ? proposeName([file, ...namesInSource(bytes)], names)
      : normalizeName(requestedName);
  const conflict = findConflict(name, icons, context);
  const existing = icons.find((icon) => icon.name === conflict?.name);
  const previousMeta = existing?.source.meta ?? {};
  const displayName = file === '' ? 'the pasted SVG' : file;
  const identity = {
    name: name || 'icon',
    file: displayName,
    savedAs: savedPath(name || 'icon', context),
  };
  const { cleaned, match } = await cleanAndMatch(
    bytes,
    { ...identity, meta: previousMeta },
    context,
  );
  const { icon } = cleaned;
  const sourceTitle = icon?.facts.title ?? '';
  const family = familyOf(name, previousMeta.category, icons);
  const meta = {
    title: previousMeta.title ?? proposeTitle(name, sourceTitle),
    tags: previousMeta.tags ?? proposeTags(name, family),
    category: previousMeta.category ?? proposeCategory(name, family),
  };
  const rulesResult =
    icon && (await lintWithMeta({ ...previousMeta, ...meta, ...dropped.meta }, cleaned, context));
  const linted = rulesResult && offerScaling(rulesResult, match);
  return {
    name,
    ...meta,
    ...(conflict && { taken: conflict }),
    problems: [...cleaned.diagnostics, ...(linted?.problems ?? [])]
      // Without a name, the icon has no path yet.
      .map((problem) => (name === '' ? { ...problem, file: displayName } : problem))
      .map(toProblem),
    ...(icon && { icon: toPreviewIcon(icon, cleaned, bytes.length, context) }),
    ...(linted?.fixed && { fixed: linted.fixed }),
    family: family.map((each) => each.name),
    twins: icon ? findDuplicates(icon, name, icons) : [],
  };
}

/** Cleans a source, and scales it if its size is that of the set in other units. */
async function cleanAndMatch(
  bytes: Uint8Array,
  identity: SourceIdentity,
  { set }: PreviewContext,
): Promise<{ readonly cleaned: CleanResult; readonly match: SizeMatch }> {
  const cleaned = await cleanSource(bytes, identity, set.config);
  if (!cleaned.icon) return { cleaned, match: { kind: 'none' } };
  const match = matchSize(cleaned.svg, cleaned.icon, set.getState().icons);
  if (match.kind !== 'units') return { cleaned, match };
  const scaled = await cleanSource(Buffer.from(match.scaled), identity, set.config);
  if (!scaled.icon) return { cleaned, match: { kind: 'none' } };
  return { cleaned: { ...scaled, diagnostics: cleaned.diagnostics }, match };
}

/**
 * Scaling to the size of the set as the fix for another size. It goes before all other fixes, which
 * take lengths in units of the set.
 */
function offerScaling(linted: LintedSource, match: SizeMatch): LintedSource {
  const problem = linted.problems.find(({ code }) => code === 'lint/view-box');
  if (match.kind !== 'scale' || !problem) return linted;
  const { width, height } = match.size;
  const fixLabel = `Scale to ${width} × ${height}`;
  return {
    problems: linted.problems.map(({ fixLabel: _, ...each }) =>
      each.code === problem.code ? { ...each, fixLabel } : each,
    ),
    fixed: { svg: match.scaled, count: 1 },
  };
}

/** Lints an icon with its future metadata. */
async function lintWithMeta(
  { title, tags, category, ...rest }: IconMeta,
  { icon, svg }: CleanResult,
  { set }: PreviewContext,
): Promise<LintedSource | undefined> {
  if (!icon) return undefined;
  const meta = {
    ...rest,
    ...(title && { title }),
    ...(tags && tags.length > 0 && { tags }),
    ...(category && { category }),
  };
  return set.linter.lintOne(svg, { ...icon, source: { ...icon.source, meta } }, set.getState());
}

/** Normalizes a name as in the set: `nav/Menu Open` → `nav-menu-open`. */
export function normalizeName(requestedName: string | undefined): string {
  return (requestedName ?? '').split('/').map(kebabCase).filter(Boolean).join('-');
}

function savedPath(name: string, { folder, set }: PreviewContext): string {
  return folder === undefined
    ? `${name}.svg`
    : displayPath(join(folder, `${name}.svg`), set.config.cwd);
}

function findConflict(
  name: string,
  icons: readonly Icon[],
  { folder, set }: PreviewContext,
): NameConflict | undefined {
  return folder === undefined ? undefined : conflictingIcon(name, icons, folder, set.config);
}

function toPreviewIcon(
  icon: Icon,
  { svg }: CleanResult,
  before: number,
  { previewSymbols }: PreviewContext,
): InspectedIcon {
  const { viewBox, width, height } = icon.facts;
  const [saved, symbol] = [svg, icon.symbol].map((text) => Buffer.byteLength(text));
  const bytes = { before, saved: saved as number, symbol: symbol as number };
  return { href: previewSymbols.put(icon), viewBox, width, height, svg, bytes };
}

/** Names of other icons with the same symbol. */
function findDuplicates(icon: Icon, name: string, icons: readonly Icon[]): readonly string[] {
  const body = symbolBody(icon);
  return icons
    .filter((each) => each.name !== name && symbolBody(each) === body)
    .map((each) => each.name);
}

/** Symbol without its id, which inner ids contain, too. */
function symbolBody({ id, plainSymbol }: Icon): string {
  const scope = id.replace(/[-.]/g, '_');
  return plainSymbol.replaceAll(`"${id}"`, '""').replaceAll(`${scope}_`, '_');
}

/** True if problems include an error. */
export function hasErrors(problems: readonly Pick<Diagnostic, 'severity'>[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
