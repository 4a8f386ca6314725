import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { tooLargeDiagnostic } from '../core/limits.ts';
import type { ColorMode, Limits, VerificationSettings } from '../core/types.ts';
import { checkIcon } from '../icon/check/check-icon.ts';
import { unsafeSymbol } from '../icon/check/unsafe-symbol.ts';
import { decodeSvg } from '../icon/source/decode.ts';
import type { TransformedIcon, TransformOptions } from '../icon/transform.ts';
import { type Compare, transformVerified } from '../icon/verify/verify-icon.ts';
import { tryMeasureTraits } from '../lint/traits.ts';
import type { IconifySets } from './iconify-sets.ts';
import { unreadableDiagnostic } from './unreadable.ts';

/** Icon to process. */
export interface Job {
  /** Absolute path of the file. */
  readonly path: string;
  /** Name of the icon in a file that has many, such as an Iconify set. */
  readonly entry?: string;
  /** File that diagnostics name. */
  readonly file: string;
  /** Id of the symbol. */
  readonly id: string;
  readonly color: ColorMode;
  /** Setting from the icon's metadata. Default: that of the job settings. */
  readonly verify?: false | number;
  /** Size of the file in bytes, if known. */
  readonly size?: number | undefined;
}

/** Settings that all jobs of a build share. */
export interface JobSettings
  extends Required<Pick<TransformOptions, 'svgo' | 'portable' | 'activeContent'>> {
  readonly limits: Limits;
  readonly verify: VerificationSettings | false;
  /** `auto`: as few digits as the picture of each icon allows. */
  readonly precision: 'fixed' | 'auto';
}

/** Result of processing an icon; depends on its bytes, its job and the settings alone. */
export interface ProcessResult {
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string;
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** Missing if the source file has errors. */
  readonly icon?: ProcessedIcon;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finished symbol and its facts. */
export type ProcessedIcon = Omit<TransformedIcon, 'diagnostics'>;

/**
 * Reads, decodes, transforms and verifies one icon.
 *
 * @param compare compares renderings. Default: on the system's thread pool
 * @param sets Iconify sets of the thread
 */
export async function processIcon(
  job: Job,
  settings: JobSettings,
  compare: Compare | undefined,
  sets: IconifySets,
): Promise<ProcessResult> {
  const bytes = readSource(job, settings.limits, sets);
  if (!(bytes instanceof Uint8Array)) return { hash: '', bytes: 0, diagnostics: [bytes] };
  const fileInfo = { hash: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  const svg = decodeSvg(bytes, job.file);
  if (typeof svg !== 'string') return { ...fileInfo, diagnostics: [svg] };
  const { id, file, color } = job;
  const { verify: defaultVerification, precision, ...shared } = settings;
  const verification = verificationOf(job, defaultVerification);
  const options = { ...shared, id, file, color };
  const { value, diagnostics } =
    precision === 'auto'
      ? await (await import('../icon/precision/transform-precise.ts')).transformPrecise({
          svg,
          options,
          verification,
          ...(compare && { compare }),
        })
      : await transformVerified(svg, options, verification, compare);
  if (!value) return { ...fileInfo, diagnostics };
  const { symbol, plainSymbol } = value;
  // No rule checks the icons of sets from elsewhere.
  const traits = job.entry === undefined ? await tryMeasureTraits(svg) : undefined;
  const facts = traits ? { ...value.facts, traits } : value.facts;
  const icon = { symbol, plainSymbol, facts };
  const reason = checkIcon(icon, id);
  if (reason === undefined) return { ...fileInfo, icon, diagnostics };
  return { ...fileInfo, diagnostics: [...diagnostics, unsafeSymbol(file, reason, 'made')] };
}

function verificationOf(
  { verify }: Job,
  defaultVerification: VerificationSettings | false,
): VerificationSettings | false {
  if (verify === undefined || defaultVerification === false) return defaultVerification;
  return verify === false ? false : { ...defaultVerification, tolerance: verify };
}

/** Reads synchronously: on a worker thread, promises only take longer. */
function readSource(
  { path, entry, file, size }: Job,
  limits: Limits,
  sets: IconifySets,
): Buffer | Diagnostic {
  try {
    if (entry !== undefined) {
      const bytes = sets.readIcon(path, entry);
      return bytes.length > limits.bytes ? tooLargeDiagnostic(file, 'bytes', limits) : bytes;
    }
    // Checked first, so that a huge file is not read only to be rejected.
    const stats = size === undefined ? statSync(path) : undefined;
    if (stats && !stats.isFile()) {
      return diagnose('file-unreadable', { file, args: { reason: 'it is not a regular file.' } });
    }
    if ((size ?? stats?.size ?? 0) > limits.bytes) return tooLargeDiagnostic(file, 'bytes', limits);
    return readFileSync(path);
  } catch (error) {
    return unreadableDiagnostic(file, error as NodeJS.ErrnoException);
  }
}
