import { asEmbeddedImageDiagnostic, type Diagnostic } from '../core/diagnostics.ts';
import type { Limits } from '../core/types.ts';
import { unwrapImage } from './image-form.ts';
import { checkSource } from './source/check-source.ts';

/** Text to transform: the source, or the SVG inside if the source only shows it as an image. */
export interface SourceInput {
  readonly svg: string;
  /** True if the file only shows the SVG as an image. */
  readonly isImage: boolean;
  /** Reason that it cannot be used. */
  readonly rejection: Diagnostic | undefined;
}

/** Context of the input. */
export interface InputOptions {
  readonly file: string;
  readonly limits: Limits;
  /** True for a file, false for an SVG image embedded in one. */
  readonly isFile: boolean;
}

export function readInput(text: string, { file, limits, isFile }: InputOptions): SourceInput {
  const inner = isFile ? unwrapImage(text) : undefined;
  const problem = checkSource(inner ?? text, file, limits);
  const rejection =
    inner === undefined
      ? problem
      : (checkSource(text, file, limits) ?? (problem && asEmbeddedImageDiagnostic(problem)));
  // As XML reads them; the parser does not. Source: XML 1.0, 2.11.
  const input = inner ?? text;
  const svg = input.includes('\r') ? input.replace(/\r\n?/g, '\n') : input;
  return { svg, isImage: inner !== undefined, rejection };
}
