import { markdownText } from './markdown.ts';
import { oneLine } from './one-line.ts';
import { breakTemplateSyntax, withoutTemplateSyntax } from './templates.ts';

/**
 * Serializes a value as JavaScript source that is also safe inside a `<script>` element. `</script>`,
 * line separators that older parsers reject, and template syntax are written as escapes.
 */
export function jsLiteral(value: unknown): string {
  return withoutTemplateSyntax(JSON.stringify(value)).replace(
    /<\/|[\u2028\u2029]/g,
    (text) => `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}${text.slice(1)}`,
  );
}

/**
 * Escapes text of unknown origin for a `/** … *\/` comment, which editors read as Markdown and tags.
 */
export function docText(text: string): string {
  return withoutCode(markdownText(text)).replace(/@/g, '\\@').replace(/\*\//g, '*\\/');
}

/** Escapes text for a `/** … *\/` comment: one line that cannot close it, without template syntax. */
export function commentText(text: string): string {
  return withoutCode(oneLine(text.replace(/\s+/g, ' '))).replaceAll('*/', '*\u200b/');
}

function withoutCode(text: string): string {
  return breakTemplateSyntax(text, (character) => `${character}\u200b`);
}
