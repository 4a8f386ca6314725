import { type Declaration, readDeclarations } from './declarations.ts';

/** SVG properties whose lengths need no unit in quirks mode. Source: Quirks Mode, 3.2. */
const UNITLESS: ReadonlySet<string> = new Set([
  ...['font-size', 'letter-spacing', 'word-spacing', 'text-indent', 'width', 'height'],
]);
const HASHLESS: ReadonlySet<string> = new Set(['color', 'background-color']);
const NUMBER = /^[-+]?(?:\d+|\d*\.\d+)(?:e[-+]?\d+)?$/i;
const LETTER_FIRST = /^[a-f](?:[\da-f]{2}|[\da-f]{5})$/i;
const DIGIT_FIRST = /^\d[\da-f]{0,5}$/i;

/**
 * Reads the `style` attribute of an SVG element, which Blink and WebKit parse in quirks mode in every
 * document. Files of old editors depend on it. Units and `#` are added, so that all browsers render
 * the same.
 *
 * `font-size:12;color:f00` → `font-size`, `12px`; `color`, `#f00`
 */
export function readStyleAttribute(style: string): readonly Declaration[] {
  return readDeclarations(style).map((declaration) => {
    const value = normalizeQuirks(declaration.property, declaration.value);
    return value === declaration.value ? declaration : { ...declaration, value };
  });
}

function normalizeQuirks(property: string, value: string): string {
  if (UNITLESS.has(property) && NUMBER.test(value)) return `${Number(value)}px`;
  if (!HASHLESS.has(property)) return value;
  if (LETTER_FIRST.test(value)) return `#${value}`;
  return DIGIT_FIRST.test(value) ? `#${value.padStart(6, '0')}` : value;
}
