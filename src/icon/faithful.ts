import { type Diagnostic, type DiagnosticCode, diagnose } from '../core/diagnostics.ts';
import { drawingOfSymbol } from '../core/symbol.ts';
import type { Checked, Verification } from '../core/types.ts';
import type { Comparison, Pair } from './compare.ts';
import { GENTLER, type Gentleness, UNOPTIMIZED } from './gentler.ts';
import { withoutIsolation } from './isolate.ts';
import { judges } from './judges.ts';
import { needsCare } from './render-safely.ts';
import { respelled } from './respelled.ts';
import { hasElement } from './source-text.ts';
import { type TransformOptions, type TriedIcon, tryTransformIcon } from './transform.ts';

/** Renders two drawings and tells how far they differ; where, and on which thread, is its own. */
export type Compare = (pair: Pair) => Promise<Comparison>;

/** By threads of the system. */
const compareHere: Compare = async (pair) => (await import('./compare.ts')).compare(pair);

/**
 * Transforms an icon and holds the symbol against the drawing, as pictures. Where they differ, the
 * icon is optimized again, gentler step by step, and told of; where even the last step differs, it
 * is an error that carries the pictures.
 */
export async function transformFaithfully(
  svg: string,
  options: TransformOptions,
  verification: Verification | false,
  compare: Compare = compareHere,
): Promise<Checked<TriedIcon | undefined>> {
  const usual = await tryTransformIcon(svg, options);
  if (!verification || !usual.value) return usual;
  const file = options.file ?? `${options.id}.svg`;
  // Where something was left out on purpose, the drawing as it came is no measure.
  const isWhole = !usual.diagnostics.some(({ code }) => NOT_WHOLE.has(code));
  const basis = { ...verification, isWhole, compare };
  let proof = createProof(svg, options, usual.value, basis);
  let look = await proof(usual.value);
  if (!look) return withTold(usual, notProven(file, 'it cannot be rendered here'));
  if (look.share <= verification.tolerance) return usual;

  const plain = await respelled(svg);
  if (plain !== undefined) {
    const plainProof = createProof(plain, options, usual.value, basis);
    const again = await plainProof(usual.value);
    if (again && again.share <= verification.tolerance) return usual;
    if (again && again.share < look.share) [proof, look] = [plainProof, again];
  }
  for (const step of GENTLER) {
    const gentler = await tryTransformIcon(svg, options, step);
    if (!gentler.value) return gentler;
    look = (await proof(gentler.value)) ?? look;
    if (look.share <= verification.tolerance) {
      return withTold(gentler, tellStep(step, file, gentler.value, usual.value));
    }
  }
  const reason = hasElement(svg, 'style')
    ? 'its style sheet is read in two ways'
    : holdsDrawing(svg) && 'the SVG image in it is read in two ways';
  if (reason) {
    // resvg knows less of CSS and of images than browsers do, so it may be the drawing that it
    // draws wrong.
    const own = { ...basis, isWhole: false };
    const again = await createProof(svg, options, usual.value, own)(usual.value);
    if (again && again.share <= verification.tolerance) {
      const unproven = notProven(file, reason);
      return withTold(usual, { ...unproven, picture: await look.picture() });
    }
  }
  const percent = (look.share * 100).toFixed(1);
  const differs = diagnose('picture-differs', { file, args: { percent } });
  const { diagnostics } = usual;
  return withTold({ value: undefined, diagnostics }, { ...differs, picture: await look.picture() });
}

/** Whether one of its images is an SVG. */
function holdsDrawing(svg: string): boolean {
  return /data:\s*image\/svg/i.test(svg);
}
const NOT_WHOLE: ReadonlySet<DiagnosticCode> = new Set(['bitmap-unreadable', 'circular-reference']);

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

/** What a proof is by. */
interface Basis extends Verification {
  /** Whether the drawing as it came can be the measure. */
  readonly isWhole: boolean;
  readonly compare: Compare;
}

/** A proof gives `undefined` where there is nothing to hold against. */
function createProof(
  svg: string,
  options: TransformOptions,
  usual: TriedIcon,
  { sides, tolerance, isWhole, compare }: Basis,
): Proof {
  const { facts, source } = usual;
  const asSource = (icon: TriedIcon) => drawingOf(icon, options.id, source.sizeAttributes);
  const shape = {
    sides,
    isWide: facts.width >= facts.height,
    hasText: hasElement(svg, 'text'),
    isRisky: needsCare(svg) || needsCare(asSource(usual)),
  };
  const cleaned = async () => {
    const { value } = await tryTransformIcon(svg, options, UNOPTIMIZED);
    return value && asSource(value);
  };
  let before = isWhole && judges(svg) ? svg : undefined;
  let isCleaned = false;

  async function compareWith(after: string): Promise<Comparison | undefined> {
    const shares = before === undefined ? 'before' : await compare({ ...shape, before, after });
    if (shares !== 'before' || isCleaned) return shares;
    before = await cleaned();
    isCleaned = true;
    return before === undefined ? undefined : compare({ ...shape, before, after });
  }

  return async (icon) => {
    const after = asSource(icon);
    const shares = await compareWith(after);
    if (before === undefined || shares === undefined || typeof shares === 'string')
      return undefined;
    const pair = { ...shape, before, after };
    const worst = Math.max(
      shares.findIndex((share) => share > tolerance),
      0,
    );
    return {
      share: Math.max(...shares),
      async picture() {
        const { comparisonPng } = await import('./compare.ts');
        return comparisonPng(pair, sides[worst] as number);
      },
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
  return withoutIsolation(drawing).replace(/var\(--icon-\d+,([^()]*(?:\([^()]*\))?)\)/g, '$1');
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
