import type { Span } from './markup.ts';

/** Replaces all text outside a span with spaces, so that offsets and lines stay the same. */
export function blankOutside(text: string, { start, end }: Span): string {
  const blank = (part: string) => part.replace(/[^\r\n]/g, ' ');
  return blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end));
}
