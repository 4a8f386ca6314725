import { markdownText } from './markdown.ts';
import { oneLine } from './one-line.ts';
import { breakTemplateSyntax, withoutTemplateSyntax } from './templates.ts';

/**
 * A value as JavaScript source that stays what it is inside a `<script>` element, too.
 * `</script>` and the line separators that older parsers refuse are written as escapes, and so is
 * what a template language could take for code.
 */
export function jsLiteral(value: unknown): string {
  return withoutTemplateSyntax(JSON.stringify(value)).replace(
    /<\/|[\u2028\u2029]/g,
    (text) => `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}${text.slice(1)}`,
  );
}

/**
 * Text of unknown origin for a `/** … *\/` comment, which editors read as Markdown and as tags:
 * neither means anything in it.
 */
export function docText(text: string): string {
  return withoutCode(markdownText(text)).replace(/@/g, '\\@').replace(/\*\//g, '*\\/');
}

/** Text for a `/** … *\/` comment: on one line, unable to close it, and no code of a template. */
export function commentText(text: string): string {
  return withoutCode(oneLine(text.replace(/\s+/g, ' '))).replaceAll('*/', '*\u200b/');
}

function withoutCode(text: string): string {
  return breakTemplateSyntax(text, (character) => `${character}\u200b`);
}
