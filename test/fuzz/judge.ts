import { SaxesParser } from 'saxes';
import { symbolToSvg } from '../../src/core/symbol.ts';
import type { ColorMode } from '../../src/core/types.ts';
import { checkIcon } from '../../src/icon/check/check-icon.ts';
import { tryTransformIcon } from '../../src/icon/transform.ts';
import { PRIVATE, TYPEFACE } from './words.ts';

/** Outcome of one input. */
export interface Verdict {
  /** `built`, or the code of the first error. */
  readonly code: string;
  /** Failures, each begins with its kind: `crash`, `malformed`, `unsafe`, `private`, `again`. */
  readonly flaws: readonly string[];
  /** Finished symbol, as it stands in sprites and, if text is not in it, in other layouts. */
  readonly symbols?: readonly string[];
}

/** Transforms one input and checks the outcome by independent means. */
export async function judge(svg: string, id: string, color: ColorMode = 'keep'): Promise<Verdict> {
  const options = { id, file: 'icon.svg', color, activeContent: 'remove' } as const;
  try {
    const { value, diagnostics } = await tryTransformIcon(svg, options);
    const error = diagnostics.find(({ severity }) => severity === 'error');
    // No plugin of a user is there to fail.
    if (error?.code === 'plugin-failed')
      return { code: 'crash', flaws: [`crash: ${error.message}`] };
    if (!value) {
      return error
        ? { code: error.code, flaws: [] }
        : { code: 'silent', flaws: ['crash: refused without an error'] };
    }
    const { symbol, plainSymbol, facts } = value;
    const problem = checkIcon(value, id);
    const words = { hasText: facts.needs.includes('text') };
    const flaws = [
      ...(problem === undefined ? [] : [`unsafe: ${problem}`]),
      ...flawsOf(symbol, words),
      ...(symbol === plainSymbol ? [] : flawsOf(plainSymbol, words)),
      ...(await flawsOfSecond(plainSymbol, id)),
    ];
    // Where text is drawn, it stands in an image; the plain symbol is for other layouts.
    const isDrawn = plainSymbol.includes('<text');
    const symbols = isDrawn ? [symbol] : [...new Set([symbol, plainSymbol])];
    return { code: 'built', flaws, symbols };
  } catch (error) {
    return { code: 'crash', flaws: [`crash: ${(error as Error).stack ?? error}`] };
  }
}

/** What comes out must be good enough to go in. */
async function flawsOfSecond(plainSymbol: string, id: string): Promise<string[]> {
  const drawing = symbolToSvg(plainSymbol, id);
  const { value, diagnostics } = await tryTransformIcon(drawing, { id, portable: false });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error) return [`again: ${error.code} ${error.message}`];
  const problem = value && checkIcon(value, id);
  return problem === undefined ? [] : [`again: ${problem}`];
}

interface Expected {
  readonly hasText: boolean;
}

const TEXT_ELEMENTS = /^(text|tspan|textPath)$/;

/** By an XML parser that shares nothing with the one of the transform. */
function flawsOf(symbol: string, expected: Expected): string[] {
  const flaws: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const open: string[] = [];
  parser.on('error', (error) => void flaws.push(`malformed: ${error.message}`));
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name);
    flaws.push(...flawsOfWords(name, expected));
    for (const [attribute, { value }] of Object.entries(attributes)) {
      const shown = expected.hasText ? withoutFonts(attribute, value) : value;
      flaws.push(...flawsOfWords(attribute, expected), ...flawsOfValue(shown, expected));
    }
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    const name = open.at(-1) ?? '';
    if (!TEXT_ELEMENTS.test(name)) flaws.push(...flawsOfWords(text, expected));
  });
  parser.on('comment', () => void flaws.push('private: a comment'));
  parser.on('processinginstruction', () => void flaws.push('private: a processing instruction'));
  parser.write(symbol.replace(/^<symbol/, '<symbol xmlns="http://www.w3.org/2000/svg"')).close();
  return [...new Set(flaws)];
}

function flawsOfValue(value: string, expected: Expected): string[] {
  const svg = /^data:image\/svg\+xml,(.*)$/s.exec(value)?.[1];
  if (svg === undefined) return flawsOfWords(value, expected);
  const inner = decodeURIComponent(svg);
  const flaws = flawsOf(inner, {
    // An image may draw text whatever stands around it.
    hasText: inner.includes('<text'),
  });
  return flaws.map((flaw) => flaw.replace(': ', ': in an image, '));
}

/** Text is drawn in fonts that have names. */
function withoutFonts(attribute: string, value: string): string {
  if (/^font(?:-family)?$/.test(attribute)) return '';
  return attribute === 'style' ? value.replace(/(^|;)font(?:-family)?:[^;]*/g, '') : value;
}

function flawsOfWords(text: string, { hasText }: Expected): string[] {
  // Names of variables stay, since that is how a page sets an icon's colors.
  const plain = unescaped(text)
    .replace(/var\(\s*--[^\s,()]+/gi, 'var(')
    .toUpperCase();
  const words = hasText ? [PRIVATE] : [PRIVATE, TYPEFACE];
  return [...words, 'LEAK.INVALID'].flatMap((word) =>
    plain.includes(word) ? [`private: ${word} in ${text.slice(0, 60)}`] : [],
  );
}

/** Escapes of CSS and of addresses written out. */
function unescaped(text: string): string {
  return text
    .replace(/\\([\da-f]{1,6})\s?/gi, (_, hex: string) => {
      return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff));
    })
    .replace(/\\/g, '')
    .replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
