import { markdownText } from './markdown.ts';
import { oneLine } from './one-line.ts';

/**
 * A value as JavaScript source that stays what it is inside a `<script>` element, too.
 * `</script>` and the line separators that older parsers refuse are written as escapes.
 */
export function jsLiteral(value: unknown): string {
  return JSON.stringify(value).replace(
    /<\/|[\u2028\u2029]/g,
    (text) => `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}${text.slice(1)}`,
  );
}

/**
 * Text of unknown origin for a `/** … *\/` comment, which editors read as Markdown and as tags:
 * neither means anything in it.
 */
export function docText(text: string): string {
  return markdownText(text).replace(/@/g, '\\@').replace(/\*\//g, '*\\/');
}

/** Text for a `/** … *\/` comment: on one line, and unable to close it. */
export function commentText(text: string): string {
  return oneLine(text.replace(/\s+/g, ' ')).replaceAll('*/', '*\u200b/');
}
