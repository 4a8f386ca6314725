import type { XastElement } from 'svgo';
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import type { ColorMode } from '../../core/types.ts';
import { parseColor } from '../../svg/color.ts';
import { ANIMATIONS, GRADIENTS } from '../../svg/elements.ts';
import { containsElement, elements } from '../tree.ts';
import { CURRENT_COLOR } from './drawn-paints.ts';

/** Reason why the colors of an icon stay although the color mode is not `keep`. */
export interface KeptColors {
  /**
   * `colors-kept`: the colors are part of the picture. `color-unsupported`: their spelling cannot
   * be replaced.
   */
  readonly code: 'colors-kept' | 'color-unsupported';
  readonly args: Readonly<Record<'mode' | 'reason' | 'fix', string>>;
}

export function diagnoseKeptColors(file: string, { code, args }: KeptColors): Diagnostic {
  return diagnose(code, { file, args });
}

const KEEP_HINT = "set color to 'keep' in its metadata";
const HEX_HINT = `Write the color as hex, such as #06c, or ${KEEP_HINT}.`;

/** Colors of an icon. */
export interface PaintedColors {
  /** Each once. */
  readonly colors: readonly string[];
  /** True if any of them paints markers or patterns. */
  readonly hasDefinitionPaint: boolean;
}

/** Explains why no color was changed; `undefined` if there is none to change. */
export function explainKeptColors(
  svg: XastElement,
  { colors, hasDefinitionPaint }: PaintedColors,
  mode: Exclude<ColorMode, 'keep'>,
): KeptColors | undefined {
  const ownColors = colors.filter((key) => !CURRENT_COLOR.test(key));
  const explain = (code: KeptColors['code'], reason: string, fix: string): KeptColors => ({
    code,
    args: { mode, reason, fix },
  });
  const nonColorPaint = nonColorPaintIn(svg);
  if (ownColors.length === 0) {
    if (nonColorPaint === undefined || colors.length > 0 || hasVariables(svg)) return undefined;
    return explain('colors-kept', `it is painted with ${nonColorPaint}`, plainHint());
  }
  if (containsElement(svg, 'style')) {
    return explain(
      'color-unsupported',
      'its style sheet sets colors that would mix with those of the page',
      `Delete rules such as :hover and @media from the file, or ${KEEP_HINT}.`,
    );
  }
  if (mode === 'currentColor' && colors.length > 1) {
    return explain(
      'colors-kept',
      `it has ${colors.length} colors (${formatColors(colors)})`,
      `Set color to 'variables' in its metadata so that the page can set each of them, draw it in one color, or ${KEEP_HINT}.`,
    );
  }
  if (nonColorPaint !== undefined)
    return explain('colors-kept', `it has ${nonColorPaint}`, plainHint());
  if (hasDefinitionPaint) {
    return explain(
      'color-unsupported',
      'it has markers, which cannot take a color from the page',
      `Expand the markers to paths (Illustrator: Object > Expand Appearance; Inkscape: Path > Stroke to Path), or ${KEEP_HINT}.`,
    );
  }
  const [only = ''] = ownColors;
  if (parseColor(only)?.kind === 'function') {
    return explain('color-unsupported', `only the browser can compute ${only}`, HEX_HINT);
  }
  const isAnimated = [...elements(svg)].some(({ name }) => ANIMATIONS.has(name));
  return isAnimated
    ? explain(
        'colors-kept',
        'its color is animated',
        `Remove the animation of the color, or ${KEEP_HINT}.`,
      )
    : explain(
        'color-unsupported',
        'its color is set in a way that cannot be changed',
        `Set it by the attributes fill and stroke, without custom properties, or ${KEEP_HINT}.`,
      );
}

function plainHint(): string {
  return `Use plain fills and strokes if it should follow the page, or ${KEEP_HINT}.`;
}

/** Finds a paint that is not a single color. */
function nonColorPaintIn(svg: XastElement): string | undefined {
  const names = new Set([...elements(svg)].map(({ name }) => name));
  if (names.has('image')) return 'a bitmap or an embedded image';
  if ([...GRADIENTS].some((name) => names.has(name))) return 'a gradient';
  return names.has('pattern') ? 'a pattern' : undefined;
}

/** Checks if the page can already set colors. */
function hasVariables(svg: XastElement): boolean {
  return [svg, ...elements(svg)].some(({ attributes }) =>
    Object.values(attributes).some((value) => value.includes('var(--icon-')),
  );
}

const MAX_LISTED = 4;

/** `#06c, #c06 and currentColor`; the first ones, if there are many. */
function formatColors(colors: readonly string[]): string {
  const listedColors = colors.slice(0, colors.length > MAX_LISTED ? MAX_LISTED - 1 : MAX_LISTED);
  const more = colors.length - listedColors.length;
  const last = more > 0 ? `${more} more` : listedColors.pop();
  return `${listedColors.join(', ')} and ${last}`;
}
