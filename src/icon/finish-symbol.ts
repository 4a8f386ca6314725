import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import type { IconFacts, Need } from '../core/types.ts';
import { wrapInImage } from './image-form.ts';
import type { SourceFacts } from './passes/inspect-source.ts';
import { followsPage, unportableNeeds, waitsForEvents } from './portable.ts';

/** An optimized symbol, with the facts that decide its form. */
export interface PlainSymbol {
  readonly id: string;
  readonly file: string;
  readonly plainSymbol: string;
  readonly source: SourceFacts;
  readonly colors: readonly string[];
  readonly needs: readonly Need[];
  /** True if every browser must be able to show it from an external sprite. */
  readonly portable: boolean;
  /** True for a file, false for an SVG image embedded in one. */
  readonly isFile: boolean;
}

/** A symbol in its final form. */
export interface FinishedSymbol {
  readonly symbol: string;
  readonly facts: IconFacts;
  readonly warnings: readonly Diagnostic[];
}

/** Decides the form of a symbol, and reports content that may look different in some browsers. */
export function finishSymbol(icon: PlainSymbol): FinishedSymbol {
  const { id, file, plainSymbol, source, colors, needs, isFile } = icon;
  const reasons = imageReasons(icon);
  const isImage = reasons.length > 0;
  const { viewBox, width, height } = source.size;
  // One by one, since spreading takes as long as all of the rest.
  const facts: IconFacts = {
    viewBox,
    width,
    height,
    title: source.title,
    color: colorKind(colors),
    colors,
    needs,
    form: isImage ? 'image' : 'symbol',
  };
  const isSnapped = isImage && facts.width !== facts.height && isFile;
  const symbol = isImage
    ? wrapInImage(plainSymbol, id, { size: facts, hasMask: needs.includes('mask') })
    : plainSymbol;
  const warnings = portabilityWarnings(icon);
  if (isSnapped) {
    warnings.push(diagnose('image-snapped', { file, args: { needs: reasons.join(', ') } }));
  }
  return { symbol, facts, warnings };
}

/** Needs that make the symbol an image; none if it stays plain. */
function imageReasons({ needs, plainSymbol, portable }: PlainSymbol): readonly string[] {
  const unportable = unportableNeeds(needs);
  if (needs.includes('text')) return [...unportable, 'text'];
  return portable && unportable.length > 0 && canBeImage(plainSymbol) ? unportable : [];
}

/** Checks if an image would look the same as the symbol in a page, at all times. */
function canBeImage(symbol: string): boolean {
  return !followsPage(symbol) && !waitsForEvents(symbol);
}

/** Reports content that stays but may look different in some browsers. */
function portabilityWarnings({ file, plainSymbol, needs, portable }: PlainSymbol): Diagnostic[] {
  const missing = unportableNeeds(needs);
  const cannotBePortable = portable && missing.length > 0 && followsPage(plainSymbol);
  const args = { needs: missing.join(', ') };
  return [
    ...(drawsNothing(plainSymbol) ? [diagnose('draws-nothing', { file })] : []),
    ...(needs.includes('text') ? [diagnose('text-element', { file })] : []),
    ...(needs.includes('bitmap') ? [diagnose('raster-image', { file })] : []),
    ...(cannotBePortable ? [diagnose('not-portable', { file, args })] : []),
  ];
}

function drawsNothing(symbol: string): boolean {
  return !symbol.endsWith('</symbol>');
}

function colorKind(colors: readonly string[]): IconFacts['color'] {
  const isMono = colors.length < 2 && !colors.some((color) => /^(gradient|image)$/.test(color));
  return isMono ? 'mono' : 'multi';
}
