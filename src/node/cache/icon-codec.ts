import { isError } from '../../core/diagnostics.ts';
import type { ChosenPrecision, IconFacts, IconTraits, Need } from '../../core/types.ts';
import type { ProcessResult } from '../process-icon.ts';
import {
  count,
  DecodeError,
  type Decoder,
  finite,
  list,
  matching,
  numbers,
  object,
  oneOf,
  optional,
  satisfying,
  text,
  texts,
} from './decode.ts';
import { diagnosticDecoder, encodeDiagnostic } from './diagnostic-codec.ts';

const NEEDS: Record<Need, true> = {
  animation: true,
  bitmap: true,
  'clip-path': true,
  filter: true,
  gradient: true,
  marker: true,
  mask: true,
  pattern: true,
  style: true,
  text: true,
};

const LENGTH = satisfying(
  (value): value is number => Number.isFinite(value) && (value as number) > 0,
  'a length',
);
/** A viewBox as `sizeOf` writes it: plain decimals, not empty. */
const VIEW_BOX = satisfying((value): value is string => {
  if (typeof value !== 'string' || !/^-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+$/.test(value)) return false;
  const [x, y, width, height] = value.split(' ').map(Number);
  return Number.isFinite(x) && Number.isFinite(y) && Number(width) > 0 && Number(height) > 0;
}, 'a viewBox');
/** Hex, names, functions and variables: no markup and no invisible characters. */
const COLOR = /^[ !-%'-;=?-~\u00a1-\u1fff\u2070-\ufefe\uff00-\uffef]+$/;

export const factsDecoder: Decoder<IconFacts> = object<IconFacts>({
  viewBox: VIEW_BOX,
  width: LENGTH,
  height: LENGTH,
  color: oneOf('mono', 'multi'),
  colors: list(matching(COLOR, 'a color')),
  needs: list(oneOf(...(Object.keys(NEEDS) as Need[]))),
  form: oneOf('symbol', 'image'),
  title: text,
  precision: optional(object<ChosenPrecision>({ digits: count, saved: finite })),
  traits: optional(
    object<IconTraits>({
      widths: numbers,
      caps: texts,
      joins: texts,
      colors: list(matching(COLOR, 'a color')),
      paint: oneOf('lines', 'areas', 'both', 'none'),
    }),
  ),
});

/** Cached result of an icon; the file that its diagnostics name is set by the caller. */
export type CachedIcon = Required<Pick<ProcessResult, 'bytes' | 'icon' | 'diagnostics'>>;

/** Converts a result to JSON. */
export function encodeIcon({ bytes, icon, diagnostics }: CachedIcon): unknown {
  const { symbol, plainSymbol, facts } = icon;
  const plain = plainSymbol === symbol ? {} : { plainSymbol };
  const encoded = diagnostics.map(encodeDiagnostic);
  return { bytes, icon: { symbol, ...plain, facts }, diagnostics: encoded };
}

interface EncodedSymbols {
  readonly symbol: string;
  /** Missing if it equals the symbol. */
  readonly plainSymbol?: string;
  readonly facts: IconFacts;
}

const encodedIconDecoder = object<Omit<CachedIcon, 'icon'> & { readonly icon: EncodedSymbols }>({
  bytes: count,
  icon: object<EncodedSymbols>({ symbol: text, plainSymbol: optional(text), facts: factsDecoder }),
  diagnostics: list(diagnosticDecoder),
});

/** Decodes the output of {@link encodeIcon}. Icons with errors are not cached, so errors are rejected. */
export const cachedIconDecoder: Decoder<CachedIcon> = (value) => {
  const { bytes, icon, diagnostics } = encodedIconDecoder(value);
  if (diagnostics.some(isError)) throw new DecodeError('an icon without errors');
  return { bytes, icon: { ...icon, plainSymbol: icon.plainSymbol ?? icon.symbol }, diagnostics };
};
