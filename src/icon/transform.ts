import { optimize } from 'svgo/browser';
import { type Diagnostic, diagnose, isError, type Where } from '../core/diagnostics.ts';
import { BuildError } from '../core/errors.ts';
import { LIMITS, overLimit } from '../core/limits.ts';
import type { ActiveContent, Checked, ColorMode, IconFacts, Limits, Need } from '../core/types.ts';
import { cssTransforms } from './css-transforms.ts';
import { limitDrawn } from './drawn.ts';
import { type Gentleness, gentlenessFor, USUAL } from './gentler.ts';
import { pruneIds, scopeIds } from './ids.ts';
import { inspectColors } from './inspect-colors.ts';
import { inspectNeeds } from './inspect-needs.ts';
import { inspectSource, type SourceFacts } from './inspect-source.ts';
import { OverLimit } from './limits.ts';
import { unifyNamespaces } from './namespaces.ts';
import { ownColor } from './own-color.ts';
import { plainValues } from './plain-values.ts';
import { pluginOrder, type SvgoOptions } from './plugin-order.ts';
import { asImage, followsPage, fromImage, unportable } from './portable.ts';
import { recolor } from './recolor.ts';
import { refusalOf } from './refusal.ts';
import { groupRoot } from './root-attributes.ts';
import { rootPercentages } from './root-percentages.ts';
import { sanitize } from './sanitize.ts';
import { hasElement } from './source-text.ts';
import { dropNames } from './spoken-names.ts';
import { unfoldStyleAttributes } from './style-attributes.ts';
import type { StyleSheets } from './style-sheet.ts';
import { symbolize } from './symbolize.ts';
import { type Pass, pass } from './tree.ts';
import { dropUnused } from './unused.ts';
import { dropWholeClips } from './whole-clips.ts';

/** How to transform one icon. */
export interface TransformOptions {
  /** Id of the symbol. */
  readonly id: string;
  /** The file to name in diagnostics. Default: the id with `.svg`. */
  readonly file?: string;
  /** Options for svgo. Default: `preset-default`, with ids and style sheets left to iconloom. */
  readonly svgo?: SvgoOptions;
  /** What becomes of the colors. Default: `keep`. */
  readonly color?: ColorMode;
  /**
   * Whether a drawing that an external sprite cannot carry in every browser becomes an image in its
   * symbol. One with text always does, lest its words stand in the page. Default: true.
   */
  readonly portable?: boolean;
  /** What becomes of scripts, handlers and the like. Default: `error`. */
  readonly activeContent?: ActiveContent;
  /** The most that a drawing may hold. Default: `LIMITS`. */
  readonly limits?: Limits;
}

