import type {
  BuildStats,
  Icon,
  IconFacts,
  PrecisionStats,
  Sprite,
  SpriteStats,
} from '../core/types.ts';

/** Adds up the figures of a build, sprite by sprite. */
export interface StatsCounter {
  /** @param bytes size of the sprite's file */
  readonly add: (sprite: Sprite, bytes: number) => void;
  /** @param worked number of icons that were processed */
  readonly end: (worked: number) => BuildStats;
}

export function createStatsCounter(): StatsCounter {
  const sprites: SpriteStats[] = [];
  const bytes = { before: 0, after: 0 };
  let icons = 0;
  let images = 0;
  let precision = NO_PRECISION;
  return {
    add({ name, file, icons: members }, size) {
      sprites.push({ name, file, icons: members.length });
      icons += members.length;
      images += members.filter(({ facts }) => facts.form === 'image').length;
      for (const { facts } of members) precision = addPrecision(precision, facts);
      bytes.before += members.reduce((sum, { source }) => sum + source.bytes, 0);
      bytes.after += size;
    },
    end: (worked) => ({
      icons,
      images,
      worked,
      sprites,
      bytes,
      ...(precision !== NO_PRECISION && { precision }),
    }),
  };
}

/** Figures of `precision: 'auto'` after icons were replaced by others. */
export function replacePrecision(
  total: PrecisionStats,
  changes: readonly { readonly before: Icon; readonly after: Icon }[],
): PrecisionStats {
  const next = changes.reduce<PrecisionStats>(
    (sum, { before, after }) => addPrecision(addPrecision(sum, before.facts, -1), after.facts),
    total,
  );
  const used = next.icons.findLastIndex((count) => count > 0) + 1;
  return { ...next, icons: next.icons.slice(0, used) };
}

const NO_PRECISION: PrecisionStats = { icons: [], saved: 0 };

/** @param sign -1 to remove an icon */
function addPrecision(
  total: PrecisionStats,
  { precision }: IconFacts,
  sign: 1 | -1 = 1,
): PrecisionStats {
  if (!precision) return total;
  const icons = [...total.icons];
  while (icons.length <= precision.digits) icons.push(0);
  icons[precision.digits] = (icons[precision.digits] ?? 0) + sign;
  return { icons, saved: total.saved + sign * precision.saved };
}
