import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../../core/diagnostics.ts';

/** Problem whose picture, if any, is saved in a file. */
export interface ReportedDiagnostic extends Omit<Diagnostic, 'picture'> {
  /** Path of a PNG. */
  readonly pictureFile?: string;
}

/** Saves the pictures of problems in a temporary folder. */
export function savePictures(diagnostics: readonly Diagnostic[]): readonly ReportedDiagnostic[] {
  const needsFolder = diagnostics.some(({ picture }) => picture !== undefined);
  const folder = needsFolder ? mkdtempSync(join(tmpdir(), 'iconloom-')) : '';
  return diagnostics.map(({ picture, ...diagnostic }) => {
    if (!picture) return diagnostic;
    const pictureFile = join(folder, `${diagnostic.file.replace(/[^\w.-]+/g, '_')}.png`);
    writeFileSync(pictureFile, picture);
    return { ...diagnostic, pictureFile };
  });
}
