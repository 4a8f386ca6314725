import * as v from 'valibot';
import type { VerificationSettings } from '../../core/types.ts';
import type { ValueSchema } from '../option.ts';

/** Visual verification: off, on, strict, or on with the share of pixels that may differ. */
export type Verify = boolean | 'strict' | number;

export const VERIFY: ValueSchema = {
  schema: v.union([
    v.boolean(),
    v.literal('strict'),
    v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  ]),
  expected: "true, false, 'strict' or a number from 0 to 1",
};

/** Longer side of the pictures in px. The second one is odd, so that edges fall between pixels. */
const SIDES = { standard: [64], strict: [64, 97] };
/** Share of pixels that may differ: two pixels of a picture of 64 px. */
const DEFAULT_TOLERANCE = 0.0005;

export function resolveVerify(verify: Verify): VerificationSettings | false {
  if (verify === false) return false;
  const tolerance = typeof verify === 'number' ? verify : DEFAULT_TOLERANCE;
  const isStrict = verify === 'strict';
  return { sides: isStrict ? SIDES.strict : SIDES.standard, tolerance, isStrict };
}
