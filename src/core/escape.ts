import { escapeMarkdown } from './markdown.ts';
import { oneLine } from './one-line.ts';
import { breakTemplateSyntax, escapeTemplateSyntax } from './template-syntax.ts';

/**
 * Serializes a value as JavaScript source that is also safe inside a `<script>` element. `</script>`,
 * line separators that older parsers reject, and template syntax are written as escapes.
 */
export function jsLiteral(value: unknown): string {
  return escapeTemplateSyntax(JSON.stringify(value)).replace(
    /<\/|[\u2028\u2029]/g,
    (text) => `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}${text.slice(1)}`,
  );
}

/**
 * Escapes text of unknown origin for a `/** … *\/` comment, which editors read as Markdown and tags.
 */
export function escapeDocComment(text: string): string {
  return breakTemplates(escapeMarkdown(text)).replace(/@/g, '\\@').replace(/\*\//g, '*\\/');
}

/** Escapes text for a `/** … *\/` comment: one line that cannot close it, without template syntax. */
export function escapeComment(text: string): string {
  return breakTemplates(oneLine(text.replace(/\s+/g, ' '))).replaceAll('*/', '*\u200b/');
}

/** Escapes text of unknown origin for an element or an attribute of an HTML report, as one line. */
export function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function breakTemplates(text: string): string {
  return breakTemplateSyntax(text, (character) => `${character}\u200b`);
}
