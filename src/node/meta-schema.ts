import * as v from 'valibot';
import { COLOR_MODES } from '../config/schemas/color.ts';
import type { IconMeta } from '../core/types.ts';

const WORD = v.pipe(v.string(), v.nonEmpty());
const TOLERANCE = 'Expected false or a number from 0 to 1';
const SUPPRESSIONS = v.record(
  v.string(),
  v.pipe(v.string(), v.regex(/\S/, 'The reason is missing')),
);
const META = v.strictObject({
  title: v.optional(WORD),
  color: v.optional(v.picklist(COLOR_MODES)),
  verify: v.optional(
    v.union(
      [v.literal(false), v.pipe(v.number(), v.minValue(0, TOLERANCE), v.maxValue(1, TOLERANCE))],
      TOLERANCE,
    ),
  ),
  category: v.optional(WORD),
  trademark: v.optional(WORD),
  tags: v.optional(v.array(WORD)),
  aliases: v.optional(v.array(WORD)),
  displayName: v.optional(WORD),
  directional: v.optional(v.boolean()),
  source: v.optional(WORD),
  license: v.optional(
    v.strictObject({ title: WORD, spdx: v.optional(WORD), url: v.optional(WORD) }),
  ),
  author: v.optional(v.strictObject({ name: WORD, url: v.optional(WORD) })),
  deprecated: v.optional(
    v.strictObject({ use: v.optional(WORD), since: v.optional(WORD), note: v.optional(WORD) }),
  ),
  suppressions: v.optional(SUPPRESSIONS),
  // Deprecated name of suppressions.
  exceptions: v.optional(SUPPRESSIONS),
});

/** Checks if a value is valid icon metadata. */
export function isIconMeta(value: unknown): value is IconMeta {
  return v.is(META, value);
}

/** Reason why a value is not valid icon metadata, with the field; `undefined` if it is. */
export function metaProblem(value: unknown): string | undefined {
  const parsed = v.safeParse(META, value);
  if (parsed.success) return undefined;
  const [issue] = parsed.issues;
  const key = v.getDotPath(issue);
  return `${key === null ? '' : `'${key}': `}${issue.message}`;
}
