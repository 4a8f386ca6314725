import type { Icon } from '../../core/types.ts';
import { entriesOf, releaseLevelOf } from '../changelog.ts';
import type { IconDiff, IconPair } from '../model.ts';
import { bytesOf } from './text.ts';

/** Changes as data, without pictures. */
export function toJson(diff: IconDiff): Readonly<Record<string, unknown>> {
  const entries = entriesOf(diff);
  return {
    before: diff.before,
    after: diff.after,
    level: releaseLevelOf(entries) ?? null,
    removed: diff.removed.map(iconData),
    renamed: diff.renamed.map(pairData),
    changed: diff.changed.map(pairData),
    added: diff.added.map(iconData),
    metadata: diff.metadata.map(pairData),
    rewritten: diff.rewritten.map(pairData),
    aliases: diff.aliases.map(({ alias, before = null, after = null }) => ({
      alias,
      before,
      after,
    })),
    unchanged: diff.unchanged,
    changelog: entries,
  };
}

function iconData(icon: Icon): Readonly<Record<string, unknown>> {
  const { name, title, facts, source } = icon;
  const { width, height } = facts;
  return { name, title, file: source.file, width, height, bytes: bytesOf(icon) };
}

function pairData({
  before,
  after,
  share,
  meta,
  notes,
}: IconPair): Readonly<Record<string, unknown>> {
  return {
    name: after.name,
    ...(before.name !== after.name && {
      from: before.name,
      keepsName: after.aliases.includes(before.name),
    }),
    share: share ?? null,
    bytes: { before: bytesOf(before), after: bytesOf(after) },
    metadata: meta,
    notes,
  };
}
