import { byCodeUnit, titleFromName } from '../core/names.ts';
import type { Icon } from '../core/types.ts';
import type { MetaChange } from './model.ts';

/** Changed metadata by key. */
export function metaChanges(before: Icon, after: Icon): readonly MetaChange[] {
  const [beforeMeta, afterMeta] = [comparableMeta(before), comparableMeta(after)];
  return [...new Set([...Object.keys(beforeMeta), ...Object.keys(afterMeta)])]
    .sort(byCodeUnit)
    .filter((key) => JSON.stringify(beforeMeta[key]) !== JSON.stringify(afterMeta[key]))
    .map((key) => ({ key, before: beforeMeta[key] ?? null, after: afterMeta[key] ?? null }));
}

function comparableMeta({
  title,
  aliases,
  name,
  source: { meta },
}: Icon): Readonly<Record<string, unknown>> {
  const { color: _, title: __, ...rest } = meta;
  return {
    ...rest,
    // A title that is made from the name adds nothing.
    ...(title === titleFromName(name) ? {} : { title }),
    aliases: aliases.length > 0 ? [...aliases] : undefined,
    ...(meta.tags && { tags: [...meta.tags].sort(byCodeUnit) }),
  };
}

/** Changes besides the picture that users will notice. */
export function notesOn(before: Icon, after: Icon): readonly string[] {
  const [beforeFacts, afterFacts] = [before.facts, after.facts];
  const size = ({ width, height }: typeof beforeFacts) => `${width} × ${height}`;
  const stopsFollowingColor =
    beforeFacts.colors.includes('currentColor') && !afterFacts.colors.includes('currentColor');
  const startsFollowingColor =
    !beforeFacts.colors.includes('currentColor') && afterFacts.colors.includes('currentColor');
  return [
    ...(size(beforeFacts) === size(afterFacts)
      ? []
      : [`size ${size(beforeFacts)} → ${size(afterFacts)}`]),
    ...(beforeFacts.viewBox === afterFacts.viewBox
      ? []
      : [`viewBox ${beforeFacts.viewBox} → ${afterFacts.viewBox}`]),
    ...(stopsFollowingColor ? ['no longer follows the text color'] : []),
    ...(startsFollowingColor ? ['follows the text color now'] : []),
  ];
}