/** A finished symbol and what is known of it. */
export interface TransformedIcon {
  /** `<symbol id viewBox …>…</symbol>`, ready to stand in a sprite. */
  readonly symbol: string;
  /** The symbol without an image around its drawing; the same where `facts.form` is `symbol`. */
  readonly plainSymbol: string;
  readonly facts: IconFacts;
  /** Warnings and infos. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns the text of one SVG file into a symbol: optimized, cleaned of all that does not draw, its
 * ids and classes made its own. The result depends on the two arguments alone.
 *
 * @throws {BuildError} when the drawing cannot be used; carries every problem found.
 * @throws {TypeError} when the id has other characters than letters, digits, `.`, `_` and `-`.
 * @example
 * const { symbol } = await transformIcon('<svg viewBox="0 0 8 8"><path d="M0 0h8v8"/></svg>', { id: 'half' });
 * // <symbol id="half" viewBox="0 0 8 8"><path d="M0 0h8v8"/></symbol>
 */
export async function transformIcon(
  svg: string,
  options: TransformOptions,
): Promise<TransformedIcon> {
  const { value, diagnostics } = await tryTransformIcon(svg, options);
  if (!value) throw new BuildError(diagnostics);
  const { symbol, plainSymbol, facts } = value;
  return { symbol, plainSymbol, facts, diagnostics };
}

/** A symbol with what is needed to hold it against its drawing. */
export interface TriedIcon extends Omit<TransformedIcon, 'diagnostics'> {
  readonly source: SourceFacts;
  /** The color that became `currentColor`, where one did. */
  readonly recolored: string | undefined;
}

/** As {@link transformIcon}, but problems are data: without a value there is an error among them. */
export async function tryTransformIcon(
  text: string,
  {
    id,
    file = `${id}.svg`,
    svgo = DEFAULTS,
    color = 'keep',
    portable = true,
    activeContent = 'error',
    limits = LIMITS,
  }: TransformOptions,
  gentleness: Gentleness = USUAL,
): Promise<Checked<TriedIcon | undefined>> {
  if (!ID.test(id)) throw new TypeError(`The id must be letters, digits, '.', '_' and '-': ${id}`);
  const refused = refusalOf(text, file, limits);
  if (refused) return { value: undefined, diagnostics: [refused] };
  // As XML reads them; the parser does not. Source: XML 1.0, 2.11.
  const svg = fromImage(text.replace(/\r\n?/g, '\n'));
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const dangling = new Set<string>();
  const styles = await styleSheetsFor(svg, svgo);
  const [sourceFacts, inspectSourcePass] = inspectSource(svg, file, report);
  const [colors, inspectColorsPass] = inspectColors();
  const [needs, inspectNeedsPass] = inspectNeeds();
  const [recolored, recolorPass] = recolor(color);
  const passes = {
    namespaces: unifyNamespaces(),
    inspectSource: inspectSourcePass,
    sanitize: sanitizeAll(file, activeContent, limits, styles, report),
    resolveStyles: resolveAll(file, limits, styles, report),
    unfoldStyleAttributes: unfoldStyleAttributes(),
    plainValues: plainValues(),
    ownColor: ownColor(),
    groupRoot: groupRoot(),
    cssTransforms: cssTransforms(),
    rootPercentages: rootPercentages(),
    dropWholeClips: dropWholeClips(),
    pruneIds: pruneIds(styles, (missing) => dangling.add(missing)),
    limitDrawn: limitDrawn(limits),
    dropUnused: dropUnused(styles),
    recolor: recolorPass,
    scopeIds: scopeIds(id.replace(/[-.]/g, '_'), styles),
    inspectColors: inspectColorsPass,
    inspectNeeds: inspectNeedsPass,
    symbolize: symbolize(id, sourceFacts),
  };

  let plainSymbol: string;
  try {
    const plugins = pluginOrder(passes, svgo, gentlenessFor(svg, gentleness));
    plainSymbol = optimize(svg, { path: file, plugins, js2svg: { eol: 'lf' } }).data;
  } catch (error) {
    return { value: undefined, diagnostics: [...diagnostics, diagnoseThrown(error, file, limits)] };
  }
  if (dangling.size > 0) {
    report(diagnose('dangling-reference', { file, args: { ids: enumerate(dangling) } }));
  }
  const source = sourceFacts();
  if (!source || diagnostics.some(isError)) return { value: undefined, diagnostics };

  for (const diagnostic of warnings(needs(), plainSymbol, file, portable)) report(diagnostic);
  const isImage =
    needs().includes('text') ||
    (portable && unportable(needs()).length > 0 && !followsPage(plainSymbol));
  const facts: IconFacts = {
    ...source.size,
    title: source.title,
    ...colorFacts(colors()),
    needs: needs(),
    form: isImage ? 'image' : 'symbol',
  };
  if (isImage && facts.width !== facts.height) {
    report(diagnose('image-snapped', { file, args: { needs: unportable(needs()).join(', ') } }));
  }
  const symbol = isImage ? asImage(plainSymbol, id, facts.viewBox, facts.needs) : plainSymbol;
  return { value: { symbol, plainSymbol, facts, source, recolored: recolored() }, diagnostics };
}

const DEFAULTS: SvgoOptions = {};

/** Letters and digits of any script, as names have them. */
const ID = /^[\p{L}\p{M}\p{N}._-]+$/u;

/** Tells of what is kept but may not look the same everywhere. */
function warnings(
  needs: readonly Need[],
  symbol: string,
  file: string,
  portable: boolean,
): Diagnostic[] {
  const missing = unportable(needs);
  const isStuck = portable && missing.length > 0 && followsPage(symbol);
  const args = { needs: missing.join(', ') };
  return [
    ...(isEmpty(symbol) ? [diagnose('draws-nothing', { file })] : []),
    ...(needs.includes('text') ? [diagnose('text-element', { file })] : []),
    ...(needs.includes('bitmap') ? [diagnose('raster-image', { file })] : []),
    ...(isStuck ? [diagnose('not-portable', { file, args })] : []),
  ];
}

function isEmpty(symbol: string): boolean {
  return !symbol.endsWith('</symbol>');
}

function colorFacts(colors: readonly string[]): Pick<IconFacts, 'color' | 'colors'> {
  const isMono = colors.length < 2 && !colors.some((color) => /^(gradient|image)$/.test(color));
  return { color: isMono ? 'mono' : 'multi', colors };
}

/** A plugin of the user may add styles, so the text alone does not tell. */
async function styleSheetsFor(svg: string, svgo: SvgoOptions): Promise<StyleSheets | undefined> {
  const needed = hasElement(svg, 'style') || (svgo.plugins ?? []).length > 0;
  return needed ? (await import('./style-sheet.ts')).styleSheets : undefined;
}

function resolveAll(
  file: string,
  limits: Limits,
  styles: StyleSheets | undefined,
  report: (diagnostic: Diagnostic) => void,
): Pass {
  return pass('iconloom-resolve-styles', (root) => {
    for (const problem of styles?.unnest(root) ?? []) {
      report(diagnose('nesting-not-flat', { file, args: { problem } }));
    }
    for (const found of styles?.cleanRules(root) ?? []) {
      report(diagnose('outside-reference', { file, args: { found } }));
    }
    styles?.resolve(root, limits);
  });
}

function sanitizeAll(
  file: string,
  activeContent: ActiveContent,
  limits: Limits,
  styles: StyleSheets | undefined,
  report: (diagnostic: Diagnostic) => void,
): Pass {
  const tree = sanitize(file, activeContent, limits, report);
  return pass(tree.name, (root) => {
    tree.fn(root, undefined, { multipassCount: 0 });
    for (const removed of styles?.clean(root) ?? []) {
      for (const found of removed.outside) {
        report(diagnose('outside-reference', { file, args: { found } }));
      }
      for (const found of removed.unknown)
        report(diagnose('not-allowed', { file, args: { found } }));
    }
    dropNames(root, styles);
  });
}

/** `#a, #b, #c and 4 more` */
function enumerate(ids: ReadonlySet<string>): string {
  const named = [...ids].slice(0, 3).map((id) => `#${id}`);
  const more = ids.size - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function diagnoseThrown(error: unknown, file: string, limits: Limits): Diagnostic {
  if (error instanceof OverLimit) return overLimit(file, error.limit, limits);
  const { name, message, reason, line, column } = error as Error &
    Partial<Where & { reason: string }>;
  if (name === 'SvgoParserError' && line !== undefined && column !== undefined) {
    return diagnose('parse-error', {
      file,
      // The parser counts what it has read of a line, which at its end may be nothing.
      where: { line, column: Math.max(column, 1) },
      args: { reason: `${reason?.replace(/\.$/, '')}.` },
    });
  }
  return diagnose('plugin-failed', { file, args: { reason: message ?? String(error) } });
}
