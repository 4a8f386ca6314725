import { symbolAt } from './check-sprite.ts';
import { pageRecord } from './page.ts';
import { reportProblem } from './report-problem.ts';

/** Props for the appearance of an icon; frameworks spell attributes in two ways. */
export interface RequestedStyle {
  readonly color?: unknown;
  readonly stroke?: unknown;
  readonly strokeWidth?: unknown;
  readonly 'stroke-width'?: unknown;
}

/** Reason why a symbol ignores a prop, and its fix. */
interface IgnoredReason {
  readonly reason: string;
  readonly fix: string;
}

const CURRENT_COLOR =
  "Set color: 'currentColor' in the configuration or in the icon's metadata, and build again. Icons in several colors take a list, with color: 'variables'.";

/** Reports, once and later, props that the symbol of an icon ignores. */
export function checkIgnoredProps(href: string, name: string, requested: RequestedStyle): void {
  const width = requested.strokeWidth ?? requested['stroke-width'];
  const { color, stroke } = requested;
  const checks: [
    property: string,
    value: unknown,
    why: (symbol: string) => IgnoredReason | undefined,
  ][] = [
    ['color', color, typeof color === 'string' ? whyNoColor : whyNoColors],
    ['stroke', stroke, whyNoStroke],
    ['stroke-width', width, (symbol) => whyNoWidth(symbol, { isStroked: stroke !== undefined })],
  ];
  for (const [property, value, why] of checks) {
    const key = `${href} ${property} ${typeof value}`;
    if (value == null || pageRecord().told.has(key)) continue;
    pageRecord().told.add(key);
    symbolAt(href).then((symbol) => {
      const reason = symbol === '' ? undefined : why(symbol);
      if (reason) reportProblem('prop-ignored', { name, property, ...reason });
    });
  }
}

function whyNoColor(symbol: string): IgnoredReason | undefined {
  if (symbol.includes('currentColor')) return undefined;
  return symbol.includes('var(--icon-')
    ? { reason: 'it has several colors', fix: "Give a list, such as color={['#123', 'gold']}." }
    : { reason: 'its colors are fixed', fix: CURRENT_COLOR };
}

function whyNoColors(symbol: string): IgnoredReason | undefined {
  if (symbol.includes('var(--icon-')) return undefined;
  return symbol.includes('currentColor')
    ? { reason: 'it has one color, and a list was given', fix: 'Give a single color.' }
    : { reason: 'its colors are fixed', fix: CURRENT_COLOR };
}

function whyNoStroke(symbol: string): IgnoredReason | undefined {
  if (!setsProperty(symbol, 'stroke')) return undefined;
  return {
    reason: 'its lines have a color of their own',
    fix: symbol.includes('currentColor') ? 'Set the prop color.' : CURRENT_COLOR,
  };
}

function whyNoWidth(
  symbol: string,
  { isStroked }: { readonly isStroked: boolean },
): IgnoredReason | undefined {
  if (setsProperty(symbol, 'stroke-width')) {
    const fix = 'Remove stroke-width from the source file, and set it where the icon is used.';
    return { reason: 'its lines have a width of their own', fix };
  }
  if (isStroked || setsProperty(symbol, 'stroke')) return undefined;
  return {
    reason: 'it is drawn without lines',
    fix: 'Remove the prop, or draw the icon with strokes.',
  };
}

/** True if anything in a symbol sets a property to another value than `none`. */
function setsProperty(symbol: string, property: string): boolean {
  return new RegExp(`\\b${property}\\s*[=:]\\s*["']?\\s*(?!none)\\w`).test(
    symbol.replace(new RegExp(`${property}-`, 'g'), ''),
  );
}
