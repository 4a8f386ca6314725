import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BuildError } from '../core/errors.ts';
import type { Source } from '../core/types.ts';
import { decodeSvg } from '../icon/source/decode.ts';
import { encodeSvg } from '../icon/source/encode.ts';
import { commitProjectFiles } from './commit-files.ts';

/** Reads the text of a source file; `undefined` if it has changed since the build or is gone. */
export function readSvgSource({ hash, file }: Source, cwd: string): string | undefined {
  try {
    const bytes = readFileSync(resolve(cwd, file));
    if (createHash('sha256').update(bytes).digest('hex') !== hash) return undefined;
    const text = decodeSvg(bytes, file);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Text of a source file before and after a change. */
export interface TextChange {
  readonly before: string;
  readonly after: string;
}

/**
 * Writes changed texts into their files atomically, each in its own encoding: an error leaves all
 * files unchanged.
 *
 * @param texts by path relative to the working folder
 * @returns reasons why files were left unchanged, by file
 * @throws {BuildError} when a file cannot be written.
 */
export function writeSvgSources(
  texts: ReadonlyMap<string, TextChange>,
  cwd: string,
): ReadonlyMap<string, string> {
  const refused = new Map<string, string>();
  const ops = [...texts].flatMap(([file, { before, after }]) => {
    const target = resolve(cwd, file);
    const bytes = readFileSync(target);
    if (decodeSvg(bytes, file) !== before) {
      refused.set(file, 'it has changed meanwhile');
      return [];
    }
    const encoded = encodeSvg(after, bytes);
    if (!encoded) {
      refused.set(file, 'they cannot be written in its encoding');
      return [];
    }
    return [{ target, file, before: () => bytes, after: () => encoded }];
  });
  try {
    commitProjectFiles(ops);
  } catch (error) {
    throw error instanceof BuildError ? withSourceHint(error) : error;
  }
  return refused;
}

/** Replaces the hint: outputs can be written elsewhere, source files cannot. */
function withSourceHint({ diagnostics }: BuildError): BuildError {
  const hint =
    'Check that you may write to the source file and its folder, and that the disk has free space.';
  return new BuildError(diagnostics.map((each) => ({ ...each, hint })));
}
