import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { overLimit } from '../core/limits.ts';
import type { ColorMode, Limits, Verification } from '../core/types.ts';
import { problemOfIcon } from '../icon/check-icon.ts';
import { decodeSvg } from '../icon/decode.ts';
import type { TransformedIcon, TransformOptions } from '../icon/transform.ts';
import { unsafeSymbol } from '../icon/unsafe-symbol.ts';
import { type Compare, transformVerified } from '../icon/verify/verify-icon.ts';
import { readIconifyIcon } from './iconify-set.ts';
import { unreadable } from './unreadable.ts';

/** One drawing to work on. */
export interface Job {
  /** Absolute path of the file. */
  readonly path: string;
  /** Its name in the file, where that holds many. */
  readonly entry?: string;
  /** The file to name in diagnostics. */
  readonly file: string;
  /** Id of the symbol. */
  readonly id: string;
  readonly color: ColorMode;
  /** As the icon's metadata say it. Default: as the settings say. */
  readonly verify?: false | number;
  /** Size of the file in bytes, where it has been looked at. */
  readonly size?: number | undefined;
}

/** What all jobs of a build share. */
export interface Settings
  extends Required<Pick<TransformOptions, 'svgo' | 'portable' | 'activeContent'>> {
  readonly limits: Limits;
  readonly verify: Verification | false;
}

/** What became of a drawing: depends on its bytes, its job and the settings alone. */
export interface Worked {
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string;
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** Missing where the drawing has errors. */
  readonly icon?: WorkedIcon;
  readonly diagnostics: readonly Diagnostic[];
}

/** A finished symbol and what is known of it. */
export type WorkedIcon = Omit<TransformedIcon, 'diagnostics'>;

/**
 * Reads, decodes, transforms and proves one drawing.
 *
 * @param compare where its pictures are compared. Default: by threads of the system
 */
export async function workOn(job: Job, settings: Settings, compare?: Compare): Promise<Worked> {
  const bytes = readDrawing(job, settings.limits);
  if (!(bytes instanceof Uint8Array)) return { hash: '', bytes: 0, diagnostics: [bytes] };
  const read = { hash: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  const svg = decodeSvg(bytes, job.file);
  if (typeof svg !== 'string') return { ...read, diagnostics: [svg] };
  const { id, file, color } = job;
  const { verify: usual, ...options } = settings;
  const verify = verificationOf(job, usual);
  const { value, diagnostics } = await transformVerified(
    svg,
    { ...options, id, file, color },
    verify,
    compare,
  );
  if (!value) return { ...read, diagnostics };
  const { symbol, plainSymbol, facts } = value;
  const icon = { symbol, plainSymbol, facts };
  const reason = problemOfIcon(icon, id);
  if (reason === undefined) return { ...read, icon, diagnostics };
  return { ...read, diagnostics: [...diagnostics, unsafeSymbol(file, reason, 'made')] };
}

function verificationOf({ verify }: Job, usual: Verification | false): Verification | false {
  if (verify === undefined || usual === false) return usual;
  return verify === false ? false : { ...usual, tolerance: verify };
}

/** Not by promises: on a thread of its own that only takes longer. */
function readDrawing({ path, entry, file, size }: Job, limits: Limits): Buffer | Diagnostic {
  try {
    if (entry !== undefined) {
      const bytes = readIconifyIcon(path, entry);
      return bytes.length > limits.bytes ? overLimit(file, 'bytes', limits) : bytes;
    }
    // Asked first, so that a huge file is not read only to be refused.
    const found = size === undefined ? statSync(path) : undefined;
    if (found && !found.isFile()) {
      return diagnose('file-unreadable', { file, args: { reason: 'it is not a regular file.' } });
    }
    if ((size ?? found?.size ?? 0) > limits.bytes) return overLimit(file, 'bytes', limits);
    return readFileSync(path);
  } catch (error) {
    return unreadable(file, error as NodeJS.ErrnoException);
  }
}
