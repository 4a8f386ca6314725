import type { Icon } from '../../core/types.ts';
import type { IconDiff, IconPair } from '../model.ts';

/** `12.3 % of the picture`; '' when nothing differs. */
export function mismatchText(share: number | undefined): string {
  if (share === undefined) return 'the picture may differ';
  if (share === 0) return '';
  const percent = share * 100;
  if (percent < 0.1) return 'less than 0.1 % of the picture';
  return `${percent.toFixed(1)} % of the picture`;
}

/** Notes on a pair besides its names. */
export function notesOf(pair: IconPair): readonly string[] {
  const size = bytesText(pair);
  return [...changeNotes(pair), ...(size === '' ? [] : [size])];
}

/** Notes on a pair besides its names and its sizes in bytes. */
export function changeNotes({ share, notes, meta }: IconPair): readonly string[] {
  return [
    ...(share === 0 ? [] : [mismatchText(share)]),
    ...notes,
    ...(meta.length > 0 ? [`changed ${meta.map(({ key }) => key).join(', ')}`] : []),
  ];
}

/** `312 → 298 B`; '' when the size is unchanged. */
function bytesText({ before, after }: IconPair): string {
  const [bytesBefore, bytesAfter] = [bytesOf(before), bytesOf(after)];
  return bytesBefore === bytesAfter ? '' : `${bytesBefore} → ${bytesAfter} B`;
}

/** Size of an icon in the sprite, in bytes. */
export function bytesOf({ symbol }: Icon): number {
  return Buffer.byteLength(symbol);
}

/** Metadata value as text. */
export function valueText(value: unknown): string {
  if (value === null) return '—';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${valueText(part)}`)
      .join(', ');
  return String(value);
}

/** Kinds of change and their counts, in the order of reports. */
export function changeCounts(
  diff: IconDiff,
): readonly (readonly [kind: ChangeKind, count: number])[] {
  const kinds = ['removed', 'renamed', 'changed', 'added', 'metadata', 'rewritten'] as const;
  return [
    ...kinds.map((kind) => [kind, diff[kind].length] as const),
    ['aliases', diff.aliases.length] as const,
  ];
}

export type ChangeKind =
  | 'removed'
  | 'renamed'
  | 'changed'
  | 'added'
  | 'metadata'
  | 'rewritten'
  | 'aliases';

export const KIND_TITLES: Readonly<Record<ChangeKind, string>> = {
  removed: 'Removed',
  renamed: 'Renamed',
  changed: 'Redrawn',
  added: 'Added',
  metadata: 'Metadata only',
  rewritten: 'Same picture, changed code',
  aliases: 'Aliases',
};

/** `1 removed, 3 redrawn, 40 unchanged`; '' if there are no icons. */
export function countsText({
  added,
  removed,
  renamed,
  changed,
  metadata,
  unchanged,
}: IconDiff): string {
  const parts = [
    [removed.length, 'removed'],
    [renamed.length, 'renamed'],
    [changed.length, 'redrawn'],
    [added.length, 'added'],
    [metadata.length, 'with changed metadata'],
    [unchanged, 'unchanged'],
  ] as const;
  return parts.flatMap(([count, what]) => (count > 0 ? `${count} ${what}` : [])).join(', ');
}
