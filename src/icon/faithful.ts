import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { drawingOfSymbol } from '../core/symbol.ts';
import type { Checked, Verification } from '../core/types.ts';
import type { Picture } from './compare.ts';
import { GENTLER, type Gentleness, UNOPTIMIZED } from './gentler.ts';
import { hasElement } from './source-text.ts';
import { type TransformOptions, type TriedIcon, tryTransformIcon } from './transform.ts';

/**
 * Transforms an icon and holds the symbol against the drawing, as pictures. Where they differ, the
 * icon is optimized again, gentler step by step, and told of; where even the last step differs, it
 * is an error that carries the pictures.
 */
export async function transformFaithfully(
  svg: string,
  options: TransformOptions,
  verification: Verification | false,
): Promise<Checked<TriedIcon | undefined>> {
  const usual = await tryTransformIcon(svg, options);
  if (!verification || !usual.value) return usual;
  const file = options.file ?? `${options.id}.svg`;
  // Where a bitmap was left out on purpose, the drawing as it came is no measure.
  const isWhole = !usual.diagnostics.some(({ code }) => code === 'bitmap-unreadable');
  const proof = await createProof(svg, options, usual.value, verification, isWhole);
  let look = await proof?.(usual.value);
  if (!proof || !look) return withTold(usual, notProven(file, 'it cannot be rendered here'));
  if (look.share <= verification.tolerance) return usual;

  for (const step of GENTLER) {
    const gentler = await tryTransformIcon(svg, options, step);
    if (!gentler.value) return gentler;
    look = (await proof(gentler.value)) ?? look;
    if (look.share <= verification.tolerance) {
      return withTold(gentler, tellStep(step, file, gentler.value, usual.value));
    }
  }
  if (hasElement(svg, 'style')) {
    // resvg knows less of CSS than browsers do, so it may be the drawing that it draws wrong.
    const own = await createProof(svg, options, usual.value, verification, false);
    const again = await own?.(usual.value);
    if (again && again.share <= verification.tolerance) {
      const unproven = notProven(file, 'its style sheet is read in two ways');
      return withTold(usual, { ...unproven, picture: await look.picture() });
    }
  }
  const percent = (look.share * 100).toFixed(1);
  const differs = diagnose('picture-differs', { file, args: { percent } });
  const { diagnostics } = usual;
  return withTold({ value: undefined, diagnostics }, { ...differs, picture: await look.picture() });
}

function notProven(file: string, reason: string): Diagnostic {
  return diagnose('not-proven', { file, args: { reason } });
}

function withTold<T>({ value, diagnostics }: Checked<T>, told: Diagnostic): Checked<T> {
  return { value, diagnostics: [...diagnostics, told] };
}

/** A symbol held against its drawing. */
interface Look {
  /** Largest share of pixels that differ. */
  readonly share: number;
  /** PNG of before, after and difference. */
  readonly picture: () => Promise<Uint8Array>;
}

type Proof = (icon: TriedIcon) => Promise<Look | undefined>;

/** Renders the drawing once, for all steps. `undefined` where there is nothing to hold against. */
async function createProof(
  svg: string,
  options: TransformOptions,
  { plainSymbol, facts, source }: TriedIcon,
  { sides, tolerance }: Verification,
  trustsSource: boolean,
): Promise<Proof | undefined> {
  const { comparisonPng, difference, judges, needsCare, render } = await import('./compare.ts');
  const shape = {
    isWide: facts.width >= facts.height,
    hasText: hasElement(svg, 'text'),
    isRisky: needsCare(svg) || needsCare(plainSymbol),
  };
  const renderAll = async (drawing: string): Promise<readonly Picture[] | undefined> =>
    Promise.all(sides.map((side) => render(drawing, { side, ...shape }))).catch(() => undefined);

  const asSource = (icon: TriedIcon) => drawingOf(icon, options.id, source.sizeAttributes);
  let before = trustsSource && judges(svg) ? await renderAll(svg) : undefined;
  if (!before) {
    const { value } = await tryTransformIcon(svg, options, UNOPTIMIZED);
    before = value && (await renderAll(asSource(value)));
  }
  if (!before) return undefined;

  const pictures = before;
  return async (icon) => {
    const after = await renderAll(asSource(icon));
    if (!after) return undefined;
    const shares = pictures.map((picture, index) => difference(picture, after[index] as Picture));
    const worst = shares.findIndex((share) => share > tolerance);
    const shown = Math.max(worst, 0);
    return {
      share: Math.max(...shares),
      picture: () => comparisonPng(pictures[shown] as Picture, after[shown] as Picture),
    };
  };
}

/**
 * The plain symbol as a drawing that is laid out and colored as the source is: with its width and
 * height, its color where it would follow the page's, and variables at their defaults. Plain, since
 * an image around it only sets it apart, and resvg smooths clips and effects in images in its own way.
 */
function drawingOf(
  { plainSymbol, recolored }: TriedIcon,
  id: string,
  sizeAttributes: string,
): string {
  const color = recolored === undefined ? '' : ` color="${recolored}"`;
  const drawing = drawingOfSymbol(plainSymbol, id, sizeAttributes + color);
  return drawing.replace(/var\(--icon-\d+,([^()]*(?:\([^()]*\))?)\)/g, '$1');
}

function tellStep(
  { about }: Gentleness,
  file: string,
  gentler: TriedIcon,
  usual: TriedIcon,
): Diagnostic {
  const cost = Buffer.byteLength(gentler.symbol) - Buffer.byteLength(usual.symbol);
  return diagnose('optimized-gently', { file, args: { about, cost: String(cost) } });
}
