import { type Diagnostic, isDiagnosticCode } from '../../core/diagnostics.ts';
import {
  bytes,
  count,
  type Decoder,
  list,
  object,
  oneOf,
  optional,
  satisfying,
  text,
} from './decode.ts';

/** Diagnostic in JSON, with its picture in base64. */
export type EncodedDiagnostic = Omit<Diagnostic, 'picture'> & { readonly picture?: string };

export function encodeDiagnostic({ picture, ...rest }: Diagnostic): EncodedDiagnostic {
  return picture ? { ...rest, picture: Buffer.from(picture).toString('base64') } : rest;
}

/** Decodes the output of {@link encodeDiagnostic}. */
export const diagnosticDecoder: Decoder<Diagnostic> = object<Diagnostic>({
  code: satisfying(isDiagnosticCode, 'the code of a problem'),
  severity: oneOf('error', 'warning', 'info'),
  file: text,
  where: optional(object({ line: count, column: count })),
  message: text,
  hint: text,
  picture: optional(bytes),
  fixable: optional(satisfying((value): value is true => value === true, 'true')),
  fixLabel: optional(text),
  others: optional(list(text)),
});
