import type { XastElement } from 'svgo';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import type { ColorMode } from '../core/types.ts';
import { parseColor } from '../svg/color.ts';
import { ANIMATIONS, GRADIENTS } from '../svg/elements.ts';
import { CURRENT } from './drawn-paints.ts';
import { elements, holdsElement } from './tree.ts';

/** Why the colors of an icon stay, although another color mode than `keep` was asked for. */
export interface KeptColors {
  /** `colors-kept`: they are meant to. `color-unsupported`: they are written in a way that cannot be changed. */
  readonly code: 'colors-kept' | 'color-unsupported';
  readonly args: Readonly<Record<'mode' | 'reason' | 'fix', string>>;
}

export function diagnoseKept(file: string, { code, args }: KeptColors): Diagnostic {
  return diagnose(code, { file, args });
}

const KEEP = "set color to 'keep' in its metadata";
const AS_HEX = `Write the color as hex, such as #06c, or ${KEEP}.`;

/** Colors of an icon. */
export interface PaintedColors {
  /** Each once. */
  readonly colors: readonly string[];
  /** True if any of them paints markers or patterns. */
  readonly hasDefined: boolean;
}

/**
 * Explains why no color was changed; `undefined` when there is none to change.
 *
 */
export function keptColors(
  svg: XastElement,
  { colors, hasDefined }: PaintedColors,
  mode: Exclude<ColorMode, 'keep'>,
): KeptColors | undefined {
  const own = colors.filter((key) => !CURRENT.test(key));
  const kept = (code: KeptColors['code'], reason: string, fix: string): KeptColors => ({
    code,
    args: { mode, reason, fix },
  });
  const picture = pictureIn(svg);
  if (own.length === 0) {
    if (picture === undefined || colors.length > 0 || hasVariables(svg)) return undefined;
    return kept('colors-kept', `it is painted with ${picture}`, plainFix());
  }
  if (holdsElement(svg, 'style')) {
    return kept(
      'color-unsupported',
      'its style sheet sets colors that would mix with those of the page',
      `Delete rules such as :hover and @media from the file, or ${KEEP}.`,
    );
  }
  if (mode === 'currentColor' && colors.length > 1) {
    return kept(
      'colors-kept',
      `it has ${colors.length} colors (${listed(colors)})`,
      `Set color to 'variables' in its metadata so that the page can set each of them, draw it in one color, or ${KEEP}.`,
    );
  }
  if (picture !== undefined) return kept('colors-kept', `it has ${picture}`, plainFix());
  if (hasDefined) {
    return kept(
      'color-unsupported',
      'it has markers, which cannot take a color from the page',
      `Expand the markers to paths (Illustrator: Object > Expand Appearance; Inkscape: Path > Stroke to Path), or ${KEEP}.`,
    );
  }
  const [only = ''] = own;
  if (parseColor(only)?.kind === 'function') {
    return kept('color-unsupported', `only the browser can compute ${only}`, AS_HEX);
  }
  const isAnimated = [...elements(svg)].some(({ name }) => ANIMATIONS.has(name));
  return isAnimated
    ? kept('colors-kept', 'its color is animated', `Remove the animation of the color, or ${KEEP}.`)
    : kept(
        'color-unsupported',
        'its color is set in a way that cannot be changed',
        `Set it by the attributes fill and stroke, without custom properties, or ${KEEP}.`,
      );
}

function plainFix(): string {
  return `Use plain fills and strokes if it should follow the page, or ${KEEP}.`;
}

/** Finds a paint that is not a single color. */
function pictureIn(svg: XastElement): string | undefined {
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

const MOST_LISTED = 4;

/** `#06c, #c06 and currentColor`; the first ones, if there are many. */
function listed(colors: readonly string[]): string {
  const shown = colors.slice(0, colors.length > MOST_LISTED ? MOST_LISTED - 1 : MOST_LISTED);
  const more = colors.length - shown.length;
  const last = more > 0 ? `${more} more` : shown.pop();
  return `${shown.join(', ')} and ${last}`;
}
