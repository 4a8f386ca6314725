import { byCodeUnit, titleFromName } from '../core/names.ts';
import type { Icon } from '../core/types.ts';
import type { MetaChange } from './model.ts';

/** Changed metadata by key. */
export function metaChanges(before: Icon, after: Icon): readonly MetaChange[] {
  const [was, is] = [saidOf(before), saidOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .sort(byCodeUnit)
    .filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
    .map((key) => ({ key, before: was[key] ?? null, after: is[key] ?? null }));
}

function saidOf({
  title,
  aliases,
  name,
  source: { meta },
}: Icon): Readonly<Record<string, unknown>> {
  const { color: _, title: __, ...said } = meta;
  return {
    ...said,
    // A title that is made from the name adds nothing.
    ...(title === titleFromName(name) ? {} : { title }),
    aliases: aliases.length > 0 ? [...aliases] : undefined,
    ...(meta.tags && { tags: [...meta.tags].sort(byCodeUnit) }),
  };
}

/** Changes besides the picture that users will notice. */
export function notesOn(before: Icon, after: Icon): readonly string[] {
  const [was, is] = [before.facts, after.facts];
  const size = ({ width, height }: typeof was) => `${width} × ${height}`;
  const followed = was.colors.includes('currentColor') && !is.colors.includes('currentColor');
  const follows = !was.colors.includes('currentColor') && is.colors.includes('currentColor');
  return [
    ...(size(was) === size(is) ? [] : [`size ${size(was)} → ${size(is)}`]),
    ...(was.viewBox === is.viewBox ? [] : [`viewBox ${was.viewBox} → ${is.viewBox}`]),
    ...(followed ? ['no longer follows the text color'] : []),
    ...(follows ? ['follows the text color now'] : []),
  ];
}
