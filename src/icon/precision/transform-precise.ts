import type { Result } from '../../core/types.ts';
import { type TriedIcon, tryTransformIcon } from '../transform.ts';
import { downgradeHarmlessWarnings } from '../verify/harmless-warnings.ts';
import { comparePictures } from '../verify/renderer.ts';
import { type VerificationRequest, verifyTransformed } from '../verify/verify-icon.ts';
import { chooseDigits, type DigitsChoice } from './choose-digits.ts';

/** Icon to transform, and how to verify it. */
export type PreciseRequest = Omit<VerificationRequest, 'compare'> &
  Partial<Pick<VerificationRequest, 'compare'>>;

/**
 * Transforms and verifies an icon with as few digits as its picture allows. The pictures that decide
 * are larger than those of the verification, so an icon that was compared with its source there is
 * verified.
 */
export async function transformPrecise({
  compare = comparePictures,
  ...request
}: PreciseRequest): Promise<Result<TriedIcon | undefined>> {
  const { svg, options, verification } = request;
  const first = await tryTransformIcon(svg, options);
  const { value: base, diagnostics } = first;
  if (!base) return first;
  const choice = await chooseDigits(base, diagnostics, { svg, options, compare });
  const value = withReport(base, choice);
  if (choice.matchesSource) {
    return verification
      ? { value, diagnostics: downgradeHarmlessWarnings(diagnostics, base.harmlessIfSame) }
      : { value, diagnostics };
  }
  const verified = await verifyTransformed(first, { ...request, compare });
  // Not if it had to be optimized differently.
  return verified.value?.symbol === base.symbol ? { ...verified, value } : verified;
}

function withReport(base: TriedIcon, { icon, digits }: DigitsChoice): TriedIcon {
  const saved = Buffer.byteLength(base.symbol) - Buffer.byteLength(icon.symbol);
  return { ...icon, facts: { ...icon.facts, precision: { digits, saved } } };
}
