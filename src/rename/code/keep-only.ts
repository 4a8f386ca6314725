import type { Span } from './markup.ts';

/** A text of the same length in which all but one stretch is white space, line by line. */
export function keepOnly(text: string, { start, end }: Span): string {
  const blank = (part: string) => part.replace(/[^\r\n]/g, ' ');
  return blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end));
}
