import type { IconPair } from '../model.ts';
import { bytesOf, changeNotes, mismatchText } from './text.ts';

/** Changes of a pair for Markdown: `4.0 % of the picture`, `Size: 228 B → 208 B`. */
export function markdownFacts(pair: IconPair): readonly string[] {
  return [...changeNotes(pair), ...sizeFacts(pair)];
}

/** Changes of a pair for the page, which lists metadata in a table. */
export function pageFacts(pair: IconPair): readonly string[] {
  const { before, after, share, notes } = pair;
  const facts = [
    ...(before.name === after.name ? [] : [oldNameNote(pair)]),
    ...(share === undefined || share === 0 ? [] : [`${mismatchText(share)} changed`]),
    ...(share === undefined ? [mismatchText(share)] : []),
    ...(share === 0 ? ['same picture'] : []),
    ...notes,
  ];
  return [...facts.map(capitalize), ...sizeFacts(pair)];
}

/** True if code that uses the old name of a renamed icon still works. */
export function keepsOldName({ before, after }: IconPair): boolean {
  return after.aliases.includes(before.name);
}

/** Consequence of a rename for code that uses the old name. */
export function oldNameNote(pair: IconPair): string {
  return keepsOldName(pair) ? 'the old name still works' : 'the old name was removed';
}

/** Change of the size in the sprite; empty if it is unchanged. */
function sizeFacts({ before, after }: IconPair): readonly string[] {
  const [bytesBefore, bytesAfter] = [bytesOf(before), bytesOf(after)];
  return bytesBefore === bytesAfter ? [] : [`Size: ${bytesBefore} B → ${bytesAfter} B`];
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
